/// Rows of values under headings.
///
/// Invariant: every row has as many values as there are columns.
public struct ReportTable: Codable, Sendable, Hashable {
  /// What the table shows.
  public let caption: String
  /// The columns, left to right. The first names the row.
  public let columns: [ReportColumn]
  /// The rows, top to bottom; each has a value for every column.
  public let rows: [[ReportValue]]

  /// Makes a table from its parts.
  ///
  /// - Precondition: every row has `columns.count` values.
  public init(caption: String, columns: [ReportColumn], rows: [[ReportValue]]) {
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count, "row \(index) has \(row.count) values for a table of \(columns.count) columns")
    }
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// Reads a table.
  ///
  /// - Throws: `DecodingError` where a row has another number of values than there are columns.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    caption = try container.decode(String.self, forKey: .caption)
    columns = try container.decode([ReportColumn].self, forKey: .columns)
    rows = try container.decode([[ReportValue]].self, forKey: .rows)
    guard let index = rows.firstIndex(where: { $0.count != columns.count }) else { return }
    throw DecodingError.dataCorruptedError(
      forKey: .rows, in: container,
      debugDescription: "row \(index) has \(rows[index].count) values for a table of \(columns.count) columns")
  }

  /// How the values of column `index` are set: as the column says, else right for numbers and left for words.
  ///
  /// Complexity: O(rows).
  func alignment(ofColumn index: Int) -> ReportColumn.Alignment {
    if let stated = columns[index].alignment { return stated }
    let isNumeric =
      rows.contains { $0[index].isNumeric }
      && !rows.contains { row in
        if case .text = row[index] { true } else { false }
      }
    return isNumeric ? .trailing : .leading
  }
}

/// A column of a table.
public struct ReportColumn: Codable, Sendable, Hashable {
  /// Where the values of a column stand between its two edges.
  public enum Alignment: String, Codable, Sendable, Hashable, CaseIterable {
    /// At the left edge.
    case leading
    /// Midway.
    case centre
    /// At the right edge, as numbers do.
    case trailing
  }

  /// What the column holds.
  public var heading: String
  /// Where its values stand; nil lets the values decide: numbers right, words left.
  public var alignment: Alignment?
  /// The unit of its numbers, where they have one.
  public var unit: String?

  /// Makes a column from its parts.
  public init(_ heading: String, alignment: Alignment? = nil, unit: String? = nil) {
    self.heading = heading
    self.alignment = alignment
    self.unit = unit
  }

  /// The heading with the unit in brackets.
  var headingWithUnit: String { unit.map { "\(heading) (\($0))" } ?? heading }
}
