public import Evaluation
internal import Reproducibility

/// A permutation test of a cross-validation.
public struct PermutationRequest: Sendable {
  /// Which labels change places.
  public var scheme: LabelPermutation
  /// How often.
  public var count: Int

  /// Asks for `count` permutations.
  ///
  /// - Precondition: `count` is positive.
  public init(scheme: LabelPermutation, count: Int) {
    precondition(count > 0, "\(count) permutations")
    self.scheme = scheme
    self.count = count
  }
}

/// Cross-validations of labels that were permuted.
struct PermutedValidations: Sendable {
  /// How often labels are drawn anew that cannot be split as the true ones are, before the test is given up.
  private static let mostRedraws = 100

  private let request: PermutationRequest
  private let examples: Examples
  private let groups: GroupIndex?

  /// - Throws: `CorpusError` for a column that is not there, `EvaluationError` where nothing could change places.
  init(_ request: PermutationRequest, of examples: Examples) throws {
    groups = try request.scheme.column.map { GroupIndex(try examples.dataset.values(ofColumn: $0)) }
    try request.scheme.validate(labels: examples.labels, groups: groups)
    self.request = request
    self.examples = examples
  }

  /// The test of what the true labels gave. Permutation i is drawn by a generator of its own, made from the seed and i.
  ///
  /// - Parameter pipeline: all that was done with the true labels, from planning folds to pooled figures, on one thread. Where it
  ///   throws an `EvaluationError`, as for a fold without a class, the labels are permuted anew.
  /// - Complexity: as many runs of the pipeline as permutations.
  func test(
    against observed: MetricTable, seed: UInt64, on parallelism: Parallelism, progress: ProgressHandler?,
    pipeline: @Sendable (Examples) throws -> MetricTable
  ) throws -> PermutationTest {
    let counter = FitCounter(stage: "permuting", total: request.count, unit: "permutations", progress: progress)
    let runs = try parallelism.map(count: request.count) { index in
      defer { counter.finish(1) }
      return try run(index, seed: seed, pipeline: pipeline)
    }
    return PermutationTest(
      scheme: request.scheme, observed: observed, permuted: runs.map(\.metrics),
      redrawCount: runs.reduce(0) { $0 + $1.redraws }, seed: seed)
  }

  private func run(
    _ index: Int, seed: UInt64, pipeline: (Examples) throws -> MetricTable
  ) throws -> (metrics: MetricTable, redraws: Int) {
    var generator = SeededGenerator(seed: seed).child(named: "permutation", index: index)
    var redraws = 0
    while true {
      let permuted = examples.relabelled(request.scheme.permuted(examples.labels, groups: groups, by: &generator))
      do {
        return (try pipeline(permuted), redraws)
      } catch let error as EvaluationError {
        redraws += 1
        if redraws > Self.mostRedraws { throw error }
      }
    }
  }
}

extension CrossValidationRequest {
  /// The permutation test that was asked for: folds planned, models fitted, chosen from the grid and judged anew for each
  /// permutation, as they were for the true labels. Nil where none was asked for.
  ///
  /// - Parameters:
  ///   - observed: the figures of the true labels.
  ///   - evaluator: one that makes no intervals.
  func permutationTest(
    of examples: Examples, features: FeatureSource, configuration: TrainingConfiguration, against observed: MetricTable,
    evaluator: Evaluator, seed: UInt64, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws -> PermutationTest? {
    guard let permutations else { return nil }
    return try PermutedValidations(permutations, of: examples).test(
      against: observed, seed: seed, on: parallelism, progress: progress
    ) { permuted in
      let plan = try plan(of: permuted, progress: nil).outer
      let validation = try CrossValidation(
        permuted, features: features, plan: plan, configuration: configuration, grid: grid, on: .serial)
      let metrics = try validation.candidates.map { candidate in
        try evaluator.evaluate(candidate.predictions.pooled, on: .serial).metrics
      }
      return metrics[try grid?.best(by: metric, values: metrics.map { $0[metric].value }) ?? 0]
    }
  }
}
