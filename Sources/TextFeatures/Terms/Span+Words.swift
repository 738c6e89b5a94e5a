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
