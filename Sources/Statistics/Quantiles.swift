/// Quantiles of a sample.
public enum Quantiles {
  /// The `p`-quantile of ascending values, interpolated linearly between the two order statistics around position
  /// `(n - 1) p`: numpy's default method, type 7 of Hyndman and Fan (1996).
  ///
  /// - Precondition: `sorted` is not empty and ascending; `p` is in `0 ... 1`.
  /// - Complexity: O(1).
  public static func linear(_ sorted: [Double], _ p: Double) -> Double {
    precondition(!sorted.isEmpty, "no values have no quantile")
    precondition(p >= 0 && p <= 1, "a quantile's share lies in 0 ... 1, not at \(p)")
    let position = Double(sorted.count - 1) * p
    let index = min(Int(position), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    let (low, high) = (sorted[index], sorted[next])
    let share = position - Double(index)
    // From the nearer end, as numpy does, so that the ends and equal neighbours come out exactly.
    return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share)
  }
}

/// Two ends of an interval that is believed to hold an unknown value.
public struct ConfidenceInterval: Codable, Sendable, Hashable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// - Precondition: `low` is at most `high`.
  public init(low: Double, high: Double) {
    precondition(low <= high, "an interval from \(low) to \(high)")
    self.low = low
    self.high = high
  }

  /// The bootstrap's percentile interval (Efron 1979): the quantiles of the resampled values that leave out
  /// `(1 - confidence) / 2` at each end. Nil where there are no values.
  ///
  /// - Parameters:
  ///   - resampledValues: the statistic in each resample, in any order; none is not-a-number.
  ///   - confidence: how often such intervals should hold the true value, as 0.95.
  /// - Precondition: `confidence` is strictly between 0 and 1.
  /// - Complexity: O(n log n).
  public static func percentile(of resampledValues: [Double], confidence: Double) -> ConfidenceInterval? {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1, not at \(confidence)")
    guard !resampledValues.isEmpty else { return nil }
    let sorted = resampledValues.sorted()
    let tail = (1 - confidence) / 2
    return ConfidenceInterval(low: Quantiles.linear(sorted, tail), high: Quantiles.linear(sorted, 1 - tail))
  }
}
