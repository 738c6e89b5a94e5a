/// Draws bars to the left and right of zero, each named at the left edge.
struct BarsDrawing {
  let bars: ReportFigure.Bars

  static let pitch = 21.0
  private static let labelColumns = 23
  private static let plotLeft = 148.0
  private static let plotWidth = SVG.width - plotLeft - 4
  private static let valueRoom = 40.0

  /// Where the bars stand.
  var frame: PlotFrame {
    PlotFrame(
      left: Self.plotLeft, top: 26, width: Self.plotWidth, height: Self.pitch * Double(bars.items.count),
      horizontal: bounds, vertical: (0, 1))
  }

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frame = frame
    SVG.image(description, height: frame.bottom + 44, to: &writer) { image in
      frame.writeHorizontalAxis(name: bars.measure, count: 6, to: &image)
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
    let sides = (least < 0 ? 1.0 : 0) + (most > 0 ? 1.0 : 0)
    let room = (most - least) * Self.valueRoom / (Self.plotWidth - sides * Self.valueRoom)
    return (least < 0 ? least - room : 0, most > 0 ? most + room : 0)
  }

  /// What either side of zero speaks for, above the bars.
  private func writeDirections(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let zero = frame.x(0)
    if frame.horizontal.low < 0 {
      writer.label(
        "direction negative", "← " + SVG.cut(bars.negativeName, columns: Self.labelColumns), x: zero - 6, y: 16,
        anchor: .end)
    }
    if frame.horizontal.high > 0 {
      writer.label(
        "direction positive", SVG.cut(bars.positiveName, columns: Self.labelColumns) + " →", x: zero + 6, y: 16)
    }
    writer.lineBreak()
  }

  private func write(_ index: Int, in frame: PlotFrame, to writer: inout MarkupWriter) {
    let item = bars.items[index]
    let middle = frame.top + Self.pitch * (Double(index) + 0.5)
    let label = TextWrapping.truncated(DisplayText.singleLine(item.label), width: Self.labelColumns)
    writer.label("name", label, x: Self.plotLeft - 8, y: middle + 4, anchor: .end)
    if item.value.isFinite {
      writeBar(item, middle: middle, in: frame, to: &writer)
    } else {
      writer.label("tick", ReportNumber.missing, x: frame.x(0) + 6, y: middle + 4)
    }
    writer.lineBreak()
  }

  private func writeBar(
    _ item: ReportFigure.Bars.Item, middle: Double, in frame: PlotFrame, to writer: inout MarkupWriter
  ) {
    let (zero, end) = (frame.x(0), frame.x(item.value))
    let direction = item.value < 0 ? "negative" : "positive"
    let interval = [item.low, item.high].compactMap(\.self).filter(\.isFinite).map { frame.x($0) }
    let certainty = interval.count == 2 ? " uncertain" : ""
    writer.rectangle(
      direction + certainty, x: min(zero, end), y: middle - 6.5, width: abs(end - zero), height: 13)
    var outermost = end
    if interval.count == 2 {
      writer.line("whisker", x1: interval[0], y1: middle, x2: interval[1], y2: middle)
      writer.circle("estimate " + direction, x: end, y: middle, radius: 3.5)
      outermost = item.value < 0 ? min(end, interval[0]) : max(end, interval[1])
    }
    let text = Typography.minus(ReportNumber.text(item.value, bars.style))
    if item.value < 0 {
      writer.label("tick", text, x: outermost - 6, y: middle + 4, anchor: .end)
    } else {
      writer.label("tick", text, x: outermost + 6, y: middle + 4)
    }
  }
}
