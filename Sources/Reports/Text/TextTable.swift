/// A table for the terminal: columns lined up by what they take on the screen, in any script.
///
/// ```
/// metric      value   95% interval
/// ─────────  ──────  ─────────────
/// accuracy    0.781  0.764 – 0.797
/// ```
/// Columns are two spaces apart. Where the table is too wide, words and headings in its widest columns are broken into
/// several lines; numbers never are. Every line is exactly as wide as the others.
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

  private let measures: [Measure]

  private static let gap = 2
  /// The columns to which words are squeezed together, and those above which a single word may be broken.
  private static let narrowest = 8
  private static let longestWord = 16

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
    let (safeColumns, safeRows) = (self.columns, self.rows)
    measures = safeColumns.indices.map { index in
      Measure(heading: safeColumns[index].heading, values: safeRows.lazy.map { $0[index] })
    }
  }

  /// The lines of the table, without line ends: the heading, a rule, the rows.
  ///
  /// - Parameters:
  ///   - width: the most columns of the screen to take, as far as `narrowestWidth` allows; nil for as many as it needs.
  ///   - colour: whether headings are set off by terminal colours.
  public func lines(width: Int? = nil, colour: Bool = false) -> [String] {
    guard !columns.isEmpty else { return [] }
    let widths = columnWidths(within: width)
    let style = TerminalStyle(isColoured: colour)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: spacer)
    let heading = lines(of: columns.map(\.heading), widths: widths, isHeading: true).map { style.strong($0) }
    return heading + [style.faint(rule)] + rows.flatMap { lines(of: $0, widths: widths) }
  }

  /// The table as text, each line ended. As for `lines(width:colour:)`.
  public func text(width: Int? = nil, colour: Bool = false) -> String {
    lines(width: width, colour: colour).map { $0 + "\n" }.joined()
  }

  /// The fewest columns of the screen it can be set in.
  public var narrowestWidth: Int { total(columns.indices.map { narrowest(ofColumn: $0) }) }

  private var spacer: String { String(repeating: " ", count: Self.gap) }

  private func lines(of cells: [String], widths: [Int], isHeading: Bool = false) -> [String] {
    let wrapped = cells.indices.map { TextWrapping.lines(cells[$0], width: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.indices.map { index in
        let lines = wrapped[index]
        let position = isHeading ? line - height + lines.count : line
        let text = lines.indices.contains(position) ? lines[position] : ""
        return TextWrapping.padded(text, width: widths[index], alignment: columns[index].alignment)
      }.joined(separator: spacer)
    }
  }

  /// The width of each column: what its longest value needs, then the widest made narrower until all fit, as far as can be.
  private func columnWidths(within width: Int?) -> [Int] {
    var widths = measures.map { max(1, $0.heading, $0.value) }
    guard let width else { return widths }
    let least = columns.indices.map { narrowest(ofColumn: $0) }
    var excess = total(widths) - width
    while excess > 0 {
      let flexible = columns.indices.filter { widths[$0] > least[$0] }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// Numbers keep their length, and their headings may break between words. Words may break only where they are long.
  private func narrowest(ofColumn index: Int) -> Int {
    let measure = measures[index]
    guard columns[index].alignment != .trailing else { return max(1, measure.value, measure.headingWord) }
    let word = min(max(measure.valueWord, measure.headingWord), Self.longestWord)
    return max(1, min(measure.value, Self.narrowest), word)
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * max(0, columns.count - 1) }

  /// How many columns of the screen the parts of a column need.
  private struct Measure: Hashable {
    let heading: Int
    /// The longest word of the heading.
    let headingWord: Int
    /// The longest value.
    let value: Int
    /// The longest word of any value.
    let valueWord: Int

    init(heading: String, values: some Sequence<String>) {
      self.heading = DisplayWidth.of(heading)
      headingWord = DisplayWidth.ofLongestWord(in: heading)
      var (value, word) = (0, 0)
      for text in values {
        value = max(value, DisplayWidth.of(text))
        word = max(word, DisplayWidth.ofLongestWord(in: text))
      }
      self.value = value
      valueWord = word
    }
  }
}
