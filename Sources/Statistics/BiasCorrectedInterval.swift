extension ConfidenceInterval {
  /// The bootstrap's bias-corrected and accelerated interval (Efron 1987): percentiles of the resampled values, moved by how far
  /// their median is from the estimate and by how the estimate's spread changes with it.
  ///
  /// With z₀ = Φ⁻¹(share of resampled values below the estimate, equal ones counting half) and the acceleration
  /// a = Σ dᵢ³ / (6 (Σ dᵢ²)^1.5), dᵢ the jackknife's mean less its i-th value, the ends are the quantiles at
  /// Φ(z₀ + (z₀ ± z) / (1 - a (z₀ ± z))). This is what `scipy.stats.bootstrap` computes.
  ///
  /// - Parameters:
  ///   - resampledValues: the statistic in each resample, in any order; none is not-a-number.
  ///   - estimate: the statistic of the sample itself.
  ///   - jackknifeValues: the statistic with each unit, or each of equal groups of units, left out; none is not-a-number.
  ///   - confidence: how often such intervals should hold the true value, as 0.95.
  /// - Returns: nil where there are no values, or all lie on one side of the estimate, so that the correction is infinite.
  /// - Precondition: `confidence` is strictly between 0 and 1.
  /// - Complexity: O(n log n).
  public static func biasCorrected(
    of resampledValues: [Double], estimate: Double, jackknifeValues: [Double], confidence: Double
  ) -> ConfidenceInterval? {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1, not at \(confidence)")
    guard !resampledValues.isEmpty else { return nil }
    let sorted = resampledValues.sorted()
    let below = sorted.count { $0 < estimate }
    let atOrBelow = sorted.count { $0 <= estimate }
    let share = (Double(below) + Double(atOrBelow)) / (2 * Double(sorted.count))
    guard share > 0, share < 1 else { return nil }
    let bias = NormalDistribution.quantile(share)
    let acceleration = acceleration(jackknifeValues)
    func quantile(_ tail: Double) -> Double? {
      let z = bias + NormalDistribution.quantile(tail)
      let divisor = 1 - acceleration * z
      guard divisor > 0 else { return nil }
      return Quantiles.linear(sorted, NormalDistribution.cumulative(bias + z / divisor))
    }
    let tail = (1 - confidence) / 2
    guard let low = quantile(tail), let high = quantile(1 - tail) else { return nil }
    return ConfidenceInterval(low: min(low, high), high: max(low, high))
  }

  /// A sixth of the skewness of what the units add to the statistic; 0 where nothing depends on them.
  private static func acceleration(_ jackknifeValues: [Double]) -> Double {
    guard !jackknifeValues.isEmpty else { return 0 }
    let mean = jackknifeValues.reduce(0, +) / Double(jackknifeValues.count)
    var (squares, cubes) = (0.0, 0.0)
    for value in jackknifeValues {
      let deviation = mean - value
      squares += deviation * deviation
      cubes += deviation * deviation * deviation
    }
    guard squares > 0 else { return 0 }
    return cubes / (6 * squares * squares.squareRoot())
  }
}
