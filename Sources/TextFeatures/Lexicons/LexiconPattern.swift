/// Takes the patterns of dictionaries apart.
enum LexiconPattern {
  private static let star = UInt8(ascii: "*")

  /// What the words of a pattern ask for one after the other, or nil where nothing that is read from texts can match it: marks,
  /// apostrophes and hyphens at the beginning or end of a word, nothing at all.
  static func atoms(of pattern: String) -> [CuePattern.Atom]? {
    var atoms: [CuePattern.Atom] = []
    for word in pattern.unicodeScalars.split(whereSeparator: \.isPythonSpace) {
      guard let bytes = bytes(of: word) else { return nil }
      atoms.append(atom(bytes))
    }
    return atoms.isEmpty ? nil : atoms
  }

  /// The pattern as it is looked for: lower-cased as texts are, white space made one space.
  static func normalized(_ text: String) -> String {
    let bytes = text.utf8.span
    var (image, position) = ([UInt8](), 0)
    while position < bytes.count {
      let width = UTF8Scalar.width(of: bytes[position])
      let scalar = UTF8Scalar.value(bytes, at: position, width: width)
      for lower in LowercaseContext.lowercase(of: scalar, at: position, in: bytes) {
        UTF8Scalar.append(lower, to: &image)
      }
      position += width
    }
    return String(decoding: image, as: UTF8.self).unicodeScalars.split(whereSeparator: \.isPythonSpace)
      .map { String($0) }.joined(separator: " ")
  }

  /// Whether it has a wildcard.
  static func hasWildcard(_ pattern: String) -> Bool { pattern.utf8.contains(where: GlobTable.isWildcard) }

  private static func atom(_ bytes: [UInt8]) -> CuePattern.Atom {
    guard let first = bytes.firstIndex(where: GlobTable.isWildcard) else { return .word(bytes) }
    if first == bytes.count - 1, bytes[first] == star { return first == 0 ? .anyWord : .prefix(Array(bytes[..<first])) }
    return .glob(bytes)
  }

  /// The bytes of a word as those of texts are looked up; nil where no word has them.
  private static func bytes(of word: Substring.UnicodeScalarView) -> [UInt8]? {
    var bytes: [UInt8] = []
    var mayJoin = false
    for scalar in word {
      switch scalar {
      case "'", "-", "\u{2019}":
        guard mayJoin else { return nil }
        mayJoin = false
        bytes.append(scalar == "-" ? 0x2D : 0x27)
      default:
        guard scalar.isPythonWord || scalar == "*" || scalar == "?" else { return nil }
        mayJoin = true
        UTF8Scalar.append(scalar.value, to: &bytes)
      }
    }
    return mayJoin ? bytes : nil
  }
}
