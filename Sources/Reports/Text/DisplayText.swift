/// Words from a corpus, made safe to show.
enum DisplayText {
  /// The text without what could reach beyond its own place: direction overrides, embeddings and isolates are dropped, so
  /// that a word cannot turn its surroundings around; control characters become U+FFFD, so that none reaches a terminal;
  /// line and paragraph separators become line feeds. Line feeds and tabs stay.
  ///
  /// Complexity: O(n); text without any of these is returned as it is.
  static func sanitized(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0D, 0x2028, 0x2029, 0x85: scalars.append("\n")
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      case _ where isUnsafe(scalar): scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text on one line: safe, with every run of white space a single space.
  static func singleLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
    return sanitized(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text on one line: safe, with line feeds and tabs turned into spaces and all spaces kept.
  static func flattened(_ text: String) -> String {
    let safe = sanitized(text)
    guard safe.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) else { return safe }
    return String(safe.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  /// Whether the text is printable ASCII with single spaces inside, as most are, and so needs nothing done.
  static func isPlainLine(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    case 0x20..<0x7F: false
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
