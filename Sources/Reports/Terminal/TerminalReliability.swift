/// Draws a reliability diagram with characters: a line for each bin, on which the predicted probability and the observed
/// rate with its interval stand where they are between 0 and 1.
struct TerminalReliability {
  let reliability: ReportFigure.Reliability
  let width: Int
  let style: TerminalStyle

  private static let rangeWidth = 11
  private static let observedWidth = 10
  private static let barWidth = 8

  private var countWidth: Int {
    2 + (reliability.bins.map { DisplayWidth.of(ReportNumber.text($0.count)) }.max() ?? 1)
  }

  private var hasBars: Bool { width >= 60 }

  private var stripWidth: Int {
    let others = Self.rangeWidth + Self.observedWidth + countWidth + (hasBars ? Self.barWidth + 2 : 0)
    return max(8, min(51, width - others))
  }

  func lines() -> [String] {
    let most = Double(max(1, reliability.bins.map(\.count).max() ?? 0))
    let rows = reliability.bins.map { bin in
      let share = Double(bin.count) / most
      return cells(
        bin.rangeText, strip(bin), ReportNumber.text(bin.observedRate, .decimals(3)), ReportNumber.text(bin.count))
        + (hasBars ? "  " + style.faint(TextBar.text(share: share, width: Self.barWidth)) : "")
    }
    let key = TextWrapping.lines("◇ mean predicted   ● observed rate, ├─┤ its interval   ◈ both", width: width)
    return [style.faint(cells("predicted", scale, "observed", "n"))] + rows + [""] + key.map(style.faint)
  }

  private func cells(_ range: String, _ strip: String, _ observed: String, _ count: String) -> String {
    let range = TextWrapping.truncated(range, width: Self.rangeWidth - 1)
    let observed = TextWrapping.truncated(observed, width: Self.observedWidth - 1)
    return TextWrapping.padded(range, width: Self.rangeWidth, alignment: .leading) + strip
      + TextWrapping.padded(observed, width: Self.observedWidth, alignment: .trailing)
      + TextWrapping.padded(count, width: countWidth, alignment: .trailing)
  }

  private var scale: String {
    let half = TextWrapping.padded("0", width: stripWidth / 2 - 1, alignment: .leading) + "0.5"
    return TextWrapping.padded(half, width: stripWidth - 1, alignment: .leading) + "1"
  }

  private func strip(_ bin: ReportFigure.Reliability.Bin) -> String {
    var cells = Array(repeating: style.faint("·"), count: stripWidth)
    if let low = column(bin.observedLow), let high = column(bin.observedHigh), low <= high {
      for column in low...high { cells[column] = style.accent("─") }
      cells[low] = style.accent("├")
      cells[high] = style.accent("┤")
    }
    if let predicted = column(bin.meanPredicted) { cells[predicted] = "◇" }
    if let observed = column(bin.observedRate) {
      cells[observed] = style.accent(observed == column(bin.meanPredicted) ? "◈" : "●")
    }
    return cells.joined()
  }

  /// The column of a rate; nil where there is none.
  private func column(_ rate: Double?) -> Int? {
    guard let rate, rate.isFinite else { return nil }
    return Int(max(0, min(1, rate)) * Double(stripWidth - 1) + 0.5)
  }
}
