/// Names as sequences of words, found in sequences of words.
struct NameTree: Sendable {
  private let lowercases: Bool
  private var words = TermTable()
  /// The node after a node and a word, keyed by both; the root is node 0.
  private var children: [UInt64: Int32] = [:]
  /// What a name that ends at each node becomes.
  private var endings: [Masker.Placeholder?] = [nil]

  init(lowercases: Bool) { self.lowercases = lowercases }

  /// Adds names; one that is there already keeps its placeholder, and one without any word character is passed over.
  mutating func add(_ names: [String], as placeholder: Masker.Placeholder) {
    var scanner = RunScanner(lowercases: lowercases, minimumLength: 1)
    for name in names {
      scanner.scan(name.utf8.span)
      let parts = scanner.runs.map { NameTree.folded(scanner.bytes[$0.start..<$0.end]) }
      guard let last = parts.last else { continue }
      add(parts, as: placeholder)
      add(parts.dropLast() + [last + Array("\u{2BC}s".utf8)], as: placeholder)
    }
  }

  private mutating func add(_ parts: [[UInt8]], as placeholder: Masker.Placeholder) {
    var node: Int32 = 0
    for part in parts {
      let key = NameTree.key(node, words.intern(part))
      if let child = children[key] {
        node = child
      } else {
        node = Int32(endings.count)
        children[key] = node
        endings.append(nil)
      }
    }
    if endings[Int(node)] == nil { endings[Int(node)] = placeholder }
  }

  /// The number of a word in any case, or -1 where no name holds it.
  func token(of word: ArraySlice<UInt8>) -> Int32 {
    guard endings.count > 1 else { return -1 }
    let folded = NameTree.folded(word)
    let span = folded.span
    return words.find(span, 0..<folded.count, hash: TermHash.hash(span, 0..<folded.count))
  }

  /// The longest name that begins with the word at `start`, with the number of its words.
  func longestName(in tokens: [Int32], from start: Int) -> (length: Int, placeholder: Masker.Placeholder)? {
    var longest: (length: Int, placeholder: Masker.Placeholder)?
    var node: Int32 = 0
    var position = start
    while position < tokens.count, tokens[position] >= 0,
      let child = children[NameTree.key(node, tokens[position])]
    {
      node = child
      position += 1
      if let placeholder = endings[Int(node)] { longest = (position - start, placeholder) }
    }
    return longest
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 { UInt64(node) << 32 | UInt64(word) }

  /// The bytes of a word by which it is compared: lower case scalar by scalar, every sigma alike.
  private static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
    var folded = ""
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      folded += scalar == "\u{3C2}" ? "\u{3C3}" : scalar.properties.lowercaseMapping
    }
    return Array(folded.utf8)
  }
}
