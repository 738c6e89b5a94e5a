/// Draws series over time in Braille dots, a panel for each actor, with changes and events marked in a line beneath.
struct TerminalTimeSeries {
  let series: ReportFigure.TimeSeries
  let width: Int
  let style: TerminalStyle
  private let time: (low: Double, high: Double)
  private let values: (low: Double, high: Double)

  /// Odd, so that the middle of the axis has a line.
  private static let rows = 5
  private static let mostColumns = 100

  init(series: ReportFigure.TimeSeries, width: Int, style: TerminalStyle) {
    (self.series, self.width, self.style) = (series, width, style)
    (time, values) = (series.timeBounds, series.valueBounds)
  }

  func lines() -> [String] {
    let panels = series.panels.map(lines)
    let reference = series.reference.map { "·· " + ReportNumber.text($0, series.style) }
    let measure = [DisplayText.singleLine(series.measure), reference].compactMap(\.self).joined(separator: "   ")
    let heading = TextWrapping.lines(measure, width: width).map(style.faint)
    let footer = eventLine() + [style.faint(indentation + ticks())]
    return heading + panels.joined(separator: [""]) + footer + eventKey()
  }

  private var ends: (low: String, high: String) {
    (ReportNumber.text(values.low, series.style), ReportNumber.text(values.high, series.style))
  }
  private var axisWidth: Int { min(width / 3, max(DisplayWidth.of(ends.low), DisplayWidth.of(ends.high)) + 1) }
  private var columns: Int { max(8, min(Self.mostColumns, width - axisWidth - 1)) }
  private var indentation: String { String(repeating: " ", count: axisWidth + 1) }

  private func lines(of panel: ReportFigure.TimeSeries.Panel) -> [String] {
    let name = TextWrapping.truncated(DisplayText.singleLine(panel.label), width: width)
    let plot = cells(of: panel)
    let body = (0..<Self.rows).map { row in
      let label = row == 0 ? ends.high : row == Self.rows - 1 ? ends.low : ""
      let cut = TextWrapping.truncated(label, width: axisWidth - 1)
      return style.faint(
        TextWrapping.padded(cut, width: axisWidth - 1, alignment: .trailing) + (label.isEmpty ? " │" : " ┤"))
        + plot[row].joined()
    }
    return [style.strong(name)] + body + changeLines(of: panel)
  }

  private func cells(of panel: ReportFigure.TimeSeries.Panel) -> [[String]] {
    var canvas = BrailleCanvas(columns: columns, rows: Self.rows)
    for run in panel.runs {
      let places = run.compactMap { point in
        point.value.map { (x: share(point.position, of: time), y: share($0, of: values)) }
      }
      for (start, end) in zip(places, places.dropFirst()) { canvas.line(from: start, to: end) }
      if let only = places.first, places.count == 1 { canvas.line(from: only, to: only) }
    }
    let referenceRow = series.reference.flatMap { reference in
      reference.isFinite
        ? min(Self.rows - 1, Int((1 - share(reference, of: values)) * Double(Self.rows))) : nil
    }
    return (0..<Self.rows).map { row in
      (0..<columns).map { column in
        if let drawn = canvas.character(column: column, row: row) { return style.series(String(drawn), index: 0) }
        return row == referenceRow && column % 2 == 1 ? style.faint("·") : " "
      }
    }
  }

  /// A line of signs where the series changes, and what is written of each change.
  private func changeLines(of panel: ReportFigure.TimeSeries.Panel) -> [String] {
    let changes = panel.changes.filter(\.position.isFinite)
    guard !changes.isEmpty else { return [] }
    var cells = [String](repeating: " ", count: columns)
    for change in changes {
      let (low, high) = (column(change.low), column(change.high))
      if change.low.isFinite, change.high.isFinite, low <= high { for cell in low...high { cells[cell] = "─" } }
    }
    for change in changes { cells[column(change.position)] = "▲" }
    let labels = changes.map { DisplayText.singleLine($0.label) }.joined(separator: " · ")
    return [indentation + cells.joined()]
      + TextWrapping.lines("▲ " + labels, width: columns).map { style.faint(indentation + $0) }
  }

  /// The numbers of the events where they happened; those without room for their number have a sign.
  private func eventLine() -> [String] {
    let events = series.numberedEvents
    guard !events.isEmpty else { return [] }
    var cells = [String](repeating: " ", count: columns)
    for event in events {
      let text = String(event.number).map(String.init)
      let start = min(column(event.mark.position), columns - text.count)
      let around = max(0, start - 1)..<min(columns, start + text.count + 1)
      if around.allSatisfy({ cells[$0] == " " }) {
        for (offset, digit) in text.enumerated() { cells[start + offset] = digit }
      } else if cells[start] == " " {
        cells[start] = "|"
      }
    }
    return [indentation + cells.joined()]
  }

  private func eventKey() -> [String] {
    series.numberedEvents.flatMap { event in
      TextWrapping.lines(
        "\(event.number) " + DisplayText.singleLine(event.mark.label), width: width - axisWidth - 1
      ).map { style.faint(indentation + $0) }
    }
  }

  /// The ticks of time that have room, each beginning where it stands.
  private func ticks() -> String {
    var line = ""
    for tick in series.ticks where tick.position.isFinite {
      let text = TextWrapping.truncated(DisplayText.singleLine(tick.label), width: 12)
      let start = min(column(tick.position), columns - DisplayWidth.of(text))
      guard start >= DisplayWidth.of(line) + (line.isEmpty ? 0 : 1) else { continue }
      line = TextWrapping.padded(line, width: start, alignment: .leading) + text
    }
    return line
  }

  private func column(_ position: Double) -> Int {
    max(0, min(columns - 1, Int(share(position, of: time) * Double(columns))))
  }

  private func share(_ value: Double, of bounds: (low: Double, high: Double)) -> Double {
    guard value.isFinite, bounds.high > bounds.low else { return 0 }
    return max(0, min(1, (value - bounds.low) / (bounds.high - bounds.low)))
  }
}
