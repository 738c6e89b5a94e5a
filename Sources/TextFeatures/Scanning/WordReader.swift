/// Takes texts apart into words: runs of at least two scalars, with what is masked replaced.
struct WordReader {
  private var scanner: RunScanner
  private let masker: Masker?

  /// - Parameter masker: made with the same `lowercases`; nil masks nothing.
  init(lowercases: Bool, masker: Masker?) {
    self.masker = masker
    scanner = RunScanner(
      lowercases: lowercases, minimumLength: masker == nil ? 2 : 1,
      prefix: masker == nil ? [] : Masker.placeholderBytes)
  }

  /// The words of the last text.
  var runs: [TextRun] { scanner.runs }
  /// Where the words' bytes are.
  var bytes: [UInt8] { scanner.bytes }

  /// Takes `text` apart; the words of the text before are forgotten. Complexity: O(bytes).
  mutating func read(_ text: Span<UInt8>) {
    scanner.scan(text)
    if let masker { scanner.replaceRuns(with: masker.mask(scanner, in: text)) }
  }

  /// Numbers the words of the last text in `table` and adds 1 + each number to `units`.
  func intern(into table: inout TermTable, units: inout [Int32]) {
    let (runs, bytes) = (scanner.runs.span, scanner.bytes.span)
    units.append(addingCapacity: runs.count) { units in
      for index in 0..<runs.count {
        let run = runs[index]
        units.append(1 + table.intern(bytes, run.start..<run.end, hash: run.hash))
      }
    }
  }

  /// The words of one text.
  mutating func words(of text: String) -> [String] {
    read(text.utf8.span)
    return scanner.runs.map { scanner.text(of: $0) }
  }
}
