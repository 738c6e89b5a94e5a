/// What the endings of words tell: the value of the longest suffix that a word has.
struct SuffixTable<Value: Sendable>: Sendable {
  /// By the last byte: suffixes, longer ones first.
  private var suffixes = [[(suffix: [UInt8], value: Value)]](repeating: [], count: 256)

  /// Makes a table of rows of suffixes, with spaces between them, and what they tell.
  init(_ rows: [(suffixes: String, value: Value)]) {
    for row in rows {
      for suffix in row.suffixes.split(separator: " ") {
        let bytes = Array(suffix.utf8)
        suffixes[Int(bytes[bytes.count - 1])].append((bytes, row.value))
      }
    }
    for index in suffixes.indices { suffixes[index].sort { $0.suffix.count > $1.suffix.count } }
  }

  /// Whether a word is one of the suffixes, all of it.
  func hasWhole(_ word: Range<Int>, in text: [UInt8]) -> Bool {
    guard !word.isEmpty else { return false }
    return suffixes[Int(text[word.upperBound - 1])].contains {
      $0.suffix.count == word.count && text[word].elementsEqual($0.suffix)
    }
  }

  /// The value of the longest suffix of a word that leaves at least `stem` bytes before it; nil for none.
  func value(of word: Range<Int>, in text: [UInt8], stem: Int = 4) -> Value? {
    guard !word.isEmpty else { return nil }
    for (suffix, value) in suffixes[Int(text[word.upperBound - 1])] where word.count >= suffix.count + stem {
      let first = word.upperBound - suffix.count
      if suffix.indices.allSatisfy({ text[first + $0] == suffix[$0] }) { return value }
    }
    return nil
  }
}
