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

/// Cross-validations of labels that were permuted: planned, fitted, chosen from the grid and judged anew each time.
struct PermutedValidations: Sendable {
  /// How often labels are drawn anew that cannot be split as the true ones are, before the test is given up.
  private static let mostRedraws = 100

  private let request: PermutationRequest
  private let examples: Examples
  private let groups: GroupIndex?
  private let features: FeatureSource
  private let configuration: TrainingConfiguration
  private let planning: CrossValidationRequest
  private let evaluator: Evaluator

  /// - Parameter evaluator: one that makes no intervals.
  /// - Throws: `CorpusError` for a column that is not there, `EvaluationError` where nothing could change places.
  init(
    _ request: PermutationRequest, of examples: Examples, features: FeatureSource, configuration: TrainingConfiguration,
    planning: CrossValidationRequest, evaluator: Evaluator
  ) throws {
    groups = try request.scheme.column.map { GroupIndex(try examples.dataset.values(ofColumn: $0)) }
    try request.scheme.validate(labels: examples.labels, groups: groups)
    self.request = request
    self.examples = examples
    self.features = features
    self.configuration = configuration
    self.planning = planning
    self.evaluator = evaluator
  }

  /// The test of what the true labels gave. Permutation i is drawn by a generator of its own, made from the seed and i.
  ///
  /// - Complexity: as many cross-validations as permutations.
  func test(
    against observed: MetricTable, seed: UInt64, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws -> PermutationTest {
    let counter = FitCounter(stage: "permuting", total: request.count, unit: "permutations", progress: progress)
    let runs = try parallelism.map(count: request.count) { index in
      defer { counter.finish(1) }
      return try run(index, seed: seed)
    }
    return PermutationTest(
      scheme: request.scheme, observed: observed, permuted: runs.map(\.metrics),
      redrawCount: runs.reduce(0) { $0 + $1.redraws }, seed: seed)
  }

  private func run(_ index: Int, seed: UInt64) throws -> (metrics: MetricTable, redraws: Int) {
    var generator = SeededGenerator(seed: seed).child(named: "permutation", index: index)
    var redraws = 0
    while true {
      let permuted = examples.relabelled(request.scheme.permuted(examples.labels, groups: groups, by: &generator))
      do {
        let plan = try FoldPlan(
          planning.split, foldCount: planning.foldCount, of: permuted, dateColumn: planning.dateColumn)
        return (try best(of: permuted, plan: plan), redraws)
      } catch let error as EvaluationError {
        redraws += 1
        if redraws > Self.mostRedraws { throw error }
      }
    }
  }

  /// The pooled figures of the setting that does best on these labels, as for the true ones.
  private func best(of permuted: Examples, plan: FoldPlan) throws -> MetricTable {
    let validation = try CrossValidation(
      permuted, features: features, plan: plan, configuration: configuration, grid: planning.grid, on: .serial)
    let metrics = try validation.candidates.map { try evaluator.evaluate($0.predictions.pooled, on: .serial).metrics }
    let place = try planning.grid?.best(by: planning.metric, values: metrics.map { $0[planning.metric].value }) ?? 0
    return metrics[place]
  }
}
