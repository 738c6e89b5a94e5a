/// Round numbers along an axis.
package struct AxisTicks: Hashable {
  /// The numbers, from low to high, all within the axis.
  package let values: [Double]
  /// The distance from each to the next.
  package let step: Double

  /// About `count` numbers from `low` to `high`, 1, 2 or 5 times a power of ten apart.
  ///
  /// None where the bounds are not finite or not in order.
  package init(low: Double, high: Double, count: Int) {
    guard low.isFinite, high.isFinite, high > low, count > 0 else {
      (values, step) = ([], 0)
      return
    }
    let distance = Self.roundStep((high - low) / Double(count))
    let first = (low / distance - 1e-9).rounded(.up)
    let last = (high / distance + 1e-9).rounded(.down)
    guard distance > 0, last >= first, last - first < 1000 else {
      (values, step) = ([], 0)
      return
    }
    step = distance
    values = stride(from: first, through: last, by: 1).map { $0 * distance }
  }

  /// The tick's text.
  package func text(_ value: Double) -> String { Typography.minus(ReportNumber.tick(value, step: step)) }

  /// The least of 1, 2, 5 times a power of ten that is no less than `raw`.
  private static func roundStep(_ raw: Double) -> Double {
    var power = 1.0
    while power > raw, power > 1e-300 { power /= 10 }
    while power * 10 <= raw, power < 1e300 { power *= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= raw * (1 - 1e-9) } ?? 10 * power
  }
}
