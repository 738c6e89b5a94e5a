extension CuePattern {
  /// The items of a pattern, in order.
  static func items(of text: String) throws(Flaw) -> [Item] {
    var items: [Item] = []
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return items }
      if first == "(" {
        items.append(try group(from: &rest, in: text))
      } else {
        let end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
        items.append(try item(rest[..<end], in: text))
        rest = rest[end...]
      }
    }
  }

  /// The group in parentheses that `rest` begins with, which is moved past it.
  private static func group(from rest: inout Substring, in text: String) throws(Flaw) -> Item {
    guard let close = rest.firstIndex(of: ")") else {
      throw Flaw("a parenthesis that is not closed in the pattern \"\(text)\"")
    }
    let inside = rest[rest.index(after: rest.startIndex)..<close]
    guard !inside.contains("(") else { throw Flaw("parentheses within parentheses in the pattern \"\(text)\"") }
    var alternatives: [[Atom]] = []
    for part in inside.split(separator: "|", omittingEmptySubsequences: false) {
      var atoms: [Atom] = []
      for word in part.split(whereSeparator: \.isWhitespace) { atoms.append(try atom(word, in: text)) }
      if atoms.isEmpty { throw Flaw("an alternative without words in the pattern \"\(text)\"") }
      alternatives.append(atoms)
    }
    rest = rest[rest.index(after: close)...]
    let isOptional = rest.first == "?"
    if isOptional { rest = rest.dropFirst() }
    if let next = rest.first, !next.isWhitespace {
      throw Flaw("\"\(next)\" right after a parenthesis in the pattern \"\(text)\"")
    }
    return Item(alternatives: alternatives, isOptional: isOptional)
  }

  private static func item(_ word: Substring, in text: String) throws(Flaw) -> Item {
    if word.contains(where: { "()|".contains($0) }) {
      throw Flaw("\"\(word)\" in the pattern \"\(text)\" has parentheses or bars that do not belong together")
    }
    let isOptional = word.count > 1 && word.last == "?"
    let atom = try atom(isOptional ? word.dropLast() : word, in: text)
    if isOptional, atom.isGap { throw Flaw("a gap that is optional twice in the pattern \"\(text)\"") }
    return Item(alternatives: [[atom]], isOptional: isOptional)
  }

  private static func atom(_ word: Substring, in text: String) throws(Flaw) -> Atom {
    if let mark = CueMark(word) { return .mark(mark) }
    switch word {
    case "^": return .sentenceStart
    case "$": return .sentenceEnd
    case "#": return .number
    default: break
    }
    if word.hasPrefix("..") {
      guard word.count == 3, let length = word.last?.wholeNumberValue, length > 0 else {
        throw Flaw("\"\(word)\" in the pattern \"\(text)\" is no gap (..1 to ..9 was expected)")
      }
      return .gap(length)
    }
    if word.hasPrefix("<") {
      guard word.hasSuffix(">"), word.count > 2 else {
        throw Flaw("\"\(word)\" in the pattern \"\(text)\" is no reference (<name> was expected)")
      }
      return .reference(String(word.dropFirst().dropLast()))
    }
    let isPrefix = word.hasSuffix("*")
    guard let bytes = wordBytes(isPrefix ? word.dropLast() : word) else {
      throw Flaw(
        "\"\(word)\" in the pattern \"\(text)\" can match no word "
          + "(lower-case letters and digits were expected, with apostrophes and hyphens inside only)")
    }
    return isPrefix ? .prefix(bytes) : .word(bytes)
  }

  /// The bytes of a word as texts' words are looked up, or nil where no word can have them.
  private static func wordBytes(_ word: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var isInside = false
    for scalar in word.unicodeScalars {
      switch scalar {
      case "'", "-", "\u{2019}":
        guard isInside else { return nil }
        isInside = false
        bytes.append(scalar == "-" ? 0x2D : 0x27)
      default:
        guard scalar.isPythonWord, !scalar.properties.isUppercase else { return nil }
        isInside = true
        UTF8Scalar.append(scalar.value, to: &bytes)
      }
    }
    return isInside ? bytes : nil
  }
}
