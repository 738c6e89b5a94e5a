/// A day, a month or a year of the Gregorian calendar, written as ISO 8601 has it: `2021-05-24`, `2021-05` or `2021`.
///
/// Dates compare by their earliest day, and of two that begin on one day the coarser comes first.
public struct StatementDate: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, or nil for a whole year.
  public let month: Int?
  /// The day of the month, from 1, or nil for a whole month or year.
  public let day: Int?

  /// Reads a date; nil where `text` is none, has a time of day, or names a day there never was.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, digits) in zip(parts, [4, 2, 2]) {
      guard part.count == digits, let number = Self.number(part) else { return nil }
      numbers.append(number)
    }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard year > 0, (1...12).contains(month ?? 1) else { return nil }
    guard (1...Self.dayCount(ofMonth: month ?? 1, year: year)).contains(day ?? 1) else { return nil }
  }

  private static func number(_ digits: Substring.UTF8View) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func dayCount(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The number of the earliest day, counted from 0 on 1970-01-01 and negative before.
  ///
  /// Hinnant's `days_from_civil` (2013).
  public var firstDayNumber: Int { Self.dayNumber(year: year, month: month ?? 1, day: day ?? 1) }

  /// The number of the latest day that this may be, counted as `firstDayNumber` is.
  public var lastDayNumber: Int {
    let month = month ?? 12
    return Self.dayNumber(year: year, month: month, day: day ?? Self.dayCount(ofMonth: month, year: year))
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of this number, counted as `firstDayNumber` is; nil outside the years 1 to 9999.
  ///
  /// Hinnant's `civil_from_days` (2013).
  public init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.month = month
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  }

  /// The day `count` months before the first day that this may be; the last day of a month that is too short for it. Nil before
  /// the year 1.
  public func firstDay(monthsBefore count: Int) -> StatementDate? {
    let months = year * 12 + (month ?? 1) - 1 - count
    guard months >= 12 else { return nil }
    let (earlierYear, earlierMonth) = (months / 12, months % 12 + 1)
    let length = Self.dayCount(ofMonth: earlierMonth, year: earlierYear)
    return StatementDate(
      dayNumber: Self.dayNumber(year: earlierYear, month: earlierMonth, day: min(day ?? 1, length)))
  }

  /// Whether `left` begins earlier, or on the same day but is coarser.
  public static func < (left: StatementDate, right: StatementDate) -> Bool {
    (left.firstDayNumber, left.precision) < (right.firstDayNumber, right.precision)
  }

  private var precision: Int { day != nil ? 2 : month != nil ? 1 : 0 }

  /// The date as it is read.
  public var description: String {
    let parts = [(year, 4), (month, 2), (day, 2)].compactMap { number, width -> String? in
      guard let number else { return nil }
      let digits = String(number)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    return parts.joined(separator: "-")
  }

  /// Reads a date from a single string.
  ///
  /// - Throws: `DecodingError` where the string is no date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = StatementDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text.quoted) is no ISO 8601 date")
    }
    self = date
  }

  /// Writes the date as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
