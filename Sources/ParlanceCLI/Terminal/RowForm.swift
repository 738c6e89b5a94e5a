internal import Corpora
internal import Reports
internal import Reproducibility

/// How rows look in a format, a piece of them at a time: a value that many threads may use.
struct RowForm: Sendable {
  /// What stands before the first row, or at the end where there was none.
  let head: [UInt8]
  /// The format.
  let format: OutputFormat

  private let columns: [String]
  /// A writer that has written nothing but its head; nil for tables for eyes.
  private let lines: CorpusWriter?

  /// - Throws: `CorpusError` where two columns have one name.
  init(columns: [String], format: OutputFormat) throws {
    self.columns = columns
    self.format = format
    var lines: CorpusWriter? =
      switch format {
      case .csv: try CorpusWriter(format: .csv, columnNames: columns)
      case .json, .jsonl: try CorpusWriter(format: .jsonl, columnNames: columns)
      case .text, .markdown, .html: nil
      }
    head = lines?.takeBytes() ?? []
    self.lines = lines
  }

  /// Some rows without what stands before, between and after pieces.
  func piece(of rows: [[JSONValue]]) -> [UInt8] {
    guard var lines else { return Array(rendered(RowTable(columns: columns, rows: rows)).utf8) }
    for row in rows { lines.append(row) }
    let bytes = lines.takeBytes()
    guard format == .json else { return bytes }
    return Array(bytes.dropLast().split(separator: UInt8(ascii: "\n")).joined(separator: Array(",\n".utf8)))
  }

  /// A piece of a table for eyes, its heading repeated with each piece.
  private func rendered(_ table: RowTable) -> String {
    format == .markdown
      ? table.reportTable.markdown() + "\n"
      : TextTable(table.reportTable).text(
        width: StandardStream.output.columns, colour: StandardStream.output.wantsColour)
  }
}
