/// The texts of a corpus as one long list of units (words or characters), each a number.
struct UnitStream: Sendable {
  /// 1 + the unit's place in `vocabulary`; a 0 ends each segment, which n-grams do not cross.
  var units: [Int32]
  /// Where each text begins in `units`, and at the end their number: one more entry than there are texts.
  var rowStarts: [Int]
  /// The units' texts in the order of their UTF-8 bytes.
  let vocabulary: TermList
}

extension UnitStream {
  /// A part of the stream whose units are numbered in its own way.
  struct Piece: Sendable {
    /// 1 + the number of the unit; a 0 ends each segment.
    var units: [Int32] = []
    /// Where each text ends in `units`.
    var rowEnds: [Int] = []
    /// The units by their numbers.
    var terms = TermList()
  }

  /// Puts pieces one after the other, their units renumbered; those numbered below 0 are left out.
  ///
  /// - Parameters:
  ///   - pieces: emptied one by one, so that memory holds them only once.
  ///   - numbers: for each piece, the place in `vocabulary` of each of its units, or -1.
  init(joining pieces: inout [Piece], numbers: [[Int32]], vocabulary: TermList) {
    units = []
    rowStarts = [0]
    units.reserveCapacity(pieces.reduce(0) { $0 + $1.units.count })
    rowStarts.reserveCapacity(1 + pieces.reduce(0) { $0 + $1.rowEnds.count })
    self.vocabulary = vocabulary
    for index in pieces.indices {
      let piece = pieces[index]
      pieces[index] = Piece()
      append(piece, numbers: numbers[index])
    }
  }

  private mutating func append(_ piece: Piece, numbers: [Int32]) {
    let (source, numbers) = (piece.units.span, numbers.span)
    var position = 0
    for end in piece.rowEnds {
      while position < end {
        let unit = source[position]
        if unit == 0 {
          units.append(0)
        } else {
          let number = numbers[Int(unit) - 1]
          if number >= 0 { units.append(number + 1) }
        }
        position += 1
      }
      rowStarts.append(units.count)
    }
  }
}

/// How texts are cut up for parallel work: by their bytes, about a million each.
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
