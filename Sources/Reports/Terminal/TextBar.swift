/// Bars out of block characters, to an eighth of a column.
enum TextBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let heights = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar from the left edge, `share` of `width` columns long, with spaces to the full width.
  static func text(share: Double, width: Int) -> String {
    guard share.isFinite, width > 0 else { return String(repeating: " ", count: max(0, width)) }
    let units = Int((max(0, min(1, share)) * Double(width * 8)).rounded())
    let bar = String(repeating: "█", count: units / 8) + eighths[units % 8]
    return TextWrapping.padded(bar, width: width, alignment: .leading)
  }

  /// A bar from the right edge towards the left, to half a column, with spaces to the full width.
  static func leftward(share: Double, width: Int) -> String {
    guard share.isFinite, width > 0 else { return String(repeating: " ", count: max(0, width)) }
    let units = Int((max(0, min(1, share)) * Double(width * 2)).rounded())
    let bar = (units % 2 == 1 ? "▐" : "") + String(repeating: "█", count: units / 2)
    return TextWrapping.padded(bar, width: width, alignment: .trailing)
  }

  /// A row of bars one column each, the highest as high as the line; anything above nothing can be seen.
  static func sparkline(_ counts: [Int]) -> String {
    let most = Double(max(1, counts.max() ?? 0))
    return counts.map { count in
      count <= 0 ? heights[0] : heights[max(1, Int((Double(count) / most * 8).rounded()))]
    }.joined()
  }
}
