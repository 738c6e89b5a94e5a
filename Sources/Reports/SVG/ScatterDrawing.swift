/// Draws points of two measures, with the names of those that stand out.
struct ScatterDrawing {
  let scatter: ReportFigure.Scatter

  private static let (height, labelSize, radius) = (330.0, 11.0, 3.0)
  private static let labelColumns = 24
  /// Labels are sought room for in this many points, the farthest from zero; a drawing has no room for more.
  private static let mostLabels = 150

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frame = frame
    SVG.image(description, height: frame.bottom + 44, to: &writer) { image in
      if let band = scatter.drawableBand {
        image.rectangle(
          "chance-band", x: frame.left, y: frame.y(band), width: frame.width, height: frame.y(-band) - frame.y(band))
      }
      writeAxes(frame, to: &image)
      image.line("base", x1: frame.left, y1: frame.y(0), x2: frame.right, y2: frame.y(0))
      writeDirections(frame, to: &image)
      writePoints(frame, to: &image)
    }
  }

  /// Where the points stand.
  var frame: PlotFrame {
    let points = scatter.drawablePoints
    let heights = points.map(\.y) + [0] + (scatter.drawableBand.map { [-$0, $0] } ?? [])
    return PlotFrame(
      left: 50, top: 26, width: SVG.width - 50 - 10, height: Self.height,
      horizontal: AxisBounds.around(points.map(place)), vertical: AxisBounds.around(heights))
  }

  /// Where a point stands on the horizontal axis, in the axis's own measure.
  func place(_ point: ReportFigure.Scatter.Point) -> Double {
    scatter.isLogarithmic ? LogarithmicTicks.place(point.x) : point.x
  }

  private func writeAxes(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let name = SVG.cut(scatter.horizontalName, columns: 50)
    frame.writeVerticalTicks(count: 6, to: &writer)
    writer.label(
      "axis-name", SVG.cut(scatter.verticalName, columns: 46), x: 12, y: frame.top + frame.height / 2, turnedBy: -90,
      anchor: .middle)
    guard scatter.isLogarithmic else { return frame.writeHorizontalAxis(name: name, to: &writer) }
    let ticks = LogarithmicTicks(low: frame.horizontal.low, high: frame.horizontal.high)
    for tick in ticks.values {
      let x = frame.x(tick.place)
      writer.line("grid", x1: x, y1: frame.top, x2: x, y2: frame.bottom)
      writer.label("tick", LogarithmicTicks.text(tick.number), x: x, y: frame.bottom + 17, anchor: .middle)
    }
    writer.label("axis-name", name, x: frame.left + frame.width / 2, y: frame.bottom + 36, anchor: .middle)
    writer.lineBreak()
  }

  /// What either side of zero speaks for, above the points.
  private func writeDirections(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let (negative, positive) = (SVG.cut(scatter.negativeName, columns: 24), SVG.cut(scatter.positiveName, columns: 24))
    writer.label("direction positive", "↑ " + positive, x: frame.left, y: 16)
    writer.label("direction negative", "↓ " + negative, x: frame.right, y: 16, anchor: .end)
    writer.lineBreak()
  }

  private func writePoints(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let others = scatter.drawablePoints.filter { !$0.isNamed }
    for kind in ["neutral", "negative", "positive"] {
      let places = others.filter { self.kind($0) == kind }.map { (x: frame.x(place($0)), y: frame.y($0.y)) }
      writer.dots("speck " + kind, places)
    }
    writer.lineBreak()
    let named = scatter.namedPoints
    for point in named {
      writer.circle("estimate " + kind(point), x: frame.x(place(point)), y: frame.y(point.y), radius: Self.radius)
    }
    writer.lineBreak()
    let placement = LabelPlacement(
      area: .init(left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom), size: Self.labelSize,
      radius: Self.radius)
    let wanted = named.prefix(Self.mostLabels).map { point in
      (x: frame.x(place(point)), y: frame.y(point.y), text: SVG.cut(point.label, columns: Self.labelColumns))
    }
    for label in placement.placed(wanted) { writer.label("term halo", label.text, x: label.x, y: label.y) }
    writer.lineBreak()
  }

  /// Which side a point is on, if it is beyond what chance alone reaches.
  private func kind(_ point: ReportFigure.Scatter.Point) -> String {
    if abs(point.y) <= scatter.drawableBand ?? 0 { return "neutral" }
    return point.y > 0 ? "positive" : "negative"
  }
}
