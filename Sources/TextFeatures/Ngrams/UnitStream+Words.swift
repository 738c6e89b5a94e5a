internal import Reproducibility

extension UnitStream {
  /// The words of `texts`, without stop words, stemmed if asked for.
  ///
  /// Texts are scanned in pieces with a table of words each, which are merged in their order, so that the result does not
  /// depend on the number of threads. Complexity: O(bytes + different words x log).
  static func words(
    of texts: [String], block: BlockConfiguration, preparation: TextPreparation, on parallelism: Parallelism,
    progress: StageProgress
  ) -> UnitStream {
    let cut = TextPieces(texts)
    var pieces = parallelism.map(count: cut.ranges.count) { index in
      let piece = scan(texts, cut.ranges[index], preparation: preparation)
      progress.advance(by: cut.ranges[index].count)
      return piece
    }
    let (merged, numbers) = merge(&pieces)
    if WordFinisher.isIdle(block) {
      let order = merged.sortedIndices()
      let ranks = inverse(of: order)
      let translated = numbers.map { $0.map { ranks[Int($0)] } }
      return UnitStream(joining: &pieces, numbers: translated, vocabulary: merged.selecting(order))
    }
    let (finished, targets) = finish(merged, block: block, on: parallelism)
    let order = finished.sortedIndices()
    let ranks = inverse(of: order)
    let translated = numbers.map { piece in
      piece.map { word in targets[Int(word)] < 0 ? -1 : ranks[Int(targets[Int(word)])] }
    }
    return UnitStream(joining: &pieces, numbers: translated, vocabulary: finished.selecting(order))
  }

  private static func scan(_ texts: [String], _ rows: Range<Int>, preparation: TextPreparation) -> Piece {
    var reader = preparation.wordReader()
    var table = TermTable()
    var piece = Piece()
    piece.rowEnds.reserveCapacity(rows.count)
    for row in rows {
      let text = preparation.normalized(texts[row])
      reader.read(text.utf8.span)
      let bytes = reader.bytes
      let span = bytes.span
      for run in reader.runs { piece.units.append(1 + table.intern(span, run.start..<run.end, hash: run.hash)) }
      piece.units.append(0)
      piece.rowEnds.append(piece.units.count)
    }
    piece.terms = table.terms
    return piece
  }

  /// All different words in order of first appearance, and for each piece their numbers among these.
  private static func merge(_ pieces: inout [Piece]) -> (TermList, [[Int32]]) {
    var table = TermTable()
    var numbers: [[Int32]] = []
    for index in pieces.indices {
      let terms = pieces[index].terms
      pieces[index].terms = TermList()
      let bytes = terms.bytes.span
      var own: [Int32] = []
      own.reserveCapacity(terms.count)
      for term in 0..<terms.count {
        let range = terms.range(at: term)
        own.append(table.intern(bytes, range, hash: TermHash.hash(bytes, range)))
      }
      numbers.append(own)
    }
    return (table.terms, numbers)
  }

  /// What becomes of each word: the different results, and for each word its result's number or -1.
  private static func finish(
    _ words: TermList, block: BlockConfiguration, on parallelism: Parallelism
  ) -> (TermList, [Int32]) {
    let cut = Pieces(itemCount: words.count, targetLength: 1 << 14)
    let results = parallelism.map(count: cut.count) { index -> [[UInt8]?] in
      var finisher = WordFinisher(block)
      var finished: [[UInt8]?] = []
      for word in cut[index] { finished.append(finisher.finish(words[word])) }
      return finished
    }
    var table = TermTable()
    let targets = results.flatMap { $0.map { $0.map { table.intern($0) } ?? -1 } }
    return (table.terms, targets)
  }

  /// For each number its place in `order`.
  private static func inverse(of order: [Int32]) -> [Int32] {
    var places = [Int32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[Int(number)] = Int32(place) }
    return places
  }
}
