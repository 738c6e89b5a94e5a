/// Draws a reliability diagram with characters: a line for each bin, on which the predicted probability and the observed
/// rate with its interval stand where they are between 0 and 1.
struct TerminalReliability {
  let reliability: ReportFigure.Reliability
  let width: Int
  let style: TerminalStyle

  private static let rangeWidth = 11
  private static let countWidth = 8

  private var stripWidth: Int { max(12, min(51, width - Self.rangeWidth - Self.countWidth - 17)) }

  func lines() -> [String] {
    let heading = TextWrapping.padded("predicted", width: Self.rangeWidth, alignment: .leading) + scale
    let counts = TextWrapping.padded("n", width: Self.countWidth, alignment: .trailing)
    let most = Double(max(1, reliability.bins.map(\.count).max() ?? 0))
    let rows = reliability.bins.map { bin in
      TextWrapping.padded(bin.rangeText, width: Self.rangeWidth, alignment: .leading) + strip(bin)
        + TextWrapping.padded(ReportNumber.text(bin.observedRate, .decimals(3)), width: 7, alignment: .trailing)
        + TextWrapping.padded(ReportNumber.text(bin.count), width: Self.countWidth, alignment: .trailing) + "  "
        + style.faint(TextBar.text(share: Double(bin.count) / most, width: 8))
    }
    let key = "◇ mean predicted   ● observed rate, ├─┤ its interval   ◈ both"
    return [style.faint(heading + " observed".suffix(7) + counts)] + rows + ["", style.faint(key), ""]
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

  private func column(_ rate: Double?) -> Int? {
    guard let rate, rate.isFinite else { return nil }
    return max(0, min(stripWidth - 1, Int(rate * Double(stripWidth))))
  }
}
