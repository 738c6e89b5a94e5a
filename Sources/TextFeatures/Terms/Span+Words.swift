extension Span<UInt8> {
  /// The bytes of `range` that stand in its first eight places, as a little-endian number with zeros for those it has not.
  ///
  /// - Precondition: the range lies within the span.
  /// Complexity: O(1); one instruction, where eight bytes follow in the span, for these and what stands behind them.
  @inline(__always)
  func word(of range: Range<Int>) -> UInt64 {
    let length = range.upperBound &- range.lowerBound
    guard count &- range.lowerBound >= 8 else { return partialWord(of: range) }
    let bytes = extracting(range.lowerBound..<(range.lowerBound &+ 8))
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[place]) << UInt64(8 &* place) }
    return length >= 8 ? word : word & ((1 << UInt64(8 &* length)) &- 1)
  }

  /// The bytes of `range` that stand in its first sixteen places, as two such numbers. Complexity: O(1), without a branch on
  /// the length where sixteen bytes follow in the span.
  @inline(__always)
  func twoWords(of range: Range<Int>) -> (first: UInt64, second: UInt64) {
    let length = range.upperBound &- range.lowerBound
    guard count &- range.lowerBound >= 16 else {
      let second = length > 8 ? word(of: (range.lowerBound &+ 8)..<range.upperBound) : 0
      return (word(of: range), second)
    }
    let bytes = extracting(range.lowerBound..<(range.lowerBound &+ 16))
    var (first, second): (UInt64, UInt64) = (0, 0)
    for place in 0..<8 { first |= UInt64(bytes[place]) << UInt64(8 &* place) }
    for place in 0..<8 { second |= UInt64(bytes[8 &+ place]) << UInt64(8 &* place) }
    return (first & Self.lowBytes(length), second & Self.lowBytes(length &- 8))
  }

  /// A number whose lowest `count` bytes have all bits set: none where it is negative, all from 8 on.
  @inline(__always)
  private static func lowBytes(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : (1 << UInt64(8 &* count)) &- 1
  }

  @inline(never)
  private func partialWord(of range: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<Swift.min(8, range.count) {
      word |= UInt64(self[range.lowerBound + place]) << UInt64(8 * place)
    }
    return word
  }

  /// Whether the bytes of `left` here are those of `right` in `other`.
  ///
  /// - Precondition: the ranges have the same length, and lie within their spans.
  @inline(__always)
  func isSame(_ left: Range<Int>, as right: Range<Int>, of other: Span<UInt8>) -> Bool {
    var (start, otherStart) = (left.lowerBound, right.lowerBound)
    while start < left.upperBound {
      guard word(of: start..<left.upperBound) == other.word(of: otherStart..<right.upperBound) else { return false }
      start &+= 8
      otherStart &+= 8
    }
    return true
  }

  /// Whether the bytes of `left` here stand before those of `right` in `other`, as texts in UTF-8 are ordered.
  ///
  /// - Precondition: the ranges lie within their spans.
  @inline(__always)
  func precedes(_ left: Range<Int>, _ right: Range<Int>, of other: Span<UInt8>) -> Bool {
    var (start, otherStart) = (left.lowerBound, right.lowerBound)
    while start < left.upperBound, otherStart < right.upperBound {
      let (first, second) = (word(of: start..<left.upperBound), other.word(of: otherStart..<right.upperBound))
      // The zeros that fill up the shorter one stand before or equal every byte; where equal, the lengths decide below.
      if first != second { return first.byteSwapped < second.byteSwapped }
      start &+= 8
      otherStart &+= 8
    }
    return left.count < right.count
  }
}
