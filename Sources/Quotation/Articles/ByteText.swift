/// Looks at UTF-8 text byte by byte.
enum ByteText {
  /// The byte in lower case, where it is an ASCII letter.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// Whether the byte is white space of ASCII.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  /// Whether the byte is a digit of ASCII.
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Whether the byte goes on with a character that began before it.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether there is nothing but white space of ASCII, and a byte order mark.
  static func isBlank(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].allSatisfy(isSpace)
  }

  /// Whether one stretch is the other, or its beginning, and long enough for that to be no accident.
  static func beginAlike(_ first: Range<Int>, _ second: Range<Int>, in bytes: [UInt8]) -> Bool {
    let shared = min(first.count, second.count)
    return shared >= 20 && bytes[first].prefix(shared).elementsEqual(bytes[second].prefix(shared))
  }

  /// Whether `bytes` end with `suffix`.
  static func hasSuffix(_ bytes: [UInt8], _ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Where `pattern` first stands in `bytes` from `start` on. Complexity: O(n m), for short patterns.
  static func find(_ pattern: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
    let wanted = Array(pattern.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var index = start
    while index <= bytes.count - wanted.count {
      if bytes[index] == first, bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  /// The scalar that begins at `index` of valid UTF-8, and its length in bytes.
  static func scalar(at index: Int, in bytes: [UInt8]) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[index + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[index + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }

  /// The last scalar of a stretch of valid UTF-8 that is not empty, and its length in bytes.
  static func lastScalar(of range: Range<Int>, in bytes: [UInt8]) -> (value: UInt32, length: Int) {
    var index = range.upperBound - 1
    while index > range.lowerBound, isContinuation(bytes[index]) { index -= 1 }
    return scalar(at: index, in: bytes)
  }

  /// The length in bytes of white space at `index`, or 0: ASCII's, the no-break space, the wide and the zero-width ones, and
  /// the byte order mark.
  static func spaceLength(at index: Int, in bytes: [UInt8]) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return isSpace(byte) ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return 0 }
    let (value, length) = scalar(at: index, in: bytes)
    return isWideSpace(value) ? length : 0
  }

  /// Whether a scalar beyond ASCII is white space or nothing that can be seen.
  static func isWideSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// `range` without white space at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let length = spaceLength(at: lower, in: bytes)
      if length == 0 { break }
      lower += length
    }
    while lower < upper {
      let (value, length) = lastScalar(of: lower..<upper, in: bytes)
      guard value < 0x80 ? isSpace(UInt8(value)) : isWideSpace(value) else { break }
      upper -= length
    }
    return lower..<upper
  }

  /// The stretch as text, its white space collapsed to single spaces, at most `limit` characters long.
  static func excerpt(_ range: Range<Int>, of bytes: [UInt8], limit: Int = .max) -> String {
    var result: [UInt8] = []
    var (index, count, pendingSpace) = (range.lowerBound, 0, false)
    while index < range.upperBound {
      let space = spaceLength(at: index, in: bytes)
      if space > 0 {
        pendingSpace = !result.isEmpty
        index += space
        continue
      }
      if count >= limit { return String(decoding: result, as: UTF8.self) + "…" }
      if pendingSpace { result.append(32) }
      pendingSpace = false
      let length = scalar(at: index, in: bytes).length
      result += bytes[index..<(index + length)]
      index += length
      count += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
