/// What the colours of a matrix mean.
struct MatrixLegend {
  let matrix: ReportFigure.Matrix

  private static let swatch = 18.0
  private static let nameColumns = 18

  /// Four shades to either side of the middle, named, with what the values are beneath.
  func write(middle: Double, top: Double, to writer: inout MarkupWriter) {
    for level in 1...4 {
      let distance = Double(level - 1) * Self.swatch
      for (isPositive, x) in [(false, middle - distance - Self.swatch), (true, middle + distance)] {
        let kind = ReportFigure.Matrix.Shade(isPositive: isPositive, level: level).kind
        writer.rectangle(kind, x: x, y: top, width: Self.swatch, height: 12)
      }
    }
    let side = 4 * Self.swatch + 6
    let (negative, positive) = (
      SVG.cut(matrix.negativeName, columns: Self.nameColumns), SVG.cut(matrix.positiveName, columns: Self.nameColumns)
    )
    writer.label("direction negative", "← " + negative, x: middle - side, y: top + 10, anchor: .end)
    writer.label("direction positive", positive + " →", x: middle + side, y: top + 10)
    let centre = Typography.minus(ReportNumber.text(matrix.centre, matrix.style))
    writer.label("tick", centre, x: middle, y: top + 25, anchor: .middle)
    writer.label("axis-name", SVG.cut(matrix.measure, columns: 60), x: middle, y: top + 43, anchor: .middle)
    writer.label("tick", matrix.shadeNote, x: middle, y: top + 60, anchor: .middle)
    writer.lineBreak()
  }
}
