/// Draws the spread of scores, a line of small bars for each group.
struct TerminalHistogram {
  let histogram: ReportFigure.Histogram
  let width: Int
  let style: TerminalStyle

  private static let numberWidth = 9

  private var labels: [String] { histogram.groups.map { DisplayText.singleLine($0.label) } }
  private var labelWidth: Int { min(labels.map { DisplayWidth.of($0) }.max() ?? 0, width / 3) }
  private var room: Int { max(4, width - labelWidth - 2 - 2 * Self.numberWidth) }
  private var binCount: Int { max(1, histogram.groups.map(\.counts.count).max() ?? 0) }
  /// How many bins share a column where there are more bins than columns.
  private var binsPerColumn: Int { (binCount + room - 1) / room }
  /// How many columns a bar takes where there are more columns than bins.
  private var columnsPerBar: Int { max(1, min(3, room / binCount)) }
  private var stripWidth: Int { (binCount + binsPerColumn - 1) / binsPerColumn * columnsPerBar }

  func lines() -> [String] {
    let labels = labels
    let rows = histogram.groups.indices.map { index in
      let group = histogram.groups[index]
      let strip = style.series(
        TextWrapping.padded(bars(group.counts), width: stripWidth, alignment: .leading), index: 0)
      return line(
        labels[index], strip, ReportNumber.text(group.counts.reduce(0, +)),
        ReportNumber.text(group.marker ?? .nan, .decimals(3)))
    }
    let heading = line("", String(repeating: " ", count: stripWidth), "n", DisplayText.singleLine(histogram.markerName))
    let measure = TextWrapping.lines(DisplayText.singleLine(histogram.measure), width: width - labelWidth - 2)
    return [style.faint(heading)] + rows + ([scale] + measure).map { style.faint(indentation + $0) }
  }

  private var indentation: String { String(repeating: " ", count: labelWidth + 2) }

  private var scale: String {
    let step = histogram.high - histogram.low
    let low = ReportNumber.tick(histogram.low, step: step)
    let high = ReportNumber.tick(histogram.high, step: step)
    return TextWrapping.padded(low, width: max(0, stripWidth - DisplayWidth.of(high)), alignment: .leading) + high
  }

  private func line(_ label: String, _ strip: String, _ count: String, _ marker: String) -> String {
    let name = TextWrapping.padded(
      TextWrapping.truncated(label, width: labelWidth), width: labelWidth, alignment: .trailing)
    let numbers = [count, marker].map { text in
      let short = TextWrapping.truncated(text, width: Self.numberWidth - 1)
      return TextWrapping.padded(short, width: Self.numberWidth, alignment: .trailing)
    }
    return name + "  " + strip + numbers.joined()
  }

  private func bars(_ counts: [Int]) -> String {
    let merged = stride(from: 0, to: counts.count, by: binsPerColumn).map { start in
      counts[start..<min(counts.count, start + binsPerColumn)].reduce(0, +)
    }
    return TextBar.sparkline(merged).map { String(repeating: $0, count: columnsPerBar) }.joined()
  }
}
