/// Draws estimates as dots with whiskers, each named at the left edge; a second estimate is a ring.
struct EstimatesDrawing {
  let estimates: ReportFigure.Estimates

  static let pitch = 21.0
  private static let labelColumns = 23
  private static let plotLeft = 148.0

  /// Where the estimates stand.
  var frame: PlotFrame {
    PlotFrame(
      left: Self.plotLeft, top: 8, width: SVG.width - Self.plotLeft - 12,
      height: Self.pitch * Double(max(1, estimates.items.count)), horizontal: estimates.bounds, vertical: (0, 1))
  }

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frame = frame
    SVG.image(description, height: frame.bottom + 44, to: &writer) { image in
      frame.writeHorizontalAxis(name: estimates.measure, count: 6, to: &image)
      if let reference = estimates.reference, reference.isFinite {
        let x = frame.x(reference)
        image.line("base", x1: x, y1: frame.top, x2: x, y2: frame.bottom)
      }
      for (index, item) in estimates.items.enumerated() {
        write(item, middle: frame.top + Self.pitch * (Double(index) + 0.5), in: frame, to: &image)
      }
    }
  }

  private func write(
    _ item: ReportFigure.Estimates.Item, middle: Double, in frame: PlotFrame, to writer: inout MarkupWriter
  ) {
    let label = TextWrapping.truncated(DisplayText.singleLine(item.label), width: Self.labelColumns)
    writer.label("name", label, x: Self.plotLeft - 8, y: middle + 4, anchor: .end)
    let ends = [item.low, item.high].compactMap(\.self).filter(\.isFinite).map { frame.x($0) }
    if ends.count == 2 {
      writer.line("whisker", x1: ends[0], y1: middle, x2: ends[1], y2: middle)
      for end in ends { writer.line("whisker", x1: end, y1: middle - 3.5, x2: end, y2: middle + 3.5) }
    }
    if let value = item.value, value.isFinite {
      writer.circle("dot series-1", x: frame.x(value), y: middle, radius: 4)
    }
    if let other = item.other, other.isFinite {
      writer.circle("operating series-2", x: frame.x(other), y: middle, radius: 3.2)
    }
    writer.lineBreak()
  }
}
