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
    let cut = TextPieces(texts)
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let weighting = RowWeighting(configuration, idf: idf)
    var parts: [RowBuilder]
    if let table = columnsByWords(ifWorthwhileFor: bytes) {
      parts = parallelism.map(count: cut.ranges.count) { piece in
        rows(of: texts[cut.ranges[piece]], table: table, weighting: weighting, preparation: preparation)
      }
    } else {
      let finder = ColumnFinder(self, textBytes: bytes)
      parts = parallelism.map(count: cut.ranges.count) { piece in
        rows(of: texts[cut.ranges[piece]], finder: finder, weighting: weighting, preparation: preparation)
      }
    }
    return RowBuilder.join(&parts, columnCount: columnCount)
  }

  private func rows(
    of texts: ArraySlice<String>, table: NgramTable, weighting: RowWeighting, preparation: TextPreparation
  ) -> RowBuilder {
    var builder = RowBuilder(weighting)
    var reader = WordNumberReader(configuration, preparation: preparation, table: table)
    var search = NgramTable.Search()
    for text in texts {
      reader.read(preparation.normalized(text))
      table.find(reader.numbers.span.extracting(first: reader.count), orders: configuration.ngrams, into: &search)
      builder.append(search.found.span.extracting(first: search.count))
      builder.closeRow()
    }
    return builder
  }

  private func rows(
    of texts: ArraySlice<String>, finder: ColumnFinder, weighting: RowWeighting, preparation: TextPreparation
  ) -> RowBuilder {
    var builder = RowBuilder(weighting)
    var reader = BlockReader(configuration, preparation: preparation)
    for text in texts {
      reader.read(preparation.normalized(text))
      reader.text.forEachNgram(configuration) { _, bytes, range in
        if let column = finder.signedColumn(of: bytes, range) { builder.note(signed: column, count: 1) }
      }
      builder.appendNoted()
      builder.closeRow()
    }
    return builder
  }
}
