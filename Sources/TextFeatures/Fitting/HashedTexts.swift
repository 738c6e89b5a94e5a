internal import LinearAlgebra
internal import Reproducibility

/// Some texts of a corpus as counts of hashed columns: what `HashedFeatureBuilder` puts together.
public struct HashedTexts: Sendable {
  /// The texts as one block sees them.
  struct Block: Sendable {
    /// By hashed columns.
    let counts: CountMatrix
    /// The terms of these texts, each with its hashed column and the number of these texts that hold it; none where columns get
    /// no names.
    let terms: TermList
    let columns: [Int32]
    let documents: [Int32]
  }

  let blocks: [Block]
  /// The number of texts.
  let count: Int
}

extension FeaturePipeline {
  /// Takes texts apart and counts them by hashed columns. Nothing is learnt.
  ///
  /// - Throws: as `analyze` does.
  /// - Precondition: all blocks are hashed, and names are not masked but numbers at most.
  /// Complexity: as `analyze`, on one thread.
  public func hashedCounts(of texts: [String]) throws -> HashedTexts {
    let preparation = TextPreparation(configuration, masks: MaskTerms())
    let blocks = try configuration.blocks.map { block in
      guard let block = block.ngramBlock else { preconditionFailure("block \"\(block.name)\" is not hashed") }
      return HashedTexts.Block(
        try AnalyzedBlock(block, texts: texts, preparation: preparation, keepsAll: true, on: .serial))
    }
    return HashedTexts(blocks: blocks, count: texts.count)
  }
}

extension HashedTexts.Block {
  fileprivate init(_ texts: AnalyzedBlock) {
    guard let hashing = texts.configuration.hashing, let signedColumns = texts.signedColumns else {
      preconditionFailure("block \"\(texts.configuration.name)\" is not hashed")
    }
    let rows = Array(0..<texts.counts.rowCount)
    counts = HashedCounts.matrix(
      of: texts.counts, rows: rows, signedColumns: signedColumns, columnCount: hashing.columnCount, on: .serial)
    guard hashing.namesPerColumn > 0 else {
      (terms, columns, documents) = (TermList(), [], [])
      return
    }
    let nodes = texts.storedColumns.indices.filter { texts.storedColumns[$0] >= 0 }.map { Int32($0) }
    let stored = nodes.map { Int(texts.storedColumns[Int($0)]) }
    let storedDocuments = DocumentFrequency.documents(of: texts.counts, rows: rows, on: .serial)
    terms = texts.tree.terms(of: nodes)
    columns = stored.map { FeatureHash.column(signedColumns[$0]) }
    documents = stored.map { storedDocuments[$0] }
  }
}
