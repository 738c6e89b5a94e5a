public import Reproducibility

/// Writes tables as CSV, TSV or JSON Lines, piece by piece: corpora, or any rows of cells such as predictions.
///
/// What is written reads back to the same cells, but for NUL characters, which no reader here accepts. Rows end with a line
/// feed. CSV and TSV begin with a header and quote a cell where it holds the delimiter, a quote or a line end (RFC 4180).
public struct CorpusWriter: Sendable {
  /// The names of the columns, in order.
  public let columnNames: [String]
  private let format: CorpusFormat
  private let delimiter: UInt8
  /// What stands before the value of each column in JSON Lines.
  private let keys: [[UInt8]]
  private var bytes: [UInt8] = []

  /// A writer of rows with these columns; its first bytes hold the header, where the format has one.
  ///
  /// - Throws: `CorpusError` for formats that cannot hold columns, and where two columns have one name.
  public init(format: CorpusFormat, columnNames: [String]) throws {
    guard format == .csv || format == .tsv || format == .jsonl else { throw CorpusError.unwritable(format) }
    var names = NameTable()
    for (index, name) in columnNames.enumerated() {
      if let first = names.insert(name) { throw CorpusError.duplicateColumn(name, first + 1, index + 1, at: nil) }
    }
    self.columnNames = columnNames
    self.format = format
    delimiter = UInt8(ascii: format == .tsv ? "\t" : ",")
    keys = columnNames.enumerated().map { index, name in
      Array(((index == 0 ? "{" : ",") + JSONValue.string(name).text() + ":").utf8)
    }
    if format != .jsonl { append(columnNames.map(JSONValue.string)) }
  }

  /// Adds a row. In CSV and TSV `null` is an empty cell, and arrays and objects are written as JSON.
  ///
  /// - Precondition: there is a cell for each column.
  public mutating func append(_ cells: [JSONValue]) {
    precondition(cells.count == columnNames.count, "\(cells.count) cells for \(columnNames.count) columns")
    for (column, cell) in cells.enumerated() {
      if format == .jsonl {
        bytes += keys[column]
        cell.append(to: &bytes)
      } else {
        beginDelimitedCell(column)
        switch cell {
        case .null: appendDelimited("", isFirst: column == 0)
        case .string(let text): appendDelimited(text, isFirst: column == 0)
        case .number, .integer, .boolean: cell.append(to: &bytes)
        default: appendDelimited(cell.text(), isFirst: column == 0)
        }
      }
    }
    endRow()
  }

  /// Adds all rows of `corpus`, all cells as texts.
  ///
  /// - Precondition: `corpus` has this writer's columns.
  public mutating func append(_ corpus: Corpus) {
    precondition(corpus.columnNames == columnNames, "columns \(corpus.columnNames) for \(columnNames)")
    for row in 0..<corpus.count {
      for column in columnNames.indices {
        let text = corpus.columns[column][row]
        if format == .jsonl {
          bytes += keys[column]
          JSONValue.string(text).append(to: &bytes)
        } else {
          beginDelimitedCell(column)
          appendDelimited(text, isFirst: column == 0)
        }
      }
      endRow()
    }
  }

  /// The bytes written since the last call; the writer goes on without them.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// The whole of `corpus` in one format. Complexity: O(n) in the length of the result.
  ///
  /// - Throws: `CorpusError` for formats that cannot hold columns.
  public static func bytes(of corpus: Corpus, format: CorpusFormat) throws -> [UInt8] {
    var writer = try CorpusWriter(format: format, columnNames: corpus.columnNames)
    writer.append(corpus)
    return writer.takeBytes()
  }
}

extension CorpusWriter {
  private mutating func endRow() {
    if format == .jsonl { bytes += (columnNames.isEmpty ? "{}" : "}").utf8 }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func beginDelimitedCell(_ column: Int) {
    if column > 0 { bytes.append(delimiter) }
  }

  private mutating func appendDelimited(_ text: String, isFirst: Bool) {
    guard mustQuote(text, isFirst: isFirst) else {
      bytes += text.utf8
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Whether `text` would not read back as it is. A row of one empty cell would be a blank line, and a byte order mark in the
  /// first cell would be taken for the file's.
  private func mustQuote(_ text: String, isFirst: Bool) -> Bool {
    if isFirst, text.isEmpty { return columnNames.count == 1 }
    let bytes = text.utf8Span.span
    if isFirst, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return true }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 { return true }
    }
    return false
  }
}
