/// The points that stand out as bars to the left and right of zero, the first measure in brackets: in characters a list reads
/// better than a cloud.
struct TerminalScatter {
  let scatter: ReportFigure.Scatter
  let width: Int
  let style: TerminalStyle

  private static let mostOnEitherSide = 15

  func lines() -> [String] {
    let points = scatter.strongestPoints(atMost: Self.mostOnEitherSide)
    let items = points.map { point in
      ReportFigure.Bars.Item(label: "\(point.label) (\(scatter.horizontalValue(point).text))", value: point.y)
    }
    let bars = ReportFigure.Bars(
      items: items, measure: scatter.verticalName, negativeName: scatter.negativeName,
      positiveName: scatter.positiveName)
    return TerminalBars(bars: bars, width: width, style: style).lines()
      + notes(shown: points.count).flatMap { TextWrapping.lines($0, width: width) }.map(style.faint)
  }

  private func notes(shown: Int) -> [String] {
    let names = [scatter.verticalName, scatter.horizontalName].map(DisplayText.singleLine)
    var notes = ["\(names[0]); in brackets: \(names[1])"]
    if let band = scatter.drawableBand { notes.append("Chance alone: ±\(ReportNumber.text(band, .decimals(2)))") }
    let others = scatter.drawablePoints.count - shown
    if others > 0 { notes.append("Not shown: \(ReportNumber.text(others))") }
    return notes
  }
}
