internal import LinearAlgebra
internal import Reproducibility

extension FittedBlock {
  /// The rows of an analysis as values of this block's columns. Complexity: O(entries of the rows + nodes).
  func transform(
    _ texts: AnalyzedBlock, rows: [Int], identity: AnalysisIdentity, on parallelism: Parallelism
  ) -> SparseMatrix {
    let columns = columns(of: texts, identity: identity)
    let weighting = RowWeighting(configuration, idf: idf)
    let isHashed = configuration.hashing != nil
    let cut = Pieces(itemCount: rows.count, targetLength: 1 << 13, maximumCount: 64)
    var parts = parallelism.map(count: cut.count) { piece in
      var builder = RowBuilder(weighting)
      let columns = columns.span
      let nodes = texts.counts.nodes.span
      if !isHashed {
        builder.reserve(rows[cut[piece]].reduce(0) { $0 + texts.counts.entryCount(ofRow: $1) })
      }
      for row in rows[cut[piece]] {
        for entry in texts.counts.rowOffsets[row]..<texts.counts.rowOffsets[row + 1] {
          let column = columns[Int(nodes[entry])]
          if isHashed {
            builder.note(signed: column, count: texts.counts.count(at: entry))
          } else if column >= 0 {
            builder.append(column: column, count: texts.counts.count(at: entry))
          }
        }
        if isHashed { builder.appendNoted() }
        builder.closeRow()
      }
      return builder
    }
    return RowBuilder.join(&parts, columnCount: columnCount)
  }

  /// New texts as values of this block's columns. Complexity: O(bytes x greatest n-gram length).
  func transform(_ texts: [String], preparation: TextPreparation, on parallelism: Parallelism) -> SparseMatrix {
    let finder = ColumnFinder(self)
    let weighting = RowWeighting(configuration, idf: idf)
    let cut = TextPieces(texts)
    var parts = parallelism.map(count: cut.ranges.count) { piece in
      var builder = RowBuilder(weighting)
      var reader = BlockReader(configuration, preparation: preparation)
      for row in cut.ranges[piece] {
        reader.read(preparation.normalized(texts[row]))
        reader.text.forEachNgram(configuration) { _, bytes, range, hash in
          if let column = finder.signedColumn(of: bytes, range, hash: hash) { builder.note(signed: column, count: 1) }
        }
        builder.appendNoted()
        builder.closeRow()
      }
      return builder
    }
    return RowBuilder.join(&parts, columnCount: columnCount)
  }
}

/// Finds the column of a term, by vocabulary or by hash.
struct ColumnFinder: Sendable {
  private let table: TermTable
  private let hash: FeatureHash?

  init(_ block: FittedBlock) {
    hash = block.configuration.hashing.map { FeatureHash($0) }
    table = hash == nil ? block.columnsByTerm : TermTable()
  }

  /// The column of the term in `range` of `bytes`, as its complement where its sign is negative; nil where it has none.
  @inline(__always)
  func signedColumn(of bytes: Span<UInt8>, _ range: Range<Int>, hash termHash: UInt64) -> Int32? {
    if let hash { return hash.signedColumn(of: bytes, range) }
    let column = table.find(bytes, range, hash: termHash)
    return column < 0 ? nil : column
  }
}
