extension CorpusFormat {
  /// The format that the first line of a file shows, or nil where it shows none.
  ///
  /// An object's brace means JSON Lines; a number followed by `index:value` pairs libsvm; a tab, else a comma, a header
  /// of TSV or CSV; and a line that is the name of the text column alone a CSV of one column.
  ///
  /// - Parameters:
  ///   - line: the first line that is not blank, without its end.
  ///   - textColumn: the name of the column that holds the statements.
  static func detected(inFirstLine line: Span<UInt8>, textColumn: String) -> CorpusFormat? {
    if line.isEmpty { return nil }
    if line[0] == UInt8(ascii: "{") { return .jsonl }
    if looksLikeLibSVM(line) { return .libsvm }
    var hasComma = false
    for index in line.indices {
      if line[index] == UInt8(ascii: "\t") { return .tsv }
      if line[index] == UInt8(ascii: ",") { hasComma = true }
    }
    return hasComma || line.equals(textColumn.utf8) || line.equals("\"\(textColumn)\"".utf8) ? .csv : nil
  }

  /// Whether a line is a number and then at least one pair of whole number, colon and number.
  private static func looksLikeLibSVM(_ line: Span<UInt8>) -> Bool {
    var tokens = LibSVMTokens(position: 0)
    guard let label = tokens.next(in: line), line.extracting(label).parsedNumber != nil else { return false }
    guard let pair = tokens.next(in: line) else { return false }
    let text = line.extracting(pair)
    guard let colon = text.firstIndex(of: UInt8(ascii: ":"), from: 0) else { return false }
    let index = text.extracting(0..<colon)
    let isQuery = index.equals("qid".utf8)
    return (isQuery || index.parsedDigits != nil) && text.extracting((colon + 1)..<text.count).parsedNumber != nil
  }
}
