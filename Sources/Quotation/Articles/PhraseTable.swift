/// Phrases that are looked for at places of a text, by their first byte.
struct PhraseTable: Sendable {
  private let phrases: [[[UInt8]]]

  init(_ phrases: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      table[Int(bytes.first ?? 0)].append(bytes)
    }
    self.phrases = table
  }

  /// The first of the phrases that stands at `index`, or nil.
  func phrase(in line: [UInt8], at index: Int) -> [UInt8]? {
    guard index < line.count else { return nil }
    return phrases[Int(line[index])].first { phrase in
      guard line.count - index >= phrase.count else { return false }
      for offset in phrase.indices where line[index + offset] != phrase[offset] { return false }
      return true
    }
  }

  /// Whether one of the phrases stands at `index`.
  func begins(_ line: [UInt8], at index: Int) -> Bool { phrase(in: line, at: index) != nil }
}
