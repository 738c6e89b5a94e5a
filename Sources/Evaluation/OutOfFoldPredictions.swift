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
  ///
  /// Where a plan tests rows more than once, all predictions of a row are drawn together in resampling, as one cluster, unless
  /// rows are clustered already.
  ///
  /// - Throws: `EvaluationError`, as `ScoredLabels` does.
  public init(plan: FoldPlan, of rows: LabelledRows, probabilities: [[[Double]]]) throws {
    let rows = plan.repeatsRows && rows.clusters == nil ? rows.clusteredByRow : rows
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
