/// A Unicode scalar as it stands in UTF-8 text, and what it means to the tokenizer.
struct TextScalar {
  let value: UInt32
  /// How many bytes it takes; 1 for a byte that begins no valid sequence.
  let length: Int

  /// The scalar that begins at `index`; bytes that are no UTF-8 are taken one at a time, as U+FFFD.
  init(_ text: [UInt8], at index: Int, end: Int) {
    let first = text[index]
    let count = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard count > 1, index + count <= end else {
      value = count == 1 ? UInt32(first) : 0xFFFD
      length = 1
      return
    }
    var value = UInt32(first & (0xFF >> UInt8(count + 1)))
    for offset in 1..<count {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else {
        self.value = 0xFFFD
        length = 1
        return
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    self.value = value
    length = count
  }

  var isASCIILetter: Bool { (97...122).contains(value | 0x20) && value < 0x80 }
  var isDigit: Bool { (48...57).contains(value) }

  /// Whether words are made of it: letters and the marks upon them.
  var isLetter: Bool {
    switch value {
    case 0..<0x80: isASCIILetter
    case 0xC0...0x24F, 0x370...0x3FF, 0x400...0x52F: value != 0xD7 && value != 0xF7
    case 0x2000...0x2BFF, 0x3000...0x303F, 0x80...0xBF: value == 0xAA || value == 0xB5 || value == 0xBA
    default: hasLetterCategory
    }
  }

  private var hasLetterCategory: Bool {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark:
      true
    default: false
    }
  }

  var isSpace: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  var isApostrophe: Bool { value == 0x27 || value == 0x2019 || value == 0x02BC }

  /// The small letter, for scripts that the rules have languages for quickly, for others as Unicode says.
  var lowercased: UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    case 0x61...0x7A, 0xDF...0xFF, 0x430...0x45F, 0..<0x41: value
    case 0x02BC, 0x2019: 0x27
    case 0x80..<0xC0, 0x2000...0x2BFF: value
    default: lowercasedByProperties
    }
  }

  private var lowercasedByProperties: UInt32 {
    let mapping = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars
    guard let mapping, mapping.count == 1, let scalar = mapping.first else { return value }
    return scalar.value
  }

  /// What a mark that stands alone is.
  var kind: Token.Kind {
    switch value {
    case 0x22, 0xFF02: .straightQuote
    case 0x201C, 0xAB, 0x201E, 0x300C, 0x201F: .openingQuote
    case 0x201D, 0xBB, 0x300D: .closingQuote
    case 0x2018, 0x2039, 0x201A, 0x201B: .innerOpeningQuote
    case 0x2019, 0x203A: .innerClosingQuote
    case 0x27: .innerStraightQuote
    case 0x2C, 0x60C, 0x3001: .comma
    case 0x2E, 0x3002, 0x589: .fullStop
    case 0x3F, 0x61F: .question
    case 0x21: .exclamation
    case 0x2026: .ellipsis
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x2012...0x2015: .dash
    case 0x28, 0x5B: .openingBracket
    case 0x29, 0x5D: .closingBracket
    default: .other
    }
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(scalar))
    } else {
      for unit in Unicode.UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? Unicode.UTF8.encodedReplacementCharacter
      {
        append(unit)
      }
    }
  }
}
