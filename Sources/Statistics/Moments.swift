/// Mean and variance of a sample, in two passes, so that a large mean does not eat the variance's digits.
public struct Moments: Sendable, Hashable {
  /// The number of values.
  public let count: Int
  /// The arithmetic mean; zero for no values.
  public let mean: Double
  private let squaredDeviations: Double

  /// The moments of `values`. Complexity: O(n).
  public init(of values: [Double]) {
    count = values.count
    let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    var squares = 0.0
    var deviations = 0.0
    for value in values {
      squares += (value - mean) * (value - mean)
      deviations += value - mean
    }
    self.mean = mean
    // What the rounded mean is off by is taken back (the corrected two-pass algorithm; Chan, Golub and LeVeque 1983).
    squaredDeviations = values.isEmpty ? 0 : squares - deviations * deviations / Double(values.count)
  }

  /// The unbiased variance, with divisor n - 1; nil for fewer than two values.
  public var sampleVariance: Double? {
    count < 2 ? nil : max(0, squaredDeviations) / Double(count - 1)
  }
}
