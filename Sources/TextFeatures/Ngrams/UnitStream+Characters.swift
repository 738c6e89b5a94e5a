internal import Reproducibility

extension UnitStream {
  /// The characters of `texts`, in one segment a text or one a word.
  ///
  /// Complexity: O(bytes).
  static func characters(
    of texts: [String], block: BlockConfiguration, preparation: TextPreparation, on parallelism: Parallelism,
    progress: StageProgress
  ) -> UnitStream {
    let cut = TextPieces(texts)
    var pieces = parallelism.map(count: cut.ranges.count) { index in
      let piece = scan(texts, cut.ranges[index], block: block, preparation: preparation)
      progress.advance(by: cut.ranges[index].count)
      return piece
    }
    var ranks = [Int32](repeating: -1, count: 0x11_0000)
    for piece in pieces {
      for unit in piece.units where unit > 0 { ranks[Int(unit) - 1] = 0 }
    }
    var vocabulary = TermList()
    for value in ranks.indices where ranks[value] == 0 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      ranks[value] = Int32(vocabulary.count)
      vocabulary.append(Array(String(scalar).utf8))
    }
    let numbers = pieces.map { _ in ranks }
    return UnitStream(joining: &pieces, numbers: numbers, vocabulary: vocabulary)
  }

  /// A piece whose units are numbered by their scalar values.
  private static func scan(
    _ texts: [String], _ rows: Range<Int>, block: BlockConfiguration, preparation: TextPreparation
  ) -> Piece {
    var reader = preparation.characterReader(withinWords: block.analyzer == .charWithinWords)
    var piece = Piece()
    for row in rows {
      let text = preparation.normalized(texts[row])
      reader.read(text.utf8.span)
      var position = 0
      for end in reader.segmentEnds {
        while position < end {
          piece.units.append(1 + Int32(reader.characters[position].scalar))
          position += 1
        }
        piece.units.append(0)
      }
      piece.rowEnds.append(piece.units.count)
    }
    return piece
  }
}
