/// Finds names by their first word.
struct NameWords: Sendable {
  /// A word of a name, as a token is.
  private struct Word {
    let spelling: UInt32
    let byteCount: Int32
    let letters: Token.Letters
    let kind: Token.Kind
    /// Whether it has cases: a Russian word.
    let isInflected: Bool
  }

  private var words: [Word] = []
  /// Where the words of each name begin, and after the last name their number.
  private var offsets = [0]
  /// The first name of each chain, and -1 where there is none; found by the hash of a first word.
  private var slots: [Int32]
  /// The name that comes after each in its chain, longer ones first.
  private var next: [Int32]

  init(names: [String]) {
    var capacity = 1 << 4
    while capacity < 2 * names.count { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    next = Array(repeating: -1, count: names.count)
    let (text, tokensOfNames) = Self.tokens(of: names)
    for tokens in tokensOfNames {
      words += tokens.map {
        Word(
          spelling: $0.spelling, byteCount: $0.end - $0.start, letters: $0.letters, kind: $0.kind,
          isInflected: $0.kind == .word && $0.letters != .allCapitals && CyrillicStem.isCyrillic(text[Int($0.start)]))
      }
      offsets.append(words.count)
    }
    let shortestFirst = names.indices.sorted { (wordCount(of: $0), $0) < (wordCount(of: $1), $1) }
    for name in shortestFirst where wordCount(of: name) > 0 {
      let slot = slot(of: words[offsets[name]].spelling)
      next[name] = slots[slot]
      slots[slot] = Int32(name)
    }
  }

  private static func tokens(of names: [String]) -> (text: [UInt8], names: [[Token]]) {
    var text: [UInt8] = []
    var paragraphs: [Article.Paragraph] = []
    for name in names {
      let start = text.count
      text += name.utf8
      paragraphs.append(Article.Paragraph(kind: .body, range: start..<text.count))
      text.append(10)
    }
    var tokenizer = Tokenizer(language: .english)
    let (tokens, ranges) = tokenizer.tokens(
      of: Article(
        name: "", text: text, title: nil, date: nil, language: "en", paragraphs: paragraphs, leftOut: []))
    return (text, ranges.map { Array(tokens[$0]) })
  }

  private func wordCount(of name: Int) -> Int { offsets[name + 1] - offsets[name] }

  private func slot(of spelling: UInt32) -> Int { Int(spelling) & (slots.count - 1) }

  /// The longest name that begins with the token at `index` and ends before `end`.
  func longest(at index: Int, in tokens: [Token], end: Int) -> (entry: Int, count: Int)? {
    var name = slots[slot(of: tokens[index].spelling)]
    while name >= 0 {
      let count = wordCount(of: Int(name))
      if index + count <= end, matches(Int(name), at: index, in: tokens) { return (Int(name), count) }
      name = next[Int(name)]
    }
    return nil
  }

  private func matches(_ name: Int, at index: Int, in tokens: [Token]) -> Bool {
    for offset in 0..<wordCount(of: name) {
      let word = words[offsets[name] + offset]
      let token = tokens[index + offset]
      guard word.spelling == token.spelling, word.kind == token.kind else { return false }
      let byteCount = token.end - token.start
      guard word.byteCount == byteCount || word.isInflected && abs(word.byteCount - byteCount) <= 6 else {
        return false
      }
      if word.isInflected, word.letters == .small, token.letters == .capitalised { continue }
      let isShouted = token.letters == .allCapitals && word.letters == .capitalised
      guard word.letters == token.letters || isShouted else { return false }
    }
    return true
  }
}
