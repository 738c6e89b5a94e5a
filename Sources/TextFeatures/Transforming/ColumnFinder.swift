/// Finds the columns of terms by their bytes: by hash, or in the vocabulary.
enum ColumnFinder: Sendable {
  /// Columns are hashed.
  case hash(FeatureHash)
  /// A table over the terms, which takes a while to make.
  case table(TermTable)
  /// The ascending terms themselves.
  case terms(TermList)

  /// The quickest way to look up the terms of texts of `textBytes` bytes in all.
  init(_ block: FittedBlock, textBytes: Int) {
    if let hashing = block.configuration.hashing {
      self = .hash(FeatureHash(hashing))
    } else if let table = block.columnsByTerm(ifWorthwhileFor: textBytes) {
      self = .table(table)
    } else {
      self = .terms(block.terms)
    }
  }

  /// The column of the term in `range` of `bytes`, as its complement where its sign is negative; nil where it has none.
  @inline(__always)
  func signedColumn(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    let column: Int32
    switch self {
    case .hash(let hash): return hash.signedColumn(of: bytes, range)
    case .table(let table): column = table.find(bytes, range, hash: TermHash.hash(bytes, range))
    case .terms(let terms): column = terms.find(bytes, range)
    }
    return column < 0 ? nil : column
  }
}

extension FittedBlock {
  /// Whether so much text is to be looked up that a table over the terms pays for itself: making one takes a term about as
  /// long as searching the sorted terms takes for two bytes of text.
  private func isTableWorthwhile(for textBytes: Int) -> Bool { textBytes >= terms.count / 2 }

  /// The table that finds columns by terms, where there is one or one is worth making.
  func columnsByTerm(ifWorthwhileFor textBytes: Int) -> TermTable? {
    table.value(if: isTableWorthwhile(for: textBytes)) { TermTable(terms) }
  }

  /// The table that finds n-grams by their words, where there is one or one is worth making; nil for other blocks.
  func columnsByWords(ifWorthwhileFor textBytes: Int) -> NgramTable? {
    guard configuration.analyzer == .word, configuration.hashing == nil else { return nil }
    return wordTable.value(if: isTableWorthwhile(for: textBytes)) {
      NgramTable(terms, longest: configuration.ngrams.maximum)
    } ?? nil
  }
}
