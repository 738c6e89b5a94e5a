/// Draws ROC and precision-recall curves with characters: the first curve in Braille dots, others in marks of their own.
struct TerminalCurve {
  let curve: ReportFigure.Curve
  let width: Int
  let style: TerminalStyle

  private static let marks: [Character] = ["o", "x", "+"]
  private static let axisWidth = 5

  /// The plot's columns: square on screens whose characters are twice as high as they are wide.
  private var columns: Int { min(width - Self.axisWidth - 1, 52) }
  private var rows: Int { max(8, columns * 2 / 5) }

  func lines() -> [String] {
    let plot = cells()
    let vertical = [style.faint(curve.verticalName)]
    let body = (0..<rows).map { row in axisLabel(row) + plot[row].joined() }
    let rule = style.faint("   0 └" + String(repeating: "─", count: columns))
    let numbers = TextWrapping.padded("0", width: columns / 2, alignment: .leading) + "0.5"
    let axis =
      String(repeating: " ", count: Self.axisWidth + 1)
      + TextWrapping.padded(numbers, width: columns - 1, alignment: .leading) + "1"
    let name = axisSpace + TextWrapping.padded(curve.horizontalName, width: columns, alignment: .centre)
    return vertical + body + [rule, style.faint(axis), style.faint(name), ""] + legend()
  }

  private var axisSpace: String { String(repeating: " ", count: Self.axisWidth + 1) }

  private func axisLabel(_ row: Int) -> String {
    let label = row == 0 ? "   1 " : row == rows / 2 ? " 0.5 " : "     "
    return style.faint(label + (row == 0 || row == rows / 2 ? "┤" : "│"))
  }

  private func cells() -> [[String]] {
    var cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    drawBaseline(on: &cells)
    for index in curve.series.indices.reversed() {
      var canvas = BrailleCanvas(columns: columns, rows: rows)
      let points = curve.series[index].drawablePoints.map { (x: $0.x, y: $0.y) }
      for (start, end) in zip(points, points.dropFirst()) { canvas.line(from: start, to: end) }
      if let only = points.first, points.count == 1 { canvas.line(from: only, to: only) }
      for row in 0..<rows {
        for column in 0..<columns {
          guard let drawn = canvas.character(column: column, row: row) else { continue }
          cells[row][column] = style.series(String(index == 0 ? drawn : mark(index)), index: index)
        }
      }
    }
    if let point = curve.series.first?.operatingPoint, point.x.isFinite, point.y.isFinite {
      cells[row(of: point.y)][column(of: point.x)] = style.strong("◆")
    }
    return cells
  }

  private func drawBaseline(on cells: inout [[String]]) {
    for column in stride(from: 1, to: columns, by: 2) {
      let x = (Double(column) + 0.5) / Double(columns)
      guard let y = curve.kind == .rocCurve ? x : curve.prevalence, y.isFinite else { return }
      cells[row(of: y)][column] = style.faint("·")
    }
  }

  private func row(of y: Double) -> Int { max(0, min(rows - 1, Int((1 - max(0, min(1, y))) * Double(rows)))) }
  private func column(of x: Double) -> Int { max(0, min(columns - 1, Int(max(0, min(1, x)) * Double(columns)))) }
  private func mark(_ index: Int) -> Character { Self.marks[(index - 1) % Self.marks.count] }

  private func legend() -> [String] {
    var lines = curve.series.indices.flatMap { index in
      let series = curve.series[index]
      let sign = style.series(index == 0 ? "⣀⣀" : String(repeating: mark(index), count: 2), index: index)
      let area = series.area.map { "  \(curve.areaName) \($0.text)" } ?? ""
      let text = TextWrapping.lines(DisplayText.singleLine(series.label) + area, width: width - Self.axisWidth - 4)
      return text.enumerated().map { axisSpace + ($0.offset == 0 ? sign : "  ") + " " + $0.element }
    }
    if curve.kind == .rocCurve || curve.prevalence != nil { lines.append(style.faint(axisSpace + "·· guessing")) }
    if curve.series.first?.operatingPoint != nil { lines.append(axisSpace + "◆  threshold in use") }
    return lines
  }
}
