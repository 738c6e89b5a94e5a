/// Draws a reliability diagram with the spread of the scores beneath.
struct ReliabilityDrawing {
  let reliability: ReportFigure.Reliability

  private static let histogramHeight = 56.0
  private static let histogramTop = 440.0

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frame = PlotFrame.unitSquare
    SVG.image(description, height: Self.histogramTop + Self.histogramHeight + 4, to: &writer) { image in
      frame.writeAxes(
        horizontalName: "Mean predicted probability", verticalName: "Observed rate", to: &image)
      image.line("chance", x1: frame.x(0), y1: frame.y(0), x2: frame.x(1), y2: frame.y(1))
      writeBins(frame, to: &image)
      writeScores(frame, to: &image)
    }
  }

  private func writeBins(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let bins = reliability.bins.filter { $0.meanPredicted.isFinite && $0.observedRate.isFinite }
    let places = bins.map { (x: frame.x($0.meanPredicted), y: frame.y($0.observedRate)) }
    for bin in bins {
      guard let low = bin.observedLow, let high = bin.observedHigh, low.isFinite, high.isFinite else { continue }
      let x = frame.x(bin.meanPredicted)
      writer.line("whisker", x1: x, y1: frame.y(low), x2: x, y2: frame.y(high))
      for end in [low, high] { writer.line("whisker", x1: x - 4, y1: frame.y(end), x2: x + 4, y2: frame.y(end)) }
    }
    if places.count > 1 { writer.path("join series-1", places) }
    for place in places { writer.circle("dot series-1", x: place.x, y: place.y, radius: 4.5) }
    writer.lineBreak()
  }

  /// Bars under the axis, on its scale: how many statements got which score.
  private func writeScores(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    let bars = scoreBars
    let most = bars.map(\.count).max() ?? 0
    guard most > 0 else { return }
    let bottom = Self.histogramTop + Self.histogramHeight
    for bar in bars where bar.count > 0 {
      let height = max(1, Self.histogramHeight * Double(bar.count) / Double(most))
      let (left, right) = (frame.x(bar.lower), frame.x(bar.upper))
      writer.rectangle("score", x: left + 0.5, y: bottom - height, width: right - left - 1, height: height)
    }
    writer.line("base", x1: frame.left, y1: bottom, x2: frame.right, y2: bottom)
    writer.label("tick", ReportNumber.text(most), x: frame.left - 7, y: Self.histogramTop + 8, anchor: .end)
    writer.lineBreak()
  }

  private var scoreBars: [(lower: Double, upper: Double, count: Int)] {
    let counts = reliability.scoreCounts
    guard counts.isEmpty else {
      let width = 1 / Double(counts.count)
      return counts.enumerated().map { (Double($0.offset) * width, Double($0.offset + 1) * width, $0.element) }
    }
    return reliability.bins.map { ($0.lower, $0.upper, $0.count) }
  }
}
