internal import Reproducibility

/// What a corpus's rows are, for evaluation: their classes, and what else bears on how they are judged.
public struct LabelledRows: Sendable, Hashable {
  /// What the classes are called, in their order.
  public let classNames: [String]
  /// The true class of each row.
  public let labels: [Int]
  /// The class whose probability is the score.
  public let positiveClass: Int
  /// How much each row counts; nil for all alike.
  public let weights: [Double]?
  /// Which rows are resampled together; nil for every row alone.
  public let clusters: [Int]?

  /// Describes rows.
  public init(
    classNames: [String], labels: [Int], positiveClass: Int, weights: [Double]? = nil, clusters: [Int]? = nil
  ) {
    self.classNames = classNames
    self.labels = labels
    self.positiveClass = positiveClass
    self.weights = weights
    self.clusters = clusters
  }

  /// `rows` with the probabilities that a model gave to them.
  ///
  /// - Parameter probabilities: a column for each class, with one value for each of `rows`, in that order.
  /// - Throws: `EvaluationError`, as `ScoredLabels` does.
  public func scored(rows: [Int], probabilities: [[Double]]) throws -> ScoredLabels {
    try ScoredLabels(
      classNames: classNames, labels: rows.map { labels[$0] }, probabilities: probabilities,
      positiveClass: positiveClass, weights: weights.map { weights in rows.map { weights[$0] } },
      clusters: clusters.map { clusters in rows.map { clusters[$0] } })
  }
}

/// Predictions for rows by models that were not trained on them.
public struct OutOfFoldPredictions: Sendable, Hashable {
  /// The predictions of each fold, in the order of its test rows.
  public let folds: [ScoredLabels]
  /// All of them together, fold after fold.
  public let pooled: ScoredLabels
  /// The row of each pooled prediction.
  public let rows: [Int]

  /// Collects what the folds of `plan` gave.
  ///
  /// - Parameters:
  ///   - rows: the rows that the plan splits.
  ///   - probabilities: for each fold a column for each class, with a value for each test row.
  /// - Throws: `EvaluationError`, as `ScoredLabels` does.
  public init(plan: FoldPlan, of rows: LabelledRows, probabilities: [[[Double]]]) throws {
    precondition(plan.folds.count == probabilities.count, "\(plan.folds.count) folds, \(probabilities.count) results")
    folds = try zip(plan.folds, probabilities).map { fold, columns in
      try rows.scored(rows: fold.testRows, probabilities: columns)
    }
    self.rows = plan.folds.flatMap(\.testRows)
    pooled = try rows.scored(
      rows: self.rows,
      probabilities: rows.classNames.indices.map { label in probabilities.flatMap { $0[label] } })
  }
}
