internal import Reproducibility

extension UnitStream {
  /// A chunk whose words have numbers of their own.
  private struct Scanned: Sendable {
    var chunk = Chunk()
    var table = TermTable()
  }

  /// The words of `texts`, without stop words, stemmed if asked for.
  ///
  /// Texts are scanned in chunks with a table of words each, which are merged; numbers are those of the sorted vocabulary, so
  /// that the result depends neither on chunks nor on threads. Complexity: O(bytes + different words x log).
  static func words(
    of texts: [String], cut: TextPieces, block: BlockConfiguration, preparation: TextPreparation,
    on parallelism: Parallelism, progress: StageProgress
  ) -> UnitStream {
    var table = TermTable()
    var chunks: [Chunk] = []
    var numbers: [[Int32]] = []
    parallelism.inWindows(of: cut.ranges.count) { window in
      let scanned = parallelism.map(count: window.count) { index in
        let rows = cut.ranges[window.lowerBound + index]
        defer { progress.advance(by: rows.count) }
        return scan(texts, rows, preparation: preparation)
      }
      for part in scanned {
        numbers.append(merge(part.table, into: &table))
        chunks.append(part.chunk)
      }
    }
    let vocabulary = WordVocabulary(table, block: block, on: parallelism)
    let ranks = numbers.map { $0.map { vocabulary.ranks[Int($0)] } }
    return UnitStream(chunks, numbers: ranks, vocabulary.terms, on: parallelism)
  }

  /// Chunks renumbered, a few at a time so that memory holds only those twice.
  ///
  /// - Parameter numbers: for each chunk the place in `vocabulary` of each of its units, or -1.
  init(_ chunks: consuming [Chunk], numbers: [[Int32]], _ vocabulary: TermList, on parallelism: Parallelism) {
    self.chunks = chunks
    self.vocabulary = vocabulary
    parallelism.inWindows(of: numbers.count) { window in
      let current = self.chunks[window]
      let renumbered = parallelism.map(count: window.count) {
        current[window.lowerBound + $0].renumbered(numbers[window.lowerBound + $0])
      }
      for (index, chunk) in zip(window, renumbered) { self.chunks[index] = chunk }
    }
  }

  private static func scan(_ texts: [String], _ rows: Range<Int>, preparation: TextPreparation) -> Scanned {
    var reader = preparation.wordReader()
    var scanned = Scanned()
    // Words have two bytes and a gap at least; what is reserved and not touched takes no memory.
    let bytes = texts[rows].reduce(0) { $0 + $1.utf8.count }
    scanned.chunk.units.reserveCapacity(bytes / 3 + 2 * rows.count)
    scanned.chunk.rowEnds.reserveCapacity(rows.count)
    for row in rows {
      let text = preparation.normalized(texts[row])
      reader.read(text.utf8.span)
      reader.intern(into: &scanned.table, units: &scanned.chunk.units)
      scanned.chunk.units.append(0)
      scanned.chunk.closeRow()
    }
    return scanned
  }

  /// The numbers of a table's words in another.
  private static func merge(_ table: TermTable, into whole: inout TermTable) -> [Int32] {
    let bytes = table.terms.bytes.span
    var numbers: [Int32] = []
    numbers.reserveCapacity(table.terms.count)
    for word in 0..<table.terms.count {
      let range = table.terms.range(at: word)
      numbers.append(whole.intern(bytes, range, hash: TermHash.hash(bytes, range)))
    }
    return numbers
  }
}

/// The sorted vocabulary that becomes of words, and the place of each word in it.
struct WordVocabulary {
  /// What is counted, in the order of its UTF-8 bytes.
  let terms: TermList
  /// The place in `terms` of what becomes of each word, or -1.
  let ranks: [Int32]

  init(_ words: TermTable, block: BlockConfiguration, on parallelism: Parallelism) {
    if WordFinisher.isIdle(block) {
      (terms, ranks) = WordVocabulary.sorted(words)
      return
    }
    let (finished, targets) = WordVocabulary.finish(words.terms, block: block, on: parallelism)
    let places: [Int32]
    (terms, places) = WordVocabulary.sorted(finished)
    ranks = targets.map { $0 < 0 ? -1 : places[Int($0)] }
  }

  private static func sorted(_ table: TermTable) -> (TermList, [Int32]) {
    let order = table.terms.sortedIndices()
    var places = [Int32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[Int(number)] = Int32(place) }
    return (table.terms.selecting(order), places)
  }

  /// What becomes of each word: the different results, and for each word its result's number or -1.
  private static func finish(
    _ words: TermList, block: BlockConfiguration, on parallelism: Parallelism
  ) -> (TermTable, [Int32]) {
    let cut = Pieces(itemCount: words.count, targetLength: 1 << 14)
    let results = parallelism.map(count: cut.count) { index -> [[UInt8]?] in
      var finisher = WordFinisher(block)
      var finished: [[UInt8]?] = []
      for word in cut[index] { finished.append(finisher.finish(words[word])) }
      return finished
    }
    var table = TermTable()
    let targets = results.flatMap { $0.map { $0.map { table.intern($0) } ?? -1 } }
    return (table, targets)
  }
}
