/// Cuts a row into tokens at spaces and tabs, up to a comment.
struct LibSVMTokens {
  /// Where to look for the next token.
  var position: Int

  /// The next token, or nil at the end of the row or the beginning of a comment.
  mutating func next(in row: Span<UInt8>) -> Range<Int>? {
    var start = position
    while start < row.count, row[start] == 32 || row[start] == 9 { start += 1 }
    guard start < row.count, row[start] != UInt8(ascii: "#") else { return nil }
    var end = start
    while end < row.count, row[end] != 32, row[end] != 9, row[end] != UInt8(ascii: "#") { end += 1 }
    position = end
    return start..<end
  }
}

/// Reads rows of libsvm's format into the parts of a `FeatureTable`.
struct LibSVMParser {
  /// What a line held; the offset of a fault is that in the line.
  enum Outcome {
    case row
    case blank
    case fault(offset: Int, problem: String, hint: String)
  }

  private var labels: [String] = []
  private var rowOffsets = [0]
  private var columnIndices: [Int32] = []
  private var values: [Double] = []
  private var lines: [Int] = []
  private var columnCount = 0

  /// How many rows wait to be taken.
  var rowCount: Int { labels.count }

  /// Takes a line, or says what is wrong with it and takes nothing.
  mutating func append(_ row: Span<UInt8>, line: Int) -> Outcome {
    var tokens = LibSVMTokens(position: 0)
    guard let first = tokens.next(in: row) else { return .blank }
    let labelText = row.extracting(first)
    guard let number = labelText.parsedNumber, number.isFinite else {
      return Self.badLabel(labelText, at: first.lowerBound)
    }
    let entryCount = values.count
    var previous = 0
    while let token = tokens.next(in: row) {
      let isAfterLabel = values.count == entryCount && previous == 0
      if isAfterLabel, Self.isQuery(row.extracting(token)) { continue }
      if let fault = appendEntry(row.extracting(token), at: token.lowerBound, after: &previous) {
        values.removeSubrange(entryCount...)
        columnIndices.removeSubrange(entryCount...)
        return fault
      }
    }
    columnCount = max(columnCount, previous)
    labels.append(Self.canonical(number))
    rowOffsets.append(values.count)
    lines.append(line)
    return .row
  }

  private mutating func appendEntry(_ token: Span<UInt8>, at offset: Int, after previous: inout Int) -> Outcome? {
    guard let colon = token.firstIndex(of: UInt8(ascii: ":"), from: 0),
      let index = token.extracting(0..<colon).parsedDigits
    else {
      return .fault(
        offset: offset, problem: "\(token.text.quoted) is no feature (index:value was expected, as in 3:0.5)", hint: "")
    }
    if index == 0 {
      return .fault(
        offset: offset, problem: "index 0 (indices begin at 1)", hint: "add 1 to every index of a file that begins at 0"
      )
    }
    if index > Int(Int32.max) {
      return .fault(offset: offset, problem: "index \(index) (at most \(Int32.max) was expected)", hint: "")
    }
    if index <= previous {
      return .fault(
        offset: offset, problem: "index \(index) after \(previous) (ascending indices were expected)",
        hint: "sort the features of each row by index, and add up those that occur twice")
    }
    let written = token.extracting((colon + 1)..<token.count)
    guard let value = written.parsedNumber, value.isFinite else {
      return .fault(
        offset: offset + colon + 1, problem: "\(written.text.quoted) is no value (a finite number was expected)",
        hint: "")
    }
    previous = index
    columnIndices.append(Int32(index - 1))
    values.append(value)
    return nil
  }

  private static func isQuery(_ token: Span<UInt8>) -> Bool {
    token.count > 4 && token.extracting(0..<4).equals("qid:".utf8)
      && token.extracting(4..<token.count).parsedDigits != nil
  }

  private static func badLabel(_ label: Span<UInt8>, at offset: Int) -> Outcome {
    if label.firstIndex(of: UInt8(ascii: ":"), from: 0) != nil {
      return .fault(offset: offset, problem: "there is no label (a number was expected before the features)", hint: "")
    }
    let hint =
      label.firstIndex(of: UInt8(ascii: ","), from: 0) == nil ? "" : "rows with several labels are not supported"
    return .fault(
      offset: offset, problem: "\(label.text.quoted) is no label (a finite number was expected)", hint: hint)
  }

  /// The shortest text of a label: a whole number without sign + and fraction, any other with the fewest digits.
  private static func canonical(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
  }

  /// The rows gathered so far; the parser goes on with none.
  mutating func takeTable(source: Corpus.Source, skippedRows: Int) -> FeatureTable {
    let table = FeatureTable(
      source: source, labels: labels, rowOffsets: rowOffsets, columnIndices: columnIndices, values: values,
      columnCount: columnCount, lines: lines, skippedRows: skippedRows)
    labels = []
    rowOffsets = [0]
    columnIndices = []
    values = []
    lines = []
    return table
  }
}
