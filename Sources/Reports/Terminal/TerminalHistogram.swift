/// Draws the spread of scores, a line of small bars for each group.
struct TerminalHistogram {
  let histogram: ReportFigure.Histogram
  let width: Int
  let style: TerminalStyle

  func lines() -> [String] {
    let labels = histogram.groups.map { DisplayText.singleLine($0.label) }
    let labelWidth = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, width / 3)
    let binCount = max(1, histogram.groups.map(\.counts.count).max() ?? 0)
    let scale = max(1, min(3, (width - labelWidth - 24) / binCount))
    let strip = binCount * scale
    let rows = histogram.groups.indices.map { index in
      let group = histogram.groups[index]
      let bars = TextBar.sparkline(group.counts).map { String(repeating: $0, count: scale) }.joined()
      let label = TextWrapping.truncated(labels[index], width: labelWidth)
      return TextWrapping.padded(label, width: labelWidth, alignment: .trailing) + "  "
        + style.series(TextWrapping.padded(bars, width: strip, alignment: .leading), index: index)
        + TextWrapping.padded(ReportNumber.text(group.counts.reduce(0, +)), width: 9, alignment: .trailing)
        + TextWrapping.padded(ReportNumber.text(group.marker ?? .nan, .decimals(3)), width: 9, alignment: .trailing)
    }
    let heading =
      String(repeating: " ", count: labelWidth + 2)
      + TextWrapping.padded(TextWrapping.truncated(histogram.measure, width: strip), width: strip, alignment: .leading)
      + TextWrapping.padded("n", width: 9, alignment: .trailing)
      + TextWrapping.padded(DisplayText.singleLine(histogram.markerName), width: 9, alignment: .trailing)
    return [style.faint(heading)] + rows + [axis(labelWidth: labelWidth, strip: strip), ""]
  }

  private func axis(labelWidth: Int, strip: Int) -> String {
    let low = ReportNumber.text(histogram.low, .significant(3))
    let high = ReportNumber.text(histogram.high, .significant(3))
    let scale = TextWrapping.padded(low, width: max(0, strip - high.count), alignment: .leading) + high
    return style.faint(String(repeating: " ", count: labelWidth + 2) + scale)
  }
}
