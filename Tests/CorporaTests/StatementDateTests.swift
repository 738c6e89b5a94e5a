import Corpora
import Testing

@Suite("Dates")
struct StatementDateTests {
  @Test(
    "days, months and years are read, and written as they were",
    arguments: ["2021", "2021-05", "2021-05-24", "2000-02-29", "0001-01-01", "9999-12-31"])
  func valid(text: String) { #expect(StatementDate(text)?.description == text) }

  @Test(
    "nothing else is a date",
    arguments: [
      "", "21", "2021-5", "2021-13", "2021-00", "2021-02-29", "1900-02-29", "2021-04-31", "2021-05-24T10:00", " 2021",
      "2021-",
      "0000", "20210524", "2021/05/24", "-2021", "٢٠٢١",
    ])
  func invalid(text: String) { #expect(StatementDate(text) == nil) }

  @Test("they compare by their first day, the coarser first")
  func order() {
    let texts = ["2020-12-31", "2021", "2021-01", "2021-01-01", "2021-01-02", "2021-02", "2022"]
    let dates = texts.compactMap { StatementDate($0) }
    #expect(dates.reversed().sorted().map(\.description) == texts)
  }

  /// Python: `datetime.date(y, m, d).toordinal() - 719163`.
  @Test(
    "days are counted from 1970",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2021-05-24", 18_771), ("0001-01-01", -719_162),
      ("9999-12-31", 2_932_896), ("2021", 18_628),
    ])
  func dayNumbers(text: String, expected: Int) { #expect(StatementDate(text)?.firstDayNumber == expected) }

  @Test(
    "the last day is that of the month or year",
    arguments: [
      ("2021", "2021-12-31"), ("2020-02", "2020-02-29"), ("2021-04", "2021-04-30"), ("2021-05-24", "2021-05-24"),
    ])
  func lastDays(text: String, last: String) {
    #expect(StatementDate(text)?.lastDayNumber == StatementDate(last)?.firstDayNumber)
  }
}
