/// How many columns of a terminal a text takes.
///
/// Ideographs, Hangul, kana and emoji take two, combining marks and invisible characters none, all others one, after
/// UAX #11 (East Asian Width W and F) as terminals apply it.
public enum DisplayWidth {
  /// The number of columns of `text`, which should hold no line feeds.
  ///
  /// Complexity: O(n).
  public static func of(_ text: String) -> Int { of(text[...]) }

  /// The number of columns of a part of a text.
  static func of(_ text: Substring) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The number of columns of the longest part of `text` without a space.
  static func ofLongestWord(in text: String) -> Int {
    text.utf8.split(separator: UInt8(ascii: " ")).map { of(Substring($0)) }.max() ?? 0
  }

  /// The number of columns of one character as readers see it: 0, 1 or 2; more only for odd sequences.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    let isEmoji = scalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
    if isEmoji { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }  // vowels and finals join the syllable before them
    return isWide(scalar.value) ? 2 : 1
  }

  /// Characters of East Asian Width W or F that are not emoji, by block.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    default: false
    }
  }
}
