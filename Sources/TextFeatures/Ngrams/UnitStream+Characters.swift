internal import Reproducibility

extension UnitStream {
  /// The characters of `texts`, in one segment a text or one a word.
  ///
  /// Complexity: O(bytes).
  static func characters(
    of texts: [String], cut: TextPieces, block: BlockConfiguration, preparation: TextPreparation,
    on parallelism: Parallelism, progress: StageProgress
  ) -> UnitStream {
    let chunks = parallelism.map(count: cut.ranges.count) { index in
      let chunk = scan(texts, cut.ranges[index], block: block, preparation: preparation)
      progress.advance(by: cut.ranges[index].count)
      return chunk
    }
    var ranks = [Int32](repeating: -1, count: 0x11_0000)
    for chunk in chunks { mark(chunk.units, in: &ranks) }
    var vocabulary = TermList()
    for value in ranks.indices where ranks[value] == 0 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      ranks[value] = Int32(vocabulary.count)
      vocabulary.append(Array(String(scalar).utf8))
    }
    return UnitStream(
      chunks, numbers: [[Int32]](repeating: ranks, count: cut.ranges.count), vocabulary, on: parallelism)
  }

  private static func mark(_ units: [Int32], in ranks: inout [Int32]) {
    let units = units.span
    var ranks = ranks.mutableSpan
    for position in 0..<units.count where units[position] > 0 { ranks[Int(units[position]) - 1] = 0 }
  }

  /// A chunk whose units are numbered by their scalar values.
  private static func scan(
    _ texts: [String], _ rows: Range<Int>, block: BlockConfiguration, preparation: TextPreparation
  ) -> Chunk {
    var reader = preparation.characterReader(withinWords: block.analyzer == .charWithinWords)
    var chunk = Chunk()
    chunk.rowEnds.reserveCapacity(rows.count)
    for row in rows {
      let text = preparation.normalized(texts[row])
      reader.read(text.utf8.span)
      let characters = reader.characters.span
      var position = 0
      for end in reader.segmentEnds {
        while position < end {
          chunk.units.append(1 + Int32(bitPattern: characters[position].scalar))
          position += 1
        }
        chunk.units.append(0)
      }
      chunk.closeRow()
    }
    return chunk
  }
}
