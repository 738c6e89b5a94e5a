internal import Corpora
internal import Evaluation

/// When each row happened, as evaluation counts days.
struct StatementDays: Sendable {
  let spans: [DaySpan]
  private let names: [Int: String]

  init(_ examples: Examples, column: String?) throws {
    let column = column ?? CorpusColumn.date.rawValue
    let dates = try examples.dataset.values(ofColumn: column).enumerated().map { row, text in
      guard let date = StatementDate(text) else {
        throw ConfigurationError(
          "\(examples.dataset.place(ofRow: row)): \"\(text)\" in column \"\(column)\" is no date (ISO 8601 was expected)",
          hint: "correct it, or leave such rows out")
      }
      return date
    }
    spans = dates.map { DaySpan(first: $0.firstDayNumber, last: $0.lastDayNumber) }
    names = Dictionary(dates.map { ($0.firstDayNumber, $0.description) }) { first, _ in first }
  }

  private init(spans: [DaySpan], names: [Int: String]) {
    self.spans = spans
    self.names = names
  }

  func selecting(rows: [Int]) -> StatementDays { StatementDays(spans: rows.map { spans[$0] }, names: names) }

  /// How the corpus writes a day that occurs in it.
  func name(ofDay day: Int) -> String { names[day] ?? String(day) }
}
