public import Evaluation
internal import Reproducibility
internal import TextFeatures

/// What some of the blocks of features reach by themselves, on the folds of the whole design.
public struct AblatedDesign: Codable, Sendable, Hashable {
  /// The blocks, as `--features` names them.
  public let features: String
  /// The pooled figures, without intervals.
  public let metrics: MetricTable
  /// The figures less those of the whole design, by metric, with intervals that resample both together; nil for the whole itself.
  public let difference: PerMetric<MetricDifference>?
  /// Where the differences' p comes from; nil where there was no test.
  public let test: ModelComparison.Test?

  /// The places of the blocks that each design keeps: all but one, then one alone; each design once.
  static func selections(ofBlocks count: Int) -> [[Int]] {
    let all = Array(0..<count)
    var selections = all.map { left in all.filter { $0 != left } }
    for alone in all.map({ [$0] }) where !selections.contains(alone) { selections.append(alone) }
    return selections
  }

  /// The whole design, and each that `selections` names, cross-validated on the same folds.
  ///
  /// - Parameter whole: what the whole design gave.
  /// - Throws: as training and comparing do.
  static func all(
    of examples: Examples, features: FeatureSource, plan: FoldPlan, configuration: TrainingConfiguration,
    whole: OutOfFoldPredictions, request: EvaluationRequest, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws -> [AblatedDesign] {
    let brief = Evaluator(try request.withoutIntervals.validated())
    let names = configuration.features.blocks.map(\.name)
    let first = AblatedDesign(
      features: names.joined(separator: ","), metrics: try brief.evaluate(whole.pooled, on: .serial).metrics,
      difference: nil, test: nil)
    return [first]
      + (try selections(ofBlocks: names.count).map { places in
        let predictions = try CrossValidation(
          examples, features: try features.selecting(blocks: places), plan: plan, configuration: configuration,
          clusterColumn: request.clusterColumn, on: parallelism, progress: progress
        ).candidates[0].predictions
        let comparison = try ModelComparison(
          predictions.pooled, whole.pooled, options: try request.options.validated(), on: parallelism,
          progress: progress)
        return AblatedDesign(
          features: places.map { names[$0] }.joined(separator: ","),
          metrics: try brief.evaluate(predictions.pooled, on: .serial).metrics, difference: comparison.metrics,
          test: comparison.test)
      })
  }
}
