internal import Corpora

/// Parts of time that statements are gathered in.
public enum StatementPeriod: String, Codable, Sendable, Hashable, CaseIterable {
  case day, week, month, quarter, year

  /// The number of months in it; nil where months are too coarse.
  private var months: Int? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The number of the part that a date lies in, days and weeks counted from that of 1970-01-01, others from the year 0; nil where the
  /// date is too coarse to say. Weeks begin on Monday, as ISO 8601 has them.
  func number(of date: StatementDate) -> Int? {
    guard let months else {
      guard date.day != nil else { return nil }
      return self == .day ? date.firstDayNumber : Self.quotient(date.firstDayNumber + 3, 7)
    }
    guard self == .year || date.month != nil else { return nil }
    return (date.year * 12 + (date.month ?? 1) - 1) / months
  }

  /// How a part is written: `2021-05-24`, `2021-W21`, `2021-05`, `2021-Q2` or `2021`.
  func name(of number: Int) -> String {
    guard let months else {
      guard self == .week else { return StatementDate(dayNumber: number)?.description ?? "" }
      // The year of a week is that of its Thursday.
      let year = StatementDate(dayNumber: number * 7)?.year ?? 0
      let first = StatementDate(Self.padded(year, to: 4))?.firstDayNumber ?? 0
      return "\(Self.padded(year, to: 4))-W\(Self.padded((number * 7 - first) / 7 + 1, to: 2))"
    }
    let (year, part) = (number * months / 12, number * months % 12 / months + 1)
    switch self {
    case .quarter: return "\(Self.padded(year, to: 4))-Q\(part)"
    case .year: return Self.padded(year, to: 4)
    case .day, .week, .month: return "\(Self.padded(year, to: 4))-\(Self.padded(part, to: 2))"
    }
  }

  /// The number of the day in the middle of a part, counted as `StatementDate.firstDayNumber` is.
  func middleDay(of number: Int) -> Int {
    guard let months else { return self == .day ? number : number * 7 }
    return (Self.firstDay(ofMonth: number * months) + Self.firstDay(ofMonth: (number + 1) * months) - 1) / 2
  }

  private static func firstDay(ofMonth month: Int) -> Int {
    StatementDate("\(padded(month / 12, to: 4))-\(padded(month % 12 + 1, to: 2))")?.firstDayNumber ?? 0
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The quotient rounded down, below zero too.
  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    (number - ((number % divisor) + divisor) % divisor) / divisor
  }

  /// The number of the part that each statement lies in.
  ///
  /// - Throws: `CorpusError` where there is no column of dates; `ConfigurationError` with the place and the count of dates that
  ///   are missing, are none, or are too coarse.
  func numbers(of corpus: Corpus) throws -> [Int] {
    try corpus.dated(expecting: rawValue, hint: "fill the dates, leave such rows out, or take longer periods") {
      number(of: $0)
    }
  }
}

extension Corpus {
  /// What the date of each statement gives.
  ///
  /// - Parameters:
  ///   - expected: what a date has to tell.
  ///   - hint: what to do where one does not.
  /// - Throws: `ConfigurationError` where there is no column of dates, or with the place and the count of dates that are missing, are
  ///   none, or give nothing.
  func dated<Value>(
    expecting expected: String, hint: String, _ value: (StatementDate) -> Value?
  ) throws -> [Value] {
    guard let dates else {
      throw ConfigurationError(
        "\(source.name) has no column of dates (columns here: \(CorpusError.list(columnNames)))",
        hint: "--date-column names the column of the dates")
    }
    let values = dates.map { StatementDate($0).flatMap(value) }
    if let row = values.firstIndex(where: { $0 == nil }) {
      throw ConfigurationError(
        "\(place(ofRow: row)): the date \(dates[row].quoted) tells no \(expected), as in "
          + "\(values.count { $0 == nil }) of \(dates.count) rows (an ISO 8601 date was expected in each)", hint: hint)
    }
    return values.compactMap(\.self)
  }
}

extension StatementDate {
  /// The day in the middle of what the date may mean, counted as `firstDayNumber` is.
  var middleDayNumber: Int { firstDayNumber + (lastDayNumber - firstDayNumber) / 2 }
}
