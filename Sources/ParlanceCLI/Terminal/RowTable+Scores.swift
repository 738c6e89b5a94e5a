internal import ParlanceKit
internal import Reproducibility

extension RowTable {
  /// Out-of-fold scores as `predict` writes rows, but for the fold in the place of the log-odds.
  ///
  /// - Parameter keepsColumns: whether the corpus's own columns stand beside them, those that are called like a score as `corpus_…`.
  /// - Throws: `CorpusError` for a column that is not there.
  init(_ scores: OutOfFoldScores, keepsColumns: Bool) throws {
    let own = ["id", "label", "probability", "fold"]
    let kept = keepsColumns ? scores.columnNames : []
    let values = try kept.map { try scores.values(ofColumn: $0) }
    self.init(
      columns: own + kept.map { own.contains($0) ? "corpus_\($0)" : $0 },
      rows: scores.rows.enumerated().map { place, row in
        [.string(row.id), .string(row.label), .number(row.probability), .string(row.fold)]
          + values.map { .string($0[place]) }
      })
  }
}
