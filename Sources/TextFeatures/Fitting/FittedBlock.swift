internal import Reproducibility

/// The columns of a block that were learnt from some texts, and their weights.
struct FittedBlock: Sendable {
  let configuration: BlockConfiguration
  /// The number of columns.
  let columnCount: Int
  /// The columns' terms, ascending by bytes. With hashing: the terms remembered, by column and then by frequency.
  let terms: TermList
  /// With hashing: the column of each of `terms`, never falling. Otherwise empty.
  let termColumns: [Int32]
  /// The weight of each column, or nothing.
  let idf: [Double]
  /// Which nodes of which analysis the columns were made from; nil after restoring.
  let origin: Origin?
  /// Finds columns by terms; made when it is first asked for.
  let table = LazyValue<TermTable>()
  /// Finds columns by the words of terms, for blocks of words; made when it first pays.
  let wordTable = LazyValue<NgramTable?>()

  /// The nodes that became columns, in the order of columns.
  struct Origin: Sendable {
    let identity: AnalysisIdentity
    let nodes: [Int32]
  }

  /// A block that was fitted before.
  init(
    _ configuration: BlockConfiguration, terms: TermList, termColumns: [Int32], idf: [Double]
  ) {
    self.configuration = configuration
    self.terms = terms
    self.termColumns = termColumns
    self.idf = idf
    columnCount = configuration.hashing?.columnCount ?? terms.count
    origin = nil
  }

  /// Learns from `rows`.
  init(
    _ block: BlockConfiguration, fittedTo texts: AnalyzedBlock, rows: [Int], identity: AnalysisIdentity,
    on parallelism: Parallelism
  ) throws {
    configuration = block
    let documents = DocumentFrequency.documents(of: texts.counts, rows: rows, on: parallelism)
    if let hashing = block.hashing, let signedColumns = texts.signedColumns {
      columnCount = hashing.columnCount
      (terms, termColumns) = HashedNames.remembered(
        texts, documents: documents, signedColumns: signedColumns, perColumn: hashing.namesPerColumn)
      origin = nil
      let columnDocuments =
        block.idf == .none
        ? []
        : HashedCounts.documents(
          of: texts.counts, rows: rows, signedColumns: signedColumns, columnCount: columnCount, on: parallelism)
      idf = RowWeighting.idf(block.idf, documents: columnDocuments, total: rows.count)
      return
    }
    termColumns = []
    let nodeDocuments = texts.byNode(documents)
    let chosen = try TermSelection(block).choose(from: texts, documents: nodeDocuments, rows: rows, on: parallelism)
    terms = chosen.terms
    columnCount = terms.count
    origin = Origin(identity: identity, nodes: chosen.nodes)
    let columnDocuments = chosen.nodes.map { $0 < 0 ? 0 : nodeDocuments[Int($0)] }
    idf = RowWeighting.idf(block.idf, documents: columnDocuments, total: rows.count)
  }

  /// The table that finds the column of a term.
  var columnsByTerm: TermTable { table.value { TermTable(terms) } }

  /// For each column its column in the counts of an analysis, or -1; nil where the analysis may have left out some of them.
  func storedColumns(in texts: AnalyzedBlock, identity: AnalysisIdentity) -> [Int32]? {
    var nodes = origin?.nodes ?? []
    if origin?.identity !== identity {
      nodes = [Int32](repeating: -1, count: columnCount)
      for (node, column) in texts.tree.numbers(in: columnsByTerm).enumerated() where column >= 0 {
        nodes[Int(column)] = Int32(node)
      }
      if texts.leastOccurrences > 1, nodes.contains(-1) { return nil }
    }
    return nodes.map { $0 < 0 ? -1 : texts.storedColumns[Int($0)] }
  }
}
