/// Draws the spread of scores, a row for each group.
struct HistogramDrawing {
  let histogram: ReportFigure.Histogram

  static let pitch = 46.0
  private static let barHeight = 36.0
  private static let plotLeft = 118.0

  /// Where the groups stand, one above the other.
  var frame: PlotFrame {
    PlotFrame(
      left: Self.plotLeft, top: 6, width: SVG.width - Self.plotLeft - 14,
      height: Self.pitch * Double(histogram.groups.count), horizontal: (histogram.low, histogram.high),
      vertical: (0, 1))
  }

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frame = frame
    SVG.image(description, height: frame.bottom + 44, to: &writer) { image in
      frame.writeHorizontalAxis(name: histogram.measure, to: &image)
      for index in histogram.groups.indices { write(index, in: frame, to: &image) }
    }
  }

  private func write(_ index: Int, in frame: PlotFrame, to writer: inout MarkupWriter) {
    let group = histogram.groups[index]
    let base = frame.top + Self.pitch * Double(index + 1)
    let total = group.counts.reduce(0, +)
    let label = TextWrapping.truncated(DisplayText.singleLine(group.label), width: 18)
    writer.label("name", label, x: Self.plotLeft - 10, y: base - 16, anchor: .end)
    writer.label("tick", "n = " + ReportNumber.text(total), x: Self.plotLeft - 10, y: base - 2, anchor: .end)
    let most = max(1, group.counts.max() ?? 0)
    for (bin, count) in group.counts.enumerated() where count > 0 {
      let bounds = histogram.bounds(ofBin: bin, of: group.counts.count)
      let height = max(1, Self.barHeight * Double(count) / Double(most))
      let (left, right) = (frame.x(bounds.lower), frame.x(bounds.upper))
      writer.rectangle(
        "group", x: left + 0.5, y: base - height, width: right - left - 1, height: height)
    }
    writer.line("base", x1: frame.left, y1: base, x2: frame.right, y2: base)
    if let marker = group.marker, marker.isFinite {
      let x = frame.x(marker)
      writer.line("marker", x1: x, y1: base - Self.barHeight - 4, x2: x, y2: base + 3)
    }
    writer.lineBreak()
  }
}
