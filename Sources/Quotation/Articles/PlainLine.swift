/// What a short line says, whatever it is written with.
enum PlainLine {
  /// `bytes` with the letters of Latin's ASCII part and Russian in lower case. Complexity: O(n).
  static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var lead: UInt8 = 0
    for byte in bytes {
      if lead == 0xD0, !result.isEmpty {
        // А-Я are D0 90 to D0 AF, а-п D0 B0 to D0 BF, р-я D1 80 to D1 8F, Ё D0 81, ё D1 91.
        switch byte {
        case 0x90...0x9F: result.append(byte + 0x20)
        case 0xA0...0xAF:
          result[result.count - 1] = 0xD1
          result.append(byte - 0x20)
        case 0x81:
          result[result.count - 1] = 0xD1
          result.append(0x91)
        default: result.append(byte)
        }
      } else {
        result.append(ByteText.lowercased(byte))
      }
      lead = byte
    }
    return result
  }

  /// The line in lower case, with single spaces, and without numbers and marks before the first letter and after the last;
  /// no more than about `limit` bytes of it.
  static func normalized(_ range: Range<Int>, in text: [UInt8], limit: Int = .max) -> [UInt8] {
    var line: [UInt8] = []
    var (index, pendingSpace, lastLetter) = (range.lowerBound, false, 0)
    while index < range.upperBound, line.count <= limit {
      let space = ByteText.spaceLength(at: index, in: text)
      if space > 0 {
        pendingSpace = true
        index += space
        continue
      }
      let (value, length) = ByteText.scalar(at: index, in: text)
      let isLetter = isLetter(value)
      if isLetter || !line.isEmpty || value == 0xA9 {
        if pendingSpace, !line.isEmpty { line.append(32) }
        line += text[index..<(index + length)]
        if isLetter || value == 0xA9 { lastLetter = line.count }
      }
      pendingSpace = false
      index += length
    }
    // A colon says that something follows.
    let end = lastLetter < line.count && line[lastLetter] == UInt8(ascii: ":") ? lastLetter + 1 : lastLetter
    return lowercased(line[..<end])
  }

  /// Whether a scalar is a letter, roughly: neither a mark of ASCII or Latin-1 nor punctuation.
  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return value | 0x20 >= 97 && value | 0x20 <= 122 }
    switch value {
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFFF0...0xFFFF: return false
    default: return true
    }
  }
}
