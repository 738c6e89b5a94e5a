/// Draws ROC and precision-recall curves.
struct CurveDrawing {
  let curve: ReportFigure.Curve

  private static let legendTop = 452.0
  private static let legendPitch = 20.0
  /// The characters of the widest common typefaces that a line of the legend holds, and the most that the area may take.
  private static let legendColumns = 52
  private static let areaColumns = 30

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frame = PlotFrame.unitSquare
    let height = Self.legendTop + Self.legendPitch * Double(curve.series.count) - 8
    SVG.image(description, height: height, to: &writer) { image in
      frame.writeAxes(horizontalName: curve.horizontalName, verticalName: curve.verticalName, to: &image)
      writeBaseline(frame, to: &image)
      for index in curve.series.indices.reversed() { write(index, in: frame, to: &image) }
      for index in curve.series.indices { writeLegend(index, to: &image) }
    }
  }

  private func writeBaseline(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    if curve.kind == .rocCurve {
      writer.line("chance", x1: frame.x(0), y1: frame.y(0), x2: frame.x(1), y2: frame.y(1))
    } else if let prevalence = curve.prevalence, prevalence.isFinite {
      writer.line("chance", x1: frame.x(0), y1: frame.y(prevalence), x2: frame.x(1), y2: frame.y(prevalence))
    }
  }

  private func write(_ index: Int, in frame: PlotFrame, to writer: inout MarkupWriter) {
    let series = curve.series[index]
    let places = series.drawablePoints.map { (x: frame.x($0.x), y: frame.y($0.y)) }
    let kind = "series-\(index % 4 + 1)"
    if let first = places.first, places.count == 1 {
      writer.circle("dot " + kind, x: first.x, y: first.y, radius: 4)
    } else if !places.isEmpty {
      writer.path("curve " + kind, LineSimplification.simplified(places, tolerance: 0.15))
    }
    if let point = series.operatingPoint, point.x.isFinite, point.y.isFinite {
      writer.circle("operating " + kind, x: frame.x(point.x), y: frame.y(point.y), radius: 5)
    }
    writer.lineBreak()
  }

  private func writeLegend(_ index: Int, to writer: inout MarkupWriter) {
    let series = curve.series[index]
    let y = Self.legendTop + Self.legendPitch * Double(index)
    let left = PlotFrame.unitSquare.left
    writer.line("curve series-\(index % 4 + 1)", x1: left, y1: y - 4, x2: left + 22, y2: y - 4)
    let area = series.area.map { area in
      TextWrapping.truncated("\(curve.areaName) " + Typography.number(area), width: Self.areaColumns)
    }
    let room = Self.legendColumns - (area.map { DisplayWidth.of($0) + 2 } ?? 0)
    writer.label("legend", TextWrapping.truncated(series.label, width: room), x: left + 30, y: y)
    if let area { writer.label("legend value", area, x: PlotFrame.unitSquare.right, y: y, anchor: .end) }
    writer.lineBreak()
  }
}
