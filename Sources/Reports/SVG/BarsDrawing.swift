/// Draws bars to the left and right of zero, each named at the left edge.
struct BarsDrawing {
  let bars: ReportFigure.Bars

  private static let pitch = 21.0
  private static let labelWidth = 25
  private static let plotLeft = 158.0
  private static let valueRoom = 44.0

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let height = Self.pitch * Double(bars.items.count)
    let bounds = bounds
    let frame = PlotFrame(
      left: Self.plotLeft, top: 26, width: SVG.width - Self.plotLeft - 8, height: height, horizontal: bounds,
      vertical: (0, 1))
    SVG.image(description, height: frame.bottom + 44, to: &writer) { image in
      frame.writeHorizontalAxis(name: bars.measure, count: 4, to: &image)
      writeDirections(frame, to: &image)
      for index in bars.items.indices { write(index, in: frame, to: &image) }
      image.line("base", x1: frame.x(0), y1: frame.top, x2: frame.x(0), y2: frame.bottom)
    }
  }

  /// What the axis spans: all values and intervals, zero, and room beyond the longest bars for their values.
  private var bounds: (low: Double, high: Double) {
    let values = bars.items.flatMap { [$0.value, $0.low ?? 0, $0.high ?? 0] }.filter(\.isFinite)
    let (least, most) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    guard most > least else { return (-1, 1) }
    let width = SVG.width - Self.plotLeft - 8
    let sides = (least < 0 ? 1.0 : 0) + (most > 0 ? 1.0 : 0)
    let room = (most - least) * Self.valueRoom / (width - sides * Self.valueRoom)
    return (least < 0 ? least - room : 0, most > 0 ? most + room : 0)
  }

  private func writeDirections(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let zero = frame.x(0)
    if frame.horizontal.low < 0 {
      writer.label("direction negative", "← " + bars.negativeName, x: zero - 6, y: 16, anchor: .end)
    }
    if frame.horizontal.high > 0 {
      let anchor: SVG.Anchor = frame.horizontal.low < 0 ? .start : .start
      writer.label("direction positive", bars.positiveName + " →", x: zero + 6, y: 16, anchor: anchor)
    }
    writer.lineBreak()
  }

  private func write(_ index: Int, in frame: PlotFrame, to writer: inout MarkupWriter) {
    let item = bars.items[index]
    let middle = frame.top + Self.pitch * (Double(index) + 0.5)
    let label = TextWrapping.truncated(DisplayText.singleLine(item.label), width: Self.labelWidth)
    writer.label("name", label, x: Self.plotLeft - 8, y: middle + 4, anchor: .end)
    guard item.value.isFinite else {
      writer.label("tick", ReportNumber.missing, x: frame.x(0) + 6, y: middle + 4)
      return writer.lineBreak()
    }
    let (zero, end) = (frame.x(0), frame.x(item.value))
    let isNegative = item.value < 0
    writer.rectangle(
      isNegative ? "bar negative" : "bar positive", x: min(zero, end), y: middle - 6.5, width: abs(end - zero),
      height: 13)
    var outermost = end
    if let low = item.low, let high = item.high, low.isFinite, high.isFinite {
      writer.line("whisker", x1: frame.x(low), y1: middle, x2: frame.x(high), y2: middle)
      outermost = isNegative ? min(end, frame.x(low)) : max(end, frame.x(high))
    }
    let text = Typography.minus(ReportNumber.text(item.value, bars.style))
    writer.label(
      "tick value", text, x: outermost + (isNegative ? -5 : 5), y: middle + 4, anchor: isNegative ? .end : .start)
    writer.lineBreak()
  }
}
