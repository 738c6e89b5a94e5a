/// A value in a table or a fact, with the way it is to be written.
///
/// Values that are not finite are shown as an en dash in every form for reading and as `null` in JSON.
public enum ReportValue: Codable, Sendable, Hashable {
  /// Words.
  case text(String)
  /// A number of things, shown with its thousands set apart: do not use it for years.
  case count(Int)
  /// A number.
  case number(Double, NumberStyle)
  /// An estimate and the two ends of its interval.
  case interval(Double, low: Double, high: Double, NumberStyle)
  /// A share from 0 to 1, shown as a percentage with a small bar where there is room.
  case share(Double)
  /// There is none.
  case missing

  /// An estimate with its interval, or without one where an end is absent.
  public static func estimate(
    _ value: Double?, low: Double? = nil, high: Double? = nil, style: NumberStyle = .decimals(3)
  ) -> ReportValue {
    guard let value else { return .missing }
    guard let low, let high else { return .number(value, style) }
    return .interval(value, low: low, high: high, style)
  }

  /// Whether it is set like a number, flush right.
  public var isNumeric: Bool {
    switch self {
    case .text, .missing: false
    case .count, .number, .interval, .share: true
    }
  }
}

extension ReportValue: ExpressibleByStringLiteral {
  /// Words.
  public init(stringLiteral value: String) { self = .text(value) }
}

/// How many digits of a number are written, and how.
public enum NumberStyle: Codable, Sendable, Hashable {
  /// This many digits after the point, 0 to 17.
  case decimals(Int)
  /// This many digits after the point, and a sign before positive numbers too: for contributions and differences.
  case signed(Int)
  /// This many significant digits, 1 to 17; with a power of ten from a million on and below 0.0001.
  case significant(Int)
  /// As a percentage, with this many digits after the point: 0.285 is `28.5%` with one.
  case percent(Int)
}
