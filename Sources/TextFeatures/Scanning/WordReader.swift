/// Takes texts apart into words: runs of at least two scalars, or as many as asked for, with what is masked replaced.
struct WordReader {
  private var scanner: RunScanner
  private let masker: Masker?

  private let minimumLength: Int

  /// - Parameters:
  ///   - masker: made with the same `lowercases`; nil masks nothing.
  ///   - minimumLength: shorter words are left out.
  init(lowercases: Bool, masker: Masker?, minimumLength: Int = 2) {
    self.masker = masker
    self.minimumLength = minimumLength
    scanner = RunScanner(
      lowercases: lowercases, minimumLength: masker == nil ? minimumLength : 1,
      prefix: masker == nil ? [] : Masker.placeholderBytes)
  }

  /// The words of the last text.
  var runs: [TextRun] { scanner.runs }
  /// Where the words' bytes are.
  var bytes: [UInt8] { scanner.bytes }

  /// Takes `text` apart; the words of the text before are forgotten. Complexity: O(bytes).
  mutating func read(_ text: Span<UInt8>) {
    scanner.scan(text)
    if let masker { scanner.replaceRuns(with: masker.mask(scanner, in: text, minimumLength: minimumLength)) }
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
