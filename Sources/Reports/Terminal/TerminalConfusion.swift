/// A confusion table as text.
struct TerminalConfusion {
  let confusion: ReportFigure.Confusion

  /// Rows of true classes, columns of predicted ones, each count with its share of the row.
  var table: TextTable {
    let columns =
      [TextTable.Column("true ↓ predicted →")]
      + confusion.labels.map { TextTable.Column($0, alignment: .trailing) }
      + [TextTable.Column("total", alignment: .trailing)]
    let rows = confusion.labels.indices.map { row in
      [confusion.labels[row]] + confusion.labels.indices.map { text(row: row, column: $0) }
        + [ReportNumber.text(confusion.counts[row].reduce(0, +))]
    }
    return TextTable(columns: columns, rows: rows)
  }

  private func text(row: Int, column: Int) -> String {
    let share = ReportNumber.text(confusion.share(row: row, column: column) ?? .nan, .percent(1))
    return ReportNumber.text(confusion.counts[row][column])
      + TextWrapping.padded("(\(share))", width: 9, alignment: .trailing)
  }
}
