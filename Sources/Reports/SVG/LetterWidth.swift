/// About how wide letters are.
enum LetterWidth {
  /// The width of `text` in letters of `size`: no less than in the widest of the common sans-serif typefaces, as a rule.
  static func of(_ text: String, size: Double) -> Double { text.reduce(0) { $0 + share(of: $1) } * size }

  /// The width of a character as a share of the size of the letters, after DejaVu Sans.
  private static func share(of character: Character) -> Double {
    guard let byte = character.asciiValue else {
      let columns = DisplayWidth.of(character)
      return columns == 1 ? 0.8 : Double(columns) * 0.55
    }
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: " "),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "'"):
      return 0.36
    case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"): return 0.42
    case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"),
      UInt8(ascii: "%"):
      return 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 0.78
    default: return 0.64
    }
  }
}
