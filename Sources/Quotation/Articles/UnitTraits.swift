/// What can be counted in a unit, whatever it means.
struct UnitTraits: Hashable {
  /// How many characters it has, spaces included.
  private(set) var characters: Int32 = 0
  /// How many words.
  private(set) var words: Int32 = 0
  /// How many letters of each script.
  private(set) var latin: Int32 = 0
  private(set) var cyrillic: Int32 = 0
  private(set) var otherLetters: Int32 = 0
  /// How many digits of ASCII.
  private(set) var digits: Int32 = 0
  /// Whether it ends as sentences do, quotation marks and parentheses aside.
  private(set) var endsSentence = false
  /// Whether it ends with a full stop or an ellipsis, or with a quotation that has a sentence's end: headings hardly do.
  private(set) var endsWithStop = false

  /// Letters of any script.
  var letters: Int32 { latin + cyrillic + otherLetters }
  /// Whether it is long enough, and ends as if it were a paragraph of an article.
  var isProse: Bool { (endsSentence && characters >= 80 && words >= 8) || characters >= 250 }
  /// Whether it is a sentence, long or short.
  var isSentence: Bool { isProse || (endsWithStop && words > 0) }

  /// Counts. Complexity: O(n).
  init(of range: Range<Int>, in text: [UInt8]) {
    var isInWord = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        characters += 1
        let isLetter = ByteText.lowercased(byte) &- 97 < 26
        if isLetter { latin += 1 } else if ByteText.isDigit(byte) { digits += 1 }
        let isSpace = ByteText.isSpace(byte)
        if !isSpace, !isInWord, isLetter || ByteText.isDigit(byte) {
          words += 1
          isInWord = true
        }
        if isSpace { isInWord = false }
        continue
      }
      let (value, length) = ByteText.scalar(at: index, in: text)
      index += length
      characters += 1
      if ByteText.isWideSpace(value) { isInWord = false } else { countLetter(value, isInWord: &isInWord) }
    }
    judgeEnd(of: range, in: text)
  }

  private mutating func countLetter(_ value: UInt32, isInWord: inout Bool) {
    switch value {
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3001...0x303F, 0xFE00...0xFE0F, 0xFFF0...0xFFFF: return
    case 0xC0...0x24F: latin += 1
    case 0x400...0x52F: cyrillic += 1
    default: otherLetters += 1
    }
    if !isInWord { words += 1 }
    isInWord = true
  }

  private mutating func judgeEnd(of range: Range<Int>, in text: [UInt8]) {
    var rest = range
    var isQuoted = false
    while !rest.isEmpty {
      let (value, length) = ByteText.lastScalar(of: rest, in: text)
      switch value {
      case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0xBB, 0x203A: isQuoted = true
      case 0x29, 0x5D, 0x20, 0xA0: break
      case 0x2E, 0x2026, 0x3002, 0x589, 0x6D4, 0x964:
        endsSentence = true
        endsWithStop = true
        return
      case 0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F:
        endsSentence = true
        endsWithStop = isQuoted
        return
      default: return
      }
      rest = rest.lowerBound..<(rest.upperBound - length)
    }
  }
}
