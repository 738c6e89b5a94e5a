/// Draws bars to the left and right of zero with block characters.
struct TerminalBars {
  let bars: ReportFigure.Bars
  let width: Int
  let style: TerminalStyle

  private var labels: [String] { bars.items.map { DisplayText.singleLine($0.label) } }

  func lines() -> [String] {
    let labels = labels
    let values = bars.items.map { ReportValue.estimate($0.value, low: $0.low, high: $0.high, style: bars.style).text }
    let valueWidth = values.map { DisplayWidth.of($0) }.max() ?? 0
    let labelWidth = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, max(12, (width - valueWidth) / 3))
    let sides = (bars.items.contains { $0.value < 0 } ? 1 : 0) + (bars.items.contains { $0.value >= 0 } ? 1 : 0)
    let room = max(8, min(60, width - labelWidth - valueWidth - 5))
    let half = sides == 2 ? room / 2 : room
    let most = bars.items.map { abs($0.value) }.filter(\.isFinite).max() ?? 0
    let rows = bars.items.indices.map { index in
      let value = bars.items[index].value
      let label = TextWrapping.truncated(labels[index], width: labelWidth)
      return TextWrapping.padded(label, width: labelWidth, alignment: .trailing) + "  "
        + bar(value, share: most > 0 ? abs(value) / most : 0, half: half) + "  "
        + TextWrapping.padded(values[index], width: valueWidth, alignment: .trailing)
    }
    return [heading(labelWidth: labelWidth, half: half)] + rows + [""]
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
