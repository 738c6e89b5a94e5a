internal import Glibc

/// Round numbers along a logarithmic axis, whose places are decimal logarithms.
struct LogarithmicTicks {
  /// The numbers with their places, from low to high.
  let values: [(place: Double, number: Double)]

  private static let mostDecades = 7.0

  /// The powers of ten between two places; where they lie less than three decades apart, twice and five times each too; where more than
  /// seven, each second or third and so on.
  init(low: Double, high: Double) {
    guard low.isFinite, high.isFinite, high > low else {
      values = []
      return
    }
    let stride = ((high - low) / Self.mostDecades).rounded(.up)
    let factors = high - low < 3 ? [1.0, 2, 5] : [1]
    let first = (low / stride).rounded(.down) * stride
    values = Swift.stride(from: first, through: high, by: stride).flatMap { power in
      factors.map { (place: power + log10($0), number: $0 * Self.powerOfTen(power)) }
    }.filter { $0.place >= low && $0.place <= high }
  }

  /// The decimal logarithm of a number above zero.
  static func place(_ number: Double) -> Double { log10(number) }

  /// The number's text.
  static func text(_ number: Double) -> String {
    number >= 1 && number < 1e6 ? ReportNumber.text(number, .decimals(0)) : ReportNumber.text(number, .significant(1))
  }

  private static func powerOfTen(_ exponent: Double) -> Double { pow(10, exponent) }
}
