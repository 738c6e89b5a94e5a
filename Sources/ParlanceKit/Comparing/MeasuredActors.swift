internal import Comparisons
internal import Evaluation
internal import Statistics

/// Estimates with their intervals, and drawn towards their mean.
struct MeasuredActors {
  /// Each estimate with its interval; the note says why there is none.
  let values: [MetricValue]
  /// Each estimate drawn towards the mean of all; the note says why there is none.
  let shrunken: [MetricValue]
  /// What they were drawn towards; nil where there are too few.
  let pooling: PoolingSummary?

  /// Fewer estimates tell nothing of how their truths vary.
  private static let fewest = 3

  /// - Parameter statements: the number of each actor's.
  init(
    _ estimates: ClusteredEstimates, statements: [Int], measure: ComparisonMeasure, isAdjusted: Bool,
    confidence: Double, method: HeterogeneityMethod
  ) {
    values = estimates.values.indices.map { actor in
      Self.value(
        estimates, actor, statements: statements[actor], measure: measure, isAdjusted: isAdjusted,
        confidence: confidence)
    }
    let known = estimates.values.indices.filter { estimates.standardError(of: $0) != nil }
    guard known.count >= Self.fewest else {
      let note = "fewer than \(Self.fewest) estimates have errors, too few to draw them together"
      shrunken = values.map { _ in MetricValue(value: nil, note: note) }
      pooling = nil
      return
    }
    let errors = known.compactMap { estimates.standardError(of: $0) }
    let fit = RandomEffects(known.map { estimates.values[$0] }, variances: errors.map { $0 * $0 }, method: method)
    let reach = NormalDistribution.quantile((1 + confidence) / 2)
    var shrunken = estimates.values.indices.map { actor in
      MetricValue(value: nil, note: estimates.reasonForNoError(of: actor))
    }
    for (actor, pooled) in zip(known, fit.pooled) {
      let half = reach * pooled.variance.squareRoot()
      let ends = Self.clipped((pooled.value - half, pooled.value + half), measure: measure)
      shrunken[actor] = MetricValue(value: pooled.value, low: ends.low, high: ends.high)
    }
    self.shrunken = shrunken
    pooling = PoolingSummary(
      method: method, estimates: known.count, heterogeneity: fit.heterogeneity, mean: fit.mean,
      meanStandardError: fit.meanVariance.squareRoot(), cochranQ: fit.cochranQ)
  }

  /// An estimate with its interval, which keeps within 0 and 1 where the measure does.
  static func value(
    _ estimates: ClusteredEstimates, _ actor: Int, statements: Int, measure: ComparisonMeasure,
    isAdjusted: Bool = false,
    confidence: Double
  ) -> MetricValue {
    let interval =
      measure == .share && !isAdjusted
      ? estimates.shareInterval(of: actor, statements: statements, confidence: confidence)
      : estimates.interval(of: actor, confidence: confidence)
    guard let interval else {
      return MetricValue(value: estimates.values[actor], note: estimates.reasonForNoError(of: actor))
    }
    let ends = clipped((interval.low, interval.high), measure: measure)
    return MetricValue(value: estimates.values[actor], low: ends.low, high: ends.high)
  }

  /// The ends of an interval, within 0 and 1 where the measure is.
  static func clipped(
    _ ends: (low: Double, high: Double), measure: ComparisonMeasure
  ) -> (low: Double, high: Double) {
    measure == .logit ? ends : (max(0, min(1, ends.low)), max(0, min(1, ends.high)))
  }
}
