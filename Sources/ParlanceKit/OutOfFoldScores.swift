internal import Evaluation

/// What cross-validation says of each row that it tested, in the order of the corpus: a table that `compare-models` takes.
public struct OutOfFoldScores: Sendable {
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
    /// The number of the row among those that take part.
    let number: Int
  }

  /// The rows.
  public let rows: [Row]
  private let dataset: Dataset

  /// The names of the corpus's own columns but for that of the ids; none of a table of numbers.
  public var columnNames: [String] {
    guard case .statements(let corpus) = dataset.content else { return [] }
    return corpus.namedColumns.filter { $0.meaning != .id }.map(\.name)
  }

  /// The cells of one of the corpus's own columns, row by row.
  ///
  /// - Throws: `CorpusError` for a column that is not there.
  public func values(ofColumn name: String) throws -> [String] {
    let values = try dataset.values(ofColumn: name)
    return rows.map { values[$0.number] }
  }

  init(_ predictions: OutOfFoldPredictions, plan: FoldPlan, examples: Examples) {
    dataset = examples.dataset
    let folds = plan.folds.flatMap { fold in fold.testRows.map { _ in fold.name } }
    let pooled = predictions.pooled
    let order = predictions.rows.indices.sorted { (predictions.rows[$0], $0) < (predictions.rows[$1], $1) }
    rows = order.map { place in
      let column = pooled.probabilities.indices.reduce(0) { best, other in
        pooled.probabilities[other][place] > pooled.probabilities[best][place] ? other : best
      }
      return Row(
        id: examples.dataset.ids[predictions.rows[place]], label: examples.classes.names[column],
        probability: pooled.scores[place], fold: folds[place], number: predictions.rows[place])
    }
  }
}
