/// Tables as HTML: a caption, headings with scope, the first column naming each row, in a box that scrolls by itself.
struct HTMLTable {
  let table: ReportTable
  /// The table's name in the page, for the reference from its box.
  let identifier: String

  func write(to writer: inout MarkupWriter) {
    let alignments = table.columns.indices.map { table.alignment(ofColumn: $0) }
    let box: KeyValuePairs<StaticString, String> = [
      "class": "table", "role": "group", "tabindex": "0", "aria-labelledby": identifier,
    ]
    writer.element("div", box) { box in
      box.element("table") { element in
        element.element("caption", ["id": identifier], text: table.caption)
        element.lineBreak()
        element.element("thead") { writeHeadings(alignments, to: &$0) }
        element.lineBreak()
        element.element("tbody") { body in
          for row in table.rows { write(row, alignments, to: &body) }
        }
      }
    }
    writer.lineBreak()
  }

  private func writeHeadings(_ alignments: [ReportColumn.Alignment], to writer: inout MarkupWriter) {
    writer.element("tr") { row in
      for (column, alignment) in zip(table.columns, alignments) {
        row.element("th", ["scope": "col", "class": Self.name(alignment)]) { cell in
          cell.text(column.heading)
          guard let unit = column.unit else { return }
          cell.space()
          cell.element("span", ["class": "unit"], text: unit)
        }
      }
    }
  }

  private func write(_ values: [ReportValue], _ alignments: [ReportColumn.Alignment], to writer: inout MarkupWriter) {
    writer.element("tr") { row in
      for (index, value) in values.enumerated() {
        if index == 0 {
          row.element(
            "th", ["scope": "row", "class": Self.name(alignments[index]), "dir": Self.direction(value)]
          ) { Self.write(value, to: &$0) }
        } else {
          row.element("td", ["class": Self.name(alignments[index]), "dir": Self.direction(value)]) {
            Self.write(value, to: &$0)
          }
        }
      }
    }
    writer.lineBreak()
  }

  /// The value as the content of a cell.
  static func write(_ value: ReportValue, to writer: inout MarkupWriter) {
    switch value {
    case .interval(let estimate, let low, let high, let style):
      writer.text(Typography.number(.number(estimate, style)))
      writer.space()
      writer.element(
        "span", ["class": "range"], text: Typography.minus(ReportValue.interval(low: low, high: high, style: style)))
    case .share(let share):
      if share.isFinite { writeBar(share, to: &writer) }
      writer.text(Typography.number(value))
    case .text, .count, .number, .missing:
      writer.text(Typography.number(value))
    }
  }

  private static func writeBar(_ share: Double, to writer: inout MarkupWriter) {
    writer.element("svg", ["class": "share", "viewBox": "0 0 50 8", "aria-hidden": "true", "focusable": "false"]) {
      bar in
      bar.empty("rect", ["class": "track", "width": "50", "height": "8"])
      bar.empty("rect", ["class": "fill", "width": SVG.coordinate(50 * max(0, min(1, share))), "height": "8"])
    }
    writer.space()
  }

  /// Words in other scripts go in the direction of their first letter.
  private static func direction(_ value: ReportValue) -> String {
    guard case .text(let text) = value, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return "" }
    return "auto"
  }

  private static func name(_ alignment: ReportColumn.Alignment) -> String {
    switch alignment {
    case .leading: ""
    case .centre: "c"
    case .trailing: "r"
    }
  }
}
