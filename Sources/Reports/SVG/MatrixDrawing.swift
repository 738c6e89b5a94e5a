/// Draws a table of pairs as coloured cells, each with its value and the number of statements.
struct MatrixDrawing {
  let matrix: ReportFigure.Matrix
  private let left: Double
  private let top: Double
  private let pitch: Double
  private let turnsLabels: Bool

  private static let rowHeight = 28.0
  private static let (leastPitch, mostPitch) = (36.0, 64.0)
  private static let labelColumns = 22
  private static let (headingTop, legendHeight) = (22.0, 76.0)

  init(matrix: ReportFigure.Matrix) {
    self.matrix = matrix
    let rowWidths = (matrix.rows + [matrix.rowName + " ↓"]).map {
      LetterWidth.of(SVG.cut($0, columns: Self.labelColumns), size: 12)
    }
    left = min(max(60, (rowWidths.max() ?? 0) + 12), 168)
    let room = (SVG.width - left - 4) / Double(max(1, matrix.columns.count))
    pitch = max(Self.leastPitch, min(Self.mostPitch, room))
    let columnWidths = matrix.columns.map {
      LetterWidth.of(SVG.cut($0, columns: Self.labelColumns), size: 12)
    }
    let longest = columnWidths.max() ?? 0
    turnsLabels = longest > pitch - 6
    top = Self.headingTop + (turnsLabels ? longest * Self.rise + 10 : 18)
  }

  /// Labels are turned by 60 degrees: what a length is across and up.
  private static let (run, rise) = (0.5, 0.866)

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let bottom = top + Self.rowHeight * Double(matrix.rows.count)
    SVG.image(description, width: width, height: bottom + Self.legendHeight, to: &writer) { image in
      writeHeadings(to: &image)
      let largest = matrix.largestDistance
      for row in matrix.rows.indices {
        let middle = top + Self.rowHeight * (Double(row) + 0.5)
        let label = SVG.cut(matrix.rows[row], columns: Self.labelColumns)
        image.label("name", label, x: left - 8, y: middle + 4, anchor: .end)
        for column in matrix.columns.indices {
          write(row: row, column: column, largest: largest, to: &image)
        }
        image.lineBreak()
      }
      MatrixLegend(matrix: matrix).write(middle: width / 2, top: bottom + 10, to: &image)
    }
  }

  /// Whether it is wider than other drawings.
  var isWide: Bool { width > SVG.width }

  /// As wide as the cells and the labels that lean over the right edge need, and no narrower than other drawings.
  private var width: Double {
    let right = left + pitch * Double(matrix.columns.count)
    guard turnsLabels else { return max(SVG.width, right + 4) }
    let ends = matrix.columns.enumerated().map { column, label in
      x(column) + LetterWidth.of(SVG.cut(label, columns: Self.labelColumns), size: 12) * Self.run + 10
    }
    return max(SVG.width, right + 4, ends.max() ?? 0)
  }

  /// The middle of a column.
  private func x(_ column: Int) -> Double { left + pitch * (Double(column) + 0.5) }

  private func writeHeadings(to writer: inout MarkupWriter) {
    writer.label("axis-name", SVG.cut(matrix.columnName, columns: 44) + " →", x: left, y: 12)
    writer.label(
      "axis-name", SVG.cut(matrix.rowName, columns: Self.labelColumns - 2) + " ↓", x: left - 8, y: top - 8, anchor: .end
    )
    for (column, label) in matrix.columns.enumerated() {
      let text = SVG.cut(label, columns: Self.labelColumns)
      if turnsLabels {
        writer.label("name", text, x: x(column) + 3, y: top - 7, turnedBy: -60)
      } else {
        writer.label("name", text, x: x(column), y: top - 8, anchor: .middle)
      }
    }
    writer.lineBreak()
  }

  /// Where a cell stands.
  func box(row: Int, column: Int) -> (left: Double, top: Double, width: Double, height: Double) {
    (left + pitch * Double(column), top + Self.rowHeight * Double(row), pitch, Self.rowHeight)
  }

  private func write(row: Int, column: Int, largest: Double, to writer: inout MarkupWriter) {
    let (cellLeft, cellTop, _, _) = box(row: row, column: column)
    let cell = matrix.cell(row: row, column: column)
    let kind = cell.map { matrix.shade(of: $0, largestDistance: largest).kind } ?? "cell empty"
    writer.rectangle(kind, x: cellLeft + 1, y: cellTop + 1, width: pitch - 2, height: Self.rowHeight - 2)
    guard let cell else { return }
    let columns = Int(pitch / 6.4)
    let value = Typography.minus(ReportNumber.text(cell.value, matrix.style))
    writer.label("cell-value", SVG.cut(value, columns: columns), x: x(column), y: cellTop + 13, anchor: .middle)
    let count = SVG.cut(ReportNumber.text(cell.count), columns: columns)
    writer.label("cell-count", count, x: x(column), y: cellTop + 23.5, anchor: .middle)
  }
}

extension ReportFigure.Matrix.Shade {
  /// The class of a rectangle of this colour.
  var kind: String { level == 0 ? "cell" : "cell \(isPositive ? "positive" : "negative") shade-\(level)" }
}
