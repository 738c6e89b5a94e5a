/// The texts of a corpus as lists of units (words or characters), each a number, a chunk of the corpus after another.
struct UnitStream: Sendable {
  /// Consecutive texts.
  struct Chunk: Sendable {
    /// 1 + the unit's place in the vocabulary; a 0 ends each segment, which n-grams do not cross.
    var units: [Int32] = []
    /// Where each text ends in `units`.
    var rowEnds: [Int32] = []

    /// Ends a text.
    mutating func closeRow() { rowEnds.append(Int32(truncatingIfNeeded: units.count)) }
  }

  /// All texts in their order.
  var chunks: [Chunk]
  /// The units' texts in the order of their UTF-8 bytes.
  let vocabulary: TermList

  /// The number of texts.
  var rowCount: Int { chunks.reduce(0) { $0 + $1.rowEnds.count } }
  /// The number of units, ends of segments included.
  var unitCount: Int { chunks.reduce(0) { $0 + $1.units.count } }
}

extension UnitStream.Chunk {
  /// The chunk with its units renumbered; those numbered below 0 are left out. Complexity: O(units).
  ///
  /// - Parameter numbers: the new number of each unit, or -1.
  func renumbered(_ numbers: [Int32]) -> UnitStream.Chunk {
    var kept = [Int32](repeating: 0, count: units.count)
    var ends = rowEnds
    let count = UnitStream.Chunk.renumber(units.span, numbers.span, to: &kept, &ends)
    kept.removeLast(kept.count - count)
    return UnitStream.Chunk(units: kept, rowEnds: ends)
  }

  private static func renumber(
    _ units: Span<Int32>, _ numbers: Span<Int32>, to target: inout [Int32], _ ends: inout [Int32]
  ) -> Int {
    var target = target.mutableSpan
    var ends = ends.mutableSpan
    var kept = 0
    var position = 0
    for row in 0..<ends.count {
      let end = Int(ends[row])
      while position < end {
        let unit = units[position]
        let number = unit == 0 ? -1 : numbers[Int(unit) - 1]
        target[kept] = number + 1
        if unit == 0 || number >= 0 { kept += 1 }
        position += 1
      }
      ends[row] = Int32(kept)
    }
    return kept
  }
}

/// How texts are cut up for parallel work: by their bytes.
struct TextPieces: Sendable {
  /// The texts of each piece.
  let ranges: [Range<Int>]

  init(_ texts: [String], targetBytes: Int = 1 << 20) {
    var ranges: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for index in texts.indices {
      bytes += texts[index].utf8.count
      if bytes >= targetBytes {
        ranges.append(start..<(index + 1))
        (start, bytes) = (index + 1, 0)
      }
    }
    if start < texts.count { ranges.append(start..<texts.count) }
    self.ranges = ranges
  }
}
