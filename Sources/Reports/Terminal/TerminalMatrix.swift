/// A table of pairs as text: each value with a sign for its side, a block for its strength, and its count in brackets. A table
/// that is too wide is cut between columns.
struct TerminalMatrix {
  let matrix: ReportFigure.Matrix
  let width: Int
  let style: TerminalStyle
  private let largestDistance: Double

  private static let blocks = [" ", "░", "▒", "▓", "█"]
  private static let (rowColumns, headingColumns) = (20, 14)

  init(matrix: ReportFigure.Matrix, width: Int, style: TerminalStyle) {
    (self.matrix, self.width, self.style) = (matrix, width, style)
    largestDistance = matrix.largestDistance
  }

  func lines() -> [String] {
    let parts = parts().map { table(of: $0).lines(width: width, colour: style.isColoured) }
    return parts.joined(separator: [""]) + [""] + key().map(style.faint)
  }

  /// The columns in as many stretches as are needed for each to fit, with at least one column each.
  private func parts() -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    repeat {
      var end = min(start + 1, matrix.columns.count)
      while end < matrix.columns.count, table(of: start..<(end + 1)).narrowestWidth <= width { end += 1 }
      parts.append(start..<end)
      start = end
    } while start < matrix.columns.count
    return parts
  }

  private func table(of part: Range<Int>) -> TextTable {
    let corner = cut("\(DisplayText.singleLine(matrix.rowName)) ↓", Self.rowColumns)
    let columns = part.map { column in
      TextTable.Column(cut(matrix.columns[column], Self.headingColumns), alignment: .trailing)
    }
    let rows = matrix.rows.indices.map { row in
      [cut(matrix.rows[row], Self.rowColumns)] + part.map { text(row: row, column: $0) }
    }
    return TextTable(columns: [TextTable.Column(corner)] + columns, rows: rows)
  }

  private func text(row: Int, column: Int) -> String {
    guard let cell = matrix.cell(row: row, column: column) else { return ReportNumber.missing }
    let shade = matrix.shade(of: cell, largestDistance: largestDistance)
    let sign = shade.level == 0 ? " " : shade.isPositive ? "▴" : "▾"
    let value = ReportNumber.text(cell.value, matrix.style)
    return "\(value) \(sign)\(Self.blocks[shade.level]) (\(ReportNumber.text(cell.count)))"
  }

  private func key() -> [String] {
    let names = [matrix.columnName, matrix.measure, matrix.negativeName, matrix.positiveName].map(
      DisplayText.singleLine)
    let centre = ReportNumber.text(matrix.centre, matrix.style)
    let sides = "▾ \(names[2]), ▴ \(names[3]), from \(centre); ░▒▓█ how far; in brackets the number of statements."
    return ["\(names[0]) →  \(names[1])", sides, matrix.shadeNote].flatMap { TextWrapping.lines($0, width: width) }
  }

  private func cut(_ text: String, _ columns: Int) -> String {
    TextWrapping.truncated(DisplayText.singleLine(text), width: columns)
  }
}
