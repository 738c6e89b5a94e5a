/// Draws bars to the left and right of zero with block characters.
struct TerminalBars {
  let bars: ReportFigure.Bars
  let width: Int
  let style: TerminalStyle

  /// The columns that bars and gaps get however long the labels are.
  private static let leastRoom = 33
  /// The columns that labels get however long the values are, unless they need less.
  private static let leastLabel = 12

  private var labels: [String] { bars.items.map { DisplayText.singleLine($0.label) } }

  func lines() -> [String] {
    let labels = labels
    let values = values
    let valueWidth = values.map { DisplayWidth.of($0) }.max() ?? 0
    let longestLabel = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let labelWidth = min(longestLabel, max(Self.leastLabel, width - valueWidth - Self.leastRoom))
    let room = max(8, min(60, width - labelWidth - valueWidth - 5))
    let half = hasNegative && hasPositive ? room / 2 : room
    let most = bars.items.map { abs($0.value) }.filter(\.isFinite).max() ?? 0
    let rows = bars.items.indices.map { index in
      let value = bars.items[index].value
      let label = TextWrapping.truncated(labels[index], width: labelWidth)
      return TextWrapping.padded(label, width: labelWidth, alignment: .trailing) + "  "
        + bar(value, share: most > 0 ? abs(value) / most : 0, half: half) + "  "
        + TextWrapping.padded(values[index], width: valueWidth, alignment: .trailing)
    }
    return [heading(labelWidth: labelWidth, half: half)] + rows
  }

  /// The values with their intervals, or where there is no room for these, without.
  private var values: [String] {
    let whole = bars.items.map { ReportValue.estimate($0.value, low: $0.low, high: $0.high, style: bars.style).text }
    let longest = whole.map { DisplayWidth.of($0) }.max() ?? 0
    guard longest + Self.leastLabel + Self.leastRoom / 2 > width else { return whole }
    return bars.items.map { ReportNumber.text($0.value, bars.style) }
  }

  private var hasNegative: Bool { bars.items.contains { $0.value < 0 } }
  private var hasPositive: Bool { bars.items.contains { $0.value >= 0 } }

  private func heading(labelWidth: Int, half: Int) -> String {
    let left = TextWrapping.truncated("← " + DisplayText.singleLine(bars.negativeName), width: half)
    let right = TextWrapping.truncated(DisplayText.singleLine(bars.positiveName) + " →", width: half)
    var text = String(repeating: " ", count: labelWidth + 2)
    if hasNegative {
      text += style.signed(TextWrapping.padded(left, width: half, alignment: .trailing), value: -1) + " "
    }
    if hasPositive { text += style.signed(right, value: 1) }
    return text
  }

  private func bar(_ value: Double, share: Double, half: Int) -> String {
    let left = TextBar.leftward(share: value < 0 ? share : 0, width: half)
    let right = TextBar.text(share: value > 0 ? share : 0, width: half)
    return (hasNegative ? style.signed(left, value: -1) + style.faint("│") : style.faint("│"))
      + (hasPositive ? style.signed(right, value: 1) : "")
  }
}
