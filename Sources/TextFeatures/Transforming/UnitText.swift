/// One text as units (words or characters) whose n-grams are stretches of one array of bytes.
struct UnitText {
  /// A unit, by its bytes here and by those of the text it comes from.
  struct Unit {
    let start: Int
    let end: Int
    let sourceStart: Int
    let sourceEnd: Int
  }

  /// The units' bytes, with a space after each word.
  var bytes: [UInt8] = []
  /// The units in their order.
  var units: [Unit] = []
  /// Where each segment ends in `units`; n-grams do not cross that.
  var segmentEnds: [Int] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    segmentEnds.removeAll(keepingCapacity: true)
  }

  /// Calls `body` for each n-gram that the block counts: its first and last unit, and its bytes.
  @inline(__always)
  func forEachNgram(
    _ block: BlockConfiguration,
    _ body: (_ units: ClosedRange<Int>, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Void
  ) {
    let bytes = bytes.span
    let units = units.span
    var segmentStart = 0
    for segmentEnd in segmentEnds {
      let length = segmentEnd - segmentStart
      let isShortWord = block.analyzer == .charWithinWords && length < block.ngrams.minimum
      let shortest = isShortWord ? length : block.ngrams.minimum
      for first in segmentStart..<segmentEnd where segmentEnd - first >= shortest {
        let start = units[first].start
        let longest = min(segmentEnd, first + max(shortest, block.ngrams.maximum))
        for last in (first + max(1, shortest) - 1)..<longest { body(first...last, bytes, start..<units[last].end) }
      }
      segmentStart = segmentEnd
    }
  }
}
