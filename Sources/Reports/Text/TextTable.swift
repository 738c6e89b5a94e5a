/// A table for the terminal: columns lined up by what they take on the screen, in any script.
///
/// ```
/// metric      value   95% interval
/// ─────────  ──────  ─────────────
/// accuracy    0.781  0.764 – 0.797
/// ```
/// Columns are two spaces apart. Where the table is too wide, words in its widest columns are broken into several lines;
/// numbers never are. Every line is exactly as wide as the others.
public struct TextTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// What it holds.
    public var heading: String
    /// Where its values stand.
    public var alignment: ReportColumn.Alignment

    /// Makes a column.
    public init(_ heading: String, alignment: ReportColumn.Alignment = .leading) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  /// The columns, left to right.
  public let columns: [Column]
  /// The rows, top to bottom; a value for each column.
  public let rows: [[String]]

  private static let gap = 2
  private static let narrowest = 8

  /// Makes a table. Control characters in its values are made harmless and line breaks become spaces.
  ///
  /// - Precondition: every row has `columns.count` values.
  public init(columns: [Column], rows: [[String]]) {
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count, "row \(index) has \(row.count) values for a table of \(columns.count) columns")
    }
    self.columns = columns.map { Column(DisplayText.flattened($0.heading), alignment: $0.alignment) }
    self.rows = rows.map { $0.map(DisplayText.flattened) }
  }

  /// The lines of the table, without line ends: the heading, a rule, the rows.
  ///
  /// - Parameters:
  ///   - width: the most columns of the screen to take; nil for as many as it needs. A table of many columns may still
  ///     need more, since no column is made narrower than eight.
  ///   - colour: whether headings are set off by terminal colours.
  public func lines(width: Int? = nil, colour: Bool = false) -> [String] {
    guard !columns.isEmpty else { return [] }
    let widths = columnWidths(within: width)
    let style = TerminalStyle(isColoured: colour)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: spacer)
    let heading = lines(of: columns.map(\.heading), widths: widths).map { style.strong($0) }
    return heading + [style.faint(rule)] + rows.flatMap { lines(of: $0, widths: widths) }
  }

  /// The table as text, each line ended. As for `lines(width:colour:)`.
  public func text(width: Int? = nil, colour: Bool = false) -> String {
    lines(width: width, colour: colour).map { $0 + "\n" }.joined()
  }

  private var spacer: String { String(repeating: " ", count: Self.gap) }

  private func lines(of cells: [String], widths: [Int]) -> [String] {
    let wrapped = cells.indices.map { TextWrapping.lines(cells[$0], width: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.indices.map { index in
        let text = line < wrapped[index].count ? wrapped[index][line] : ""
        return TextWrapping.padded(text, width: widths[index], alignment: columns[index].alignment)
      }.joined(separator: spacer)
    }
  }

  /// The width of each column: what its longest value needs, the widest columns of words shared down to what there is.
  private func columnWidths(within width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      max(2, DisplayWidth.of(columns[index].heading), rows.map { DisplayWidth.of($0[index]) }.max() ?? 0)
    }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - width
    let flexible = columns.indices.filter { columns[$0].alignment != .trailing }
    while excess > 0 {
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
