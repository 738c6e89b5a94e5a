internal import Reproducibility

/// Statements as HTML: a first page as a table, and all of them as data that the page's script sorts, filters and pages.
struct HTMLStatements {
  let statements: ReportStatements
  let identifier: String
  /// The bytes that the data may take.
  let budget: Int

  /// The bytes that all lists of statements of a page may take together, so that a page stays under 20 MB.
  static let pageBudget = 16_000_000
  private static let pageSize = 50

  func write(to writer: inout MarkupWriter) {
    let (rows, mistakeCount) = statements.inReadingOrder
    let data = StatementsData(statements: statements, rows: rows, mistakeCount: mistakeCount, budget: budget)
    let table = statements.table(of: rows.prefix(Self.pageSize), fields: statements.fields)
    writer.element("div", ["class": "statements", "id": identifier]) { box in
      box.lineBreak()
      HTMLTable(table: table, identifier: identifier + "-title").write(to: &box)
      box.element("p", ["class": "remark first"], text: remark(mistakeCount: mistakeCount, shown: table.rows.count))
      for note in data.notes { box.element("p", ["class": "remark"], text: note) }
      box.lineBreak()
      box.data(data.json(pageSize: Self.pageSize))
    }
  }

  /// What the first page shows of how many.
  private func remark(mistakeCount: Int, shown: Int) -> String {
    let total = ReportNumber.text(statements.rows.count)
    let threshold = ReportNumber.text(statements.threshold, .significant(3))
    let order =
      mistakeCount == 0
      ? "those nearest to the threshold of \(threshold) first"
      : """
      the \(ReportNumber.text(mistakeCount)) classified wrongly first, from the most confident on, then those nearest to \
      the threshold of \(threshold)
      """
    let extent = shown < statements.rows.count ? "The first \(shown) of \(total) statements" : "All \(total) statements"
    return "\(extent): \(order)."
  }
}
