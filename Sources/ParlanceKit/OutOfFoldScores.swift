internal import Evaluation

/// What cross-validation says of each row that it tested, in the order of the corpus: a table that `compare-models` takes.
public struct OutOfFoldScores: Sendable, Hashable {
  /// The score of one row.
  public struct Row: Sendable, Hashable {
    /// The row's name.
    public let id: String
    /// The most probable class.
    public let label: String
    /// The probability of the positive class.
    public let probability: Double
    /// The fold in which the row was tested.
    public let fold: String
  }

  /// The rows.
  public let rows: [Row]

  init(_ predictions: OutOfFoldPredictions, plan: FoldPlan, examples: Examples) {
    let folds = plan.folds.flatMap { fold in fold.testRows.map { _ in fold.name } }
    let pooled = predictions.pooled
    let order = predictions.rows.indices.sorted { (predictions.rows[$0], $0) < (predictions.rows[$1], $1) }
    rows = order.map { place in
      let column = pooled.probabilities.indices.reduce(0) { best, other in
        pooled.probabilities[other][place] > pooled.probabilities[best][place] ? other : best
      }
      return Row(
        id: examples.dataset.ids[predictions.rows[place]], label: examples.classes.names[column],
        probability: pooled.scores[place], fold: folds[place])
    }
  }
}
