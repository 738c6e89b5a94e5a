internal import Corpora
internal import Reports
internal import Reproducibility

/// Writes rows as they come, to a file or the standard output, without keeping them.
struct RowWriter: ~Copyable {
  private let format: OutputFormat
  private let columns: [String]
  private var lines: CorpusWriter?
  private var file: OutputFile?
  private var isFirst = true

  init(columns: [String], output: OutputOptions, format: OutputFormat) throws {
    self.format = format
    self.columns = columns
    lines =
      switch format {
      case .csv: try CorpusWriter(format: .csv, columnNames: columns)
      case .json, .jsonl: try CorpusWriter(format: .jsonl, columnNames: columns)
      case .text, .markdown, .html: nil
      }
    if let path = output.output, path != "-" {
      file = try OutputFile(path: path, replacing: output.force)
    } else {
      file = nil
    }
  }

  /// Writes some rows.
  mutating func write(_ rows: [[JSONValue]]) throws {
    guard !rows.isEmpty else { return }
    if lines == nil {
      try put(Array(rendered(RowTable(columns: columns, rows: rows)).utf8))
    } else {
      for row in rows { lines?.append(row) }
      let bytes = lines?.takeBytes() ?? []
      try put(format == .json ? Self.listed(bytes, isFirst: isFirst) : bytes)
    }
    isFirst = false
  }

  /// Ends the output, and gives a file its name.
  consuming func finish() throws {
    if format == .json {
      try put(Array((isFirst ? "[]\n" : "\n]\n").utf8))
    } else if isFirst, let header = lines?.takeBytes() {
      try put(header)
    }
    try file.take()?.commit()
  }

  /// Lines of objects as elements of a list.
  private static func listed(_ lines: [UInt8], isFirst: Bool) -> [UInt8] {
    let elements = lines.dropLast().split(separator: UInt8(ascii: "\n")).joined(separator: Array(",\n".utf8))
    return Array((isFirst ? "[\n" : ",\n").utf8) + elements
  }

  /// A piece of a table for eyes, its heading repeated with each piece.
  private func rendered(_ table: RowTable) -> String {
    format == .markdown
      ? table.reportTable.markdown() + "\n"
      : TextTable(table.reportTable).text(
        width: StandardStream.output.columns, colour: StandardStream.output.wantsColour)
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    if file == nil {
      try StandardStream.output.write(bytes)
    } else {
      try file?.write(bytes)
    }
  }
}
