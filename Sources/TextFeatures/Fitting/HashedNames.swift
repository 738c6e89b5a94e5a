/// The terms that give hashed columns their names.
enum HashedNames {
  /// The terms that are in most of the training texts, at most `perColumn` a column, by column and then by frequency, equally
  /// frequent ones in the order of their bytes.
  ///
  /// - Parameters:
  ///   - documents: for each column of the analysis the number of training texts that hold it.
  ///   - signedColumns: and the hashed column it goes to.
  static func remembered(
    _ texts: AnalyzedBlock, documents: [Int32], signedColumns: [Int32], perColumn: Int
  ) -> (terms: TermList, columns: [Int32]) {
    var keyed: [(column: Int32, documents: Int32, node: Int32)] = []
    if perColumn > 0 {
      for (node, stored) in texts.storedColumns.enumerated() where stored >= 0 && documents[Int(stored)] > 0 {
        keyed.append((FeatureHash.column(signedColumns[Int(stored)]), documents[Int(stored)], Int32(node)))
      }
      keyed.sort { ($0.column, -$0.documents, $0.node) < ($1.column, -$1.documents, $1.node) }
    }
    var nodes: [Int32] = []
    var columns: [Int32] = []
    var taken = 0
    for entry in keyed {
      taken = columns.last == entry.column ? taken + 1 : 1
      guard taken <= perColumn else { continue }
      nodes.append(entry.node)
      columns.append(entry.column)
    }
    return (texts.tree.terms(of: nodes), columns)
  }
}
