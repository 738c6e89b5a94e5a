/// Reads texts as the numbers that words have in a table, one text after another, for one thread.
struct WordNumberReader: ~Copyable {
  /// The words of the last text, `count` of them: their numbers, -1 for those that no term holds. Stop words are left out.
  private(set) var numbers: [Int32] = []
  /// How many of `numbers` are of the last text.
  private(set) var count = 0

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
    let (runs, bytes) = (words.runs, words.bytes)
    if numbers.count < runs.count { numbers = [Int32](repeating: 0, count: runs.count) }
    guard finisher != nil else {
      WordNumberReader.find(runs.span, in: bytes.span, table, numbers: &numbers)
      count = runs.count
      return
    }
    let span = bytes.span
    count = 0
    for run in runs {
      let word = Int(known.intern(span, run.start..<run.end, hash: run.hash))
      if word == finished.count { finished.append(finish(bytes[run.start..<run.end])) }
      guard finished[word] != WordNumberReader.stopped else { continue }
      numbers[count] = finished[word]
      count += 1
    }
  }

  private static func find(
    _ runs: Span<TextRun>, in bytes: Span<UInt8>, _ table: borrowing NgramTable, numbers: inout [Int32]
  ) {
    var numbers = numbers.mutableSpan
    for index in runs.indices {
      let run = runs[index]
      numbers[index] = table.words.find(bytes, run.start..<run.end, hash: run.hash)
    }
  }

  private mutating func finish(_ word: ArraySlice<UInt8>) -> Int32 {
    guard let bytes = finisher?.finish(word) else { return WordNumberReader.stopped }
    let span = bytes.span
    return table.words.find(span, 0..<bytes.count, hash: TermHash.hash(span, 0..<bytes.count))
  }
}
