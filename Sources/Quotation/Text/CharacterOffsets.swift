/// Says for each byte of a text which character it stands at: a Unicode scalar, numbered from 0.
///
/// Takes one pass over the text and a sixteenth of its size; looking an offset up takes constant time.
public struct CharacterOffsets: Sendable {
  private static let blockLength = 64

  private let text: [UInt8]
  /// How many characters begin before each block of bytes.
  private let before: [UInt32]
  /// Whether each byte is a character of its own.
  private let isASCII: Bool

  /// Counts the characters of a text in UTF-8.
  public init(of text: [UInt8]) {
    self.text = text
    var before: [UInt32] = []
    before.reserveCapacity(text.count / Self.blockLength + 1)
    var count: UInt32 = 0
    let bytes = text.span
    var start = 0
    while start < bytes.count {
      before.append(count)
      let end = min(start + Self.blockLength, bytes.count)
      for index in start..<end where bytes[index] & 0xC0 != 0x80 { count += 1 }
      start = end
    }
    if start % Self.blockLength == 0 { before.append(count) }
    self.before = before
    isASCII = Int(count) == text.count
  }

  /// How many characters begin before the byte at `offset`.
  ///
  /// - Precondition: it is one of `0 ... text.count`.
  public subscript(offset: Int) -> Int {
    if isASCII {
      precondition(offset >= 0 && offset <= text.count, "byte \(offset) of a text of \(text.count)")
      return offset
    }
    let block = offset / Self.blockLength
    var count = Int(before[block])
    for index in (block * Self.blockLength)..<offset where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The characters that the bytes in `range` are.
  ///
  /// - Precondition: it lies in the text, and begins and ends between characters.
  public func range(ofBytes range: Range<Int>) -> Range<Int> { self[range.lowerBound]..<self[range.upperBound] }
}
