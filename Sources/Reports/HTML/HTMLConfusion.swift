/// A confusion table as HTML, each cell shaded by its share of the true class.
struct HTMLConfusion {
  let confusion: ReportFigure.Confusion
  let identifier: String
  let title: String

  func write(to writer: inout MarkupWriter) {
    let caption = identifier + "-title"
    let box: KeyValuePairs<StaticString, String> = [
      "class": "table", "role": "group", "tabindex": "0", "aria-labelledby": caption,
    ]
    writer.element("div", box) { box in
      box.element("table", ["class": "confusion"]) { table in
        table.element("caption", ["id": caption], text: title)
        table.element("thead") { writeHeadings(to: &$0) }
        table.lineBreak()
        table.element("tbody") { body in
          for row in confusion.labels.indices { write(row, to: &body) }
        }
      }
    }
  }

  private func writeHeadings(to writer: inout MarkupWriter) {
    let count = confusion.labels.count
    writer.element("tr") { row in
      row.element("th", ["rowspan": "2", "scope": "col"], text: "True class")
      row.element("th", ["colspan": String(max(1, count)), "scope": "colgroup", "class": "c"], text: "Predicted class")
      row.element("th", ["rowspan": "2", "scope": "col", "class": "r"], text: "Total")
    }
    writer.element("tr") { row in
      for label in confusion.labels {
        row.element("th", ["scope": "col", "class": "c", "dir": "auto"], text: label)
      }
    }
  }

  private func write(_ row: Int, to writer: inout MarkupWriter) {
    writer.element("tr") { element in
      element.element("th", ["scope": "row", "dir": "auto"], text: confusion.labels[row])
      for column in confusion.labels.indices {
        let share = confusion.share(row: row, column: column)
        let direction = row == column ? "right" : "wrong"
        element.element("td", ["class": "c \(direction) shade-\(Self.level(share))"]) { cell in
          cell.element("span", ["class": "count"], text: ReportNumber.text(confusion.counts[row][column]))
          cell.space()
          cell.element("span", ["class": "range"], text: ReportNumber.text(share ?? .nan, .percent(1)))
        }
      }
      element.element("td", ["class": "r"], text: ReportNumber.text(confusion.counts[row].reduce(0, +)))
    }
    writer.lineBreak()
  }

  /// One of five shades, 0 to 4.
  private static func level(_ share: Double?) -> Int {
    guard let share, share.isFinite else { return 0 }
    return max(0, min(4, Int((share * 4).rounded())))
  }
}
