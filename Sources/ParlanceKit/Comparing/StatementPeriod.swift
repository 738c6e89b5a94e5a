internal import Corpora

/// Parts of time that statements are gathered in.
public enum StatementPeriod: String, Codable, Sendable, Hashable, CaseIterable {
  case month, quarter, year

  /// The number of months in it.
  private var length: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The number of the part that a date lies in, counted from the year 0; nil where the date is too coarse to say.
  func number(of date: StatementDate) -> Int? {
    guard self == .year || date.month != nil else { return nil }
    return (date.year * 12 + (date.month ?? 1) - 1) / length
  }

  /// How a part is written: `2021-05`, `2021-Q2` or `2021`.
  func name(of number: Int) -> String {
    let (year, part) = (number * length / 12, number * length % 12 / length + 1)
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    switch self {
    case .month: return "\(padded)-\(part < 10 ? "0" : "")\(part)"
    case .quarter: return "\(padded)-Q\(part)"
    case .year: return padded
    }
  }

  /// The number of the part that each statement lies in.
  ///
  /// - Throws: `CorpusError` where there is no column of dates; `ConfigurationError` with the place and the count of dates that
  ///   are missing, are none, or are too coarse.
  func numbers(of corpus: Corpus) throws -> [Int] {
    guard let dates = corpus.dates else {
      throw ConfigurationError(
        "\(corpus.source.name) has no column of dates (columns here: \(CorpusError.list(corpus.columnNames)))",
        hint: "--date-column names the column of the dates; periods need one")
    }
    let numbers = dates.map { StatementDate($0).flatMap { number(of: $0) } }
    if let row = numbers.firstIndex(where: { $0 == nil }) {
      throw ConfigurationError(
        "\(corpus.place(ofRow: row)): the date \(dates[row].quoted) tells no \(rawValue), as in "
          + "\(numbers.count { $0 == nil }) of \(dates.count) rows (an ISO 8601 date was expected in each)",
        hint: "fill the dates, leave such rows out, or take longer periods")
    }
    return numbers.compactMap { $0 }
  }
}
