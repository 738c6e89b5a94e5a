/// The terms that give hashed columns their names.
enum HashedNames {
  /// The terms that are in most of the training texts, at most `perColumn` a column, by column and then by frequency, equally
  /// frequent ones in the order of their bytes.
  static func remembered(
    _ tree: NgramTree, documents: [Int32], signedColumns: [Int32], perColumn: Int
  ) -> (terms: TermList, columns: [Int32]) {
    var keyed: [(column: Int32, documents: Int32, node: Int32)] = []
    if perColumn > 0 {
      for node in documents.indices where documents[node] > 0 {
        keyed.append((FeatureHash.column(signedColumns[node]), documents[node], Int32(node)))
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
    return (tree.terms(of: nodes), columns)
  }
}
