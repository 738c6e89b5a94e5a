/// Draws estimates as dots with whiskers out of characters: `├──●───┤`, and `○` for a second estimate.
struct TerminalEstimates {
  let estimates: ReportFigure.Estimates
  let width: Int
  let style: TerminalStyle

  private static let leastRoom = 20
  private static let mostRoom = 60

  func lines() -> [String] {
    let labels = estimates.items.map { DisplayText.singleLine($0.label) }
    let longest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let labelWidth = min(longest, max(12, width - Self.leastRoom - 2))
    let room = max(8, min(Self.mostRoom, width - labelWidth - 2))
    let rows = zip(estimates.items, labels).map { item, label in
      TextWrapping.padded(TextWrapping.truncated(label, width: labelWidth), width: labelWidth, alignment: .trailing)
        + "  " + strip(item, room: room)
    }
    let indentation = String(repeating: " ", count: labelWidth + 2)
    var footer = [indentation + scale(room: room)]
    let other = estimates.otherName.map { "○ " + DisplayText.singleLine($0) }
    footer += [DisplayText.singleLine(estimates.measure), other].compactMap(\.self).flatMap { text in
      TextWrapping.lines(text, width: max(8, width - labelWidth - 2)).map { indentation + $0 }
    }
    return rows + footer.map(style.faint)
  }

  private func strip(_ item: ReportFigure.Estimates.Item, room: Int) -> String {
    var cells = [String](repeating: " ", count: room)
    if let reference = estimates.reference, reference.isFinite { cells[place(reference, room: room)] = "│" }
    if let low = item.low, let high = item.high, low.isFinite, high.isFinite {
      let (start, end) = (place(low, room: room), place(high, room: room))
      for cell in start...max(start, end) { cells[cell] = "─" }
      (cells[start], cells[max(start, end)]) = ("├", "┤")
    }
    if let other = item.other, other.isFinite { cells[place(other, room: room)] = "○" }
    if let value = item.value, value.isFinite { cells[place(value, room: room)] = "●" }
    return cells.joined()
  }

  private func place(_ value: Double, room: Int) -> Int {
    let (low, high) = estimates.bounds
    return max(0, min(room - 1, Int(((value - low) / (high - low) * Double(room - 1)).rounded())))
  }

  /// The two ends of the axis.
  private func scale(room: Int) -> String {
    let (low, high) = estimates.bounds
    let (left, right) = (ReportNumber.text(low, estimates.style), ReportNumber.text(high, estimates.style))
    return TextWrapping.padded(left, width: max(0, room - DisplayWidth.of(right)), alignment: .leading) + right
  }
}
