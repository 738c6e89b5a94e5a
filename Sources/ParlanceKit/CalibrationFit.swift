public import Classifiers
internal import Corpora
internal import Evaluation
internal import LinearAlgebra
internal import Reproducibility

/// How probabilities are calibrated.
public struct CalibrationConfiguration: Codable, Sendable, Hashable {
  /// The kind of map.
  public var method: CalibrationMethod
  /// The number of folds whose scores, pooled, the map is fitted on; fewer where there are fewer groups.
  public var foldCount = 5
  /// The column whose values those folds keep together; nil for the actors where there are enough of them, and else single rows.
  public var groupColumn: String?

  /// Asks for a kind of map.
  public init(method: CalibrationMethod, groupColumn: String? = nil) {
    self.method = method
    self.groupColumn = groupColumn
  }
}

/// Some rows cut into folds again, so that each is scored by a model that has not seen it: what a calibration map is fitted on.
struct CalibrationFit: Sendable {
  private let folds: [(learnt: FeatureFit, test: DesignMatrix)]
  /// The row of each pooled score, as places in the examples.
  private let rows: [Int]
  private let method: CalibrationMethod
  private let isPositive: [Bool]
  private let weights: [Double]?

  /// - Parameter rows: the training rows.
  /// - Throws: `ConfigurationError` for more than two classes, for an isotonic map of few rows, and where the rows cannot be cut.
  init(
    _ configuration: CalibrationConfiguration, features: FeatureSource, examples: Examples, rows: [Int],
    on parallelism: Parallelism
  ) throws {
    guard examples.classes.count == 2 else {
      throw ConfigurationError(
        "--calibrate \(configuration.method.rawValue) is for two classes, not \(examples.classes.count)",
        hint: "name two with --classes, or leave probabilities as they are")
    }
    if configuration.method == .isotonic, rows.count < CalibrationMethod.leastIsotonicRows {
      throw ConfigurationError(
        "isotonic calibration of \(rows.count) rows (\(CalibrationMethod.leastIsotonicRows) or more were expected): it would"
          + " follow chance", hint: "use --calibrate platt")
    }
    let plan = try Self.plan(configuration, examples: examples, rows: rows)
    folds = try parallelism.map(count: plan.folds.count) { fold in
      let training = plan.trainingRows(ofFold: fold).map { rows[$0] }
      let learnt = try FeatureFit(features, rows: training, of: examples, on: .serial)
      let tested = plan.folds[fold].testRows.map { rows[$0] }
      return (learnt, features.matrix(rows: tested, in: learnt.space, on: .serial))
    }
    let pooled = plan.folds.flatMap { $0.testRows.map { rows[$0] } }
    self.rows = pooled
    method = configuration.method
    isPositive = pooled.map { examples.labels[$0] == examples.classes.positiveIndex }
    weights = examples.dataset.weights.map { weights in pooled.map { weights[$0] } }
  }

  private static func plan(
    _ configuration: CalibrationConfiguration, examples: Examples, rows: [Int]
  ) throws -> FoldPlan {
    let labels = rows.map { examples.labels[$0] }
    let names = try groups(configuration, of: examples.dataset).map { groups in rows.map { groups[$0] } }
    let plan =
      try names.map { names in
        let count = GroupIndex(names).names.count
        guard count >= 2 else {
          throw ConfigurationError(
            "calibrating on rows left out by \(configuration.groupColumn ?? "actor"), which has one value (two or more were"
              + " expected)", hint: "name another column with --calibrate-by")
        }
        return try FoldPlan.grouped(names, foldCount: min(configuration.foldCount, count))
      } ?? FoldPlan.stratified(labels: labels, foldCount: configuration.foldCount)
    try plan.validate(labels: labels, classNames: examples.classes.names)
    return plan
  }

  /// The values of the column that was named, or else the actors where there are at least twice as many as folds.
  private static func groups(_ configuration: CalibrationConfiguration, of dataset: Dataset) throws -> [String]? {
    if let column = configuration.groupColumn { return try dataset.values(ofColumn: column) }
    guard case .statements(let corpus) = dataset.content, let actors = corpus.actors,
      Set(actors).count >= 2 * configuration.foldCount
    else { return nil }
    return actors
  }

  /// The map for models with the given configuration.
  func map(for model: LogisticConfiguration, positiveIndex: Int, on parallelism: Parallelism) throws -> CalibrationMap {
    let logits = try parallelism.map(count: folds.count) { fold in
      let fit = try folds[fold].learnt.fit(model, on: .serial)
      let values = fit.model.decisionValues(folds[fold].test, on: .serial)
      return LogisticModel.logOdds(ofClass: positiveIndex, decisionValues: values)
    }.flatMap { $0 }
    return CalibrationMap(method, logits: logits, isPositive: isPositive, weights: weights)
  }
}
