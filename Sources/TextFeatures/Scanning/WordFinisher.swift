/// What becomes of a word before n-grams are made: nothing for a stop word, its stem where stems are asked for.
///
/// It depends on the word alone, so that it is computed once for each different word.
struct WordFinisher: ~Copyable {
  private let stopWords: TermTable?
  private var stemmer: SnowballStemmer?

  init(_ block: BlockConfiguration) {
    if block.stopWords.isEmpty {
      stopWords = nil
    } else {
      var table = TermTable()
      for word in block.stopWords { _ = table.intern(Array(word.utf8)) }
      stopWords = table
    }
    stemmer = block.stemming.flatMap { SnowballStemmer(language: $0) }
  }

  /// Whether every word stays as it is.
  static func isIdle(_ block: BlockConfiguration) -> Bool { block.stopWords.isEmpty && block.stemming == nil }

  /// What is counted for `word`, or nil for a stop word. Placeholders of masks are never touched.
  mutating func finish(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    let bytes = Array(word)
    if Masker.isPlaceholder(bytes) { return bytes }
    if let stopWords {
      let span = bytes.span
      if stopWords.find(span, 0..<bytes.count, hash: TermHash.hash(span, 0..<bytes.count)) >= 0 { return nil }
    }
    return stemmer?.stem(word) ?? bytes
  }
}
