/// Reads texts as the numbers that words have in a table, one text after another, for one thread.
struct WordNumberReader: ~Copyable {
  /// The words of the last text: their numbers, -1 for those that no term holds. Stop words are left out.
  private(set) var numbers: [Int32] = []

  private let table: NgramTable
  private var words: WordReader
  private var finisher: WordFinisher?
  /// The words met so far, and the number of what became of each, or `stopped`.
  private var known = TermTable()
  private var finished: [Int32] = []

  private static let stopped: Int32 = -2

  init(_ block: BlockConfiguration, preparation: TextPreparation, table: NgramTable) {
    self.table = table
    words = preparation.wordReader()
    finisher = WordFinisher.isIdle(block) ? nil : WordFinisher(block)
  }

  /// Takes a text apart, which must be in the normal form already. Complexity: O(bytes).
  mutating func read(_ normalized: String) {
    words.read(normalized.utf8.span)
    numbers.removeAll(keepingCapacity: true)
    let (runs, bytes) = (words.runs, words.bytes)
    let span = bytes.span
    guard finisher != nil else {
      numbers.append(addingCapacity: runs.count) { [table] numbers in
        for run in runs { numbers.append(table.word(span, run.start..<run.end, hash: run.hash)) }
      }
      return
    }
    for run in runs {
      let word = Int(known.intern(span, run.start..<run.end, hash: run.hash))
      if word == finished.count { finished.append(finish(bytes[run.start..<run.end])) }
      if finished[word] != WordNumberReader.stopped { numbers.append(finished[word]) }
    }
  }

  private mutating func finish(_ word: ArraySlice<UInt8>) -> Int32 {
    guard let bytes = finisher?.finish(word) else { return WordNumberReader.stopped }
    let span = bytes.span
    return table.word(span, 0..<bytes.count, hash: TermHash.hash(span, 0..<bytes.count))
  }
}
