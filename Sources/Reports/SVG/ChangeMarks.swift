/// Where a series changes: dashed upright lines on their shaded intervals, with a text above where there is room.
struct ChangeMarks {
  let changes: [ReportFigure.TimeSeries.Change]
  let frame: PlotFrame

  private static let labelColumns = 24

  /// Writes the marks; their texts stand on the line of the panel's label, which takes `width` from the left edge.
  func write(besideLabelOfWidth width: Double, to writer: inout MarkupWriter) {
    let placed = changes.filter(\.position.isFinite).sorted { $0.position < $1.position }
    for change in placed where change.low.isFinite && change.high.isFinite {
      let (start, end) = (frame.x(change.low), frame.x(change.high))
      writer.rectangle("change-interval", x: start, y: frame.top, width: end - start, height: frame.height)
    }
    var taken = frame.left + width + 10
    for change in placed {
      let x = frame.x(change.position)
      writer.line("change", x1: x, y1: frame.top - 3, x2: x, y2: frame.bottom)
      let text = SVG.cut(change.label, columns: Self.labelColumns)
      let length = LetterWidth.of(text, size: 11)
      // Above its line, or as far to the right of it as the texts before and to the left as the edge demand.
      let start = max(taken, min(x - length / 2, frame.right - length))
      guard start + length <= SVG.width, start <= x + 4 else { continue }
      writer.label("tick halo", text, x: start, y: frame.top - 6)
      taken = start + length + 8
    }
    if !placed.isEmpty { writer.lineBreak() }
  }
}
