public import Reproducibility

extension Evaluator {
  /// How much a figure falls where something is taken from the scores, on average over several ways to take it, with intervals that
  /// resample all scores of a row together.
  ///
  /// - Parameters:
  ///   - metric: the figure.
  ///   - data: the scores themselves.
  ///   - spoilt: for each thing taken, the scores without it, once for each way.
  /// - Returns: for each thing, the figure of `data` less the mean figure without it.
  /// - Throws: `EvaluationError` for a threshold with more than two classes.
  /// - Precondition: all scores are of the rows of `data`, and each thing is taken at least once.
  /// - Complexity: O(resamples × n) for each of the scores.
  public func losses(
    of metric: Metric, from data: ScoredLabels, to spoilt: [[ScoredLabels]], on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws -> [MetricValue] {
    try checkDecision(for: data)
    for scores in spoilt.joined() { precondition(scores.truth == data.truth, "spoilt scores of other rows") }
    precondition(spoilt.allSatisfy { !$0.isEmpty }, "something is taken in no way")
    // Only the numbers of clusters are the same in all rankings.
    let truth = data.truth.clusters == nil ? data.truth.clusteredByRow : data.truth
    let whole = try calculator(data, of: truth)
    let parts = try spoilt.map { try $0.map { try calculator($0, of: truth) } }
    let figures: Bootstrap.Figures = { counts, lanes in
      let batch = ResampleBatch(whole, drawn: counts)
      let batches = parts.map { $0.map { ResampleBatch($0, drawn: counts) } }
      return (0..<lanes).map { lane in
        let full = ResampleFigures(batch, lane: lane)[metric].value ?? .nan
        return batches.map { part in
          full - part.reduce(0) { $0 + (ResampleFigures($1, lane: lane)[metric].value ?? .nan) } / Double(part.count)
        }
      }
    }
    let values = figures(whole.units.once, 1)[0].map { MetricValue(value: $0.isNaN ? nil : $0) }
    guard resampleCount > 0 else { return values }
    let outcome = bootstrap(whole).intervals(on: parallelism, progress: progress, of: figures)
    return outcome.intervals.isEmpty ? values : zip(values, outcome.intervals).map { $0.with($1) }
  }
}
