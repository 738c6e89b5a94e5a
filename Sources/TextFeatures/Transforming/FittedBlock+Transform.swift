internal import LinearAlgebra
internal import Reproducibility

extension FittedBlock {
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
