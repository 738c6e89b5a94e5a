/// Numbered upright lines for events, with the numbers above and a key beneath.
enum EventFlags {
  /// An event with its place.
  struct Flag {
    let number: Int
    let label: String
    let x: Double
    /// The row of its number, 0 for the one next to the panels.
    let row: Int
  }

  private static let (rowHeight, keyPitch) = (12.0, 16.0)
  private static let keyColumns = 56

  /// Events along an axis, the numbers in as many rows as it takes for none to run into another.
  ///
  /// Complexity: O(n r) in events and rows.
  static func placed(_ events: [(number: Int, mark: ReportFigure.TimeSeries.Mark)], along axis: PlotFrame) -> [Flag] {
    var ends: [Double] = []
    let inOrder = events.sorted { ($0.mark.position, $0.number) < ($1.mark.position, $1.number) }
    return inOrder.map { event in
      let x = axis.x(event.mark.position)
      let half = LetterWidth.of(String(event.number), size: 11) / 2 + 1.5
      let row = ends.firstIndex { $0 <= x - half } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = x + half
      return Flag(number: event.number, label: event.mark.label, x: x, row: row)
    }
  }

  /// The height of the numbers.
  static func height(of flags: [Flag]) -> Double {
    flags.isEmpty ? 0 : Double((flags.map(\.row).max() ?? 0) + 1) * rowHeight + 2
  }

  /// The height of a key of so many events.
  static func keyHeight(of count: Int) -> Double { count == 0 ? 0 : Double(count) * keyPitch + 6 }

  /// The lines from below the numbers, which begin at `top`, to `bottom`.
  static func write(_ flags: [Flag], from top: Double, to bottom: Double, out writer: inout MarkupWriter) {
    let base = top + height(of: flags)
    for flag in flags {
      let y = base - Double(flag.row) * rowHeight
      writer.line("event", x1: flag.x, y1: y - 1, x2: flag.x, y2: bottom)
    }
    for flag in flags {
      let y = base - Double(flag.row) * rowHeight
      writer.label("event-number halo", String(flag.number), x: flag.x, y: y - 4, anchor: .middle)
    }
    if !flags.isEmpty { writer.lineBreak() }
  }

  /// The numbers with what happened, in their own order.
  static func writeKey(_ flags: [Flag], top: Double, to writer: inout MarkupWriter) {
    for (line, flag) in flags.sorted(by: { $0.number < $1.number }).enumerated() {
      let y = top + Double(line + 1) * keyPitch - 2
      writer.label("event-number", String(flag.number), x: 24, y: y, anchor: .end)
      writer.label("legend", SVG.cut(flag.label, columns: keyColumns), x: 32, y: y)
      writer.lineBreak()
    }
  }
}
