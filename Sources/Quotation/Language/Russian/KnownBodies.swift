/// Bodies of states that are called by several names, with the English one by which they are known in results.
struct KnownBodies: Sendable {
  /// A body.
  struct Body: Sendable {
    /// Its English name, as "Foreign Ministry".
    let name: String
    /// A number that is the same for all its names, for the noun's portfolio.
    let portfolio: UInt32
  }

  /// The bodies in the order of the list.
  let bodies: [Body]
  private var names: [(body: Int, stems: [UInt32])] = []

  /// Reads rows of an English name and its Russian ones, with "|" between them.
  init(rows: [[String]]) {
    bodies = rows.map { Body(name: $0[0], portfolio: InternedWords.hash(Array($0[0].utf8))) }
    for (body, row) in rows.enumerated() {
      for name in row[1].split(separator: "|") {
        names.append((body, name.split(separator: " ").map { Self.stem(of: $0) }))
      }
    }
    names.sort { ($1.stems.count, $0.body) < ($0.stems.count, $1.body) }
  }

  private static func stem(of word: Substring) -> UInt32 {
    let bytes = Array(word.utf8)
    return InternedWords.hash(bytes[..<CyrillicStem.length(of: bytes)])
  }

  /// The body with the longest name that begins with the token at `index`, and how many tokens it has.
  ///
  /// Complexity: O(n) in the names.
  func body(at index: Int, in tokens: [Token], end: Int) -> (body: Int, count: Int)? {
    for name in names where index + name.stems.count <= end {
      if name.stems.indices.allSatisfy({ matches(name.stems[$0], tokens[index + $0]) }) {
        return (name.body, name.stems.count)
      }
    }
    return nil
  }

  private func matches(_ stem: UInt32, _ token: Token) -> Bool { token.kind == .word && token.spelling == stem }
}
