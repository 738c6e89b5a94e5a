extension ReportFigure.TimeSeries {
  private static let mostPoints = 21

  /// The points panel by panel with the changes of each, then the events.
  func dataTable(caption: String) -> ReportTable {
    let rows: [[ReportValue]] = panels.flatMap { panel in
      panel.spreadPoints(atMost: Self.mostPoints).map { point in
        [
          .text(panel.label), .text(point.label),
          .estimate(point.value, low: point.low, high: point.high, style: style),
        ]
      } + panel.changes.map { [.text(panel.label), .text("change: " + $0.label), .missing] }
    }
    let marks: [[ReportValue]] = events.enumerated().map { index, event in
      [.text("Event \(index + 1)"), .text(event.label), .missing]
    }
    return ReportTable(caption: caption, columns: ["", "Time", measure].map { ReportColumn($0) }, rows: rows + marks)
  }
}

extension ReportFigure.TimeSeries.Panel {
  /// No more than `count` of the points, evenly numbered, with the first and the last.
  func spreadPoints(atMost count: Int) -> [ReportFigure.TimeSeries.Point] {
    guard points.count > count, count > 1 else { return points }
    return (0..<count).map { points[$0 * (points.count - 1) / (count - 1)] }
  }
}

extension ReportFigure.Matrix {
  /// A row for each of `rows`, with the value, its interval and the count of each pair.
  func dataTable(caption: String) -> ReportTable {
    let body: [[ReportValue]] = rows.indices.map { row in
      [.text(rows[row])]
        + columns.indices.map { column in
          guard let cell = cell(row: row, column: column) else { return .missing }
          let value = ReportValue.estimate(cell.value, low: cell.low, high: cell.high, style: style)
          return .text("\(value.text) (\(ReportNumber.text(cell.count)))")
        }
    }
    let corner = ReportColumn("\(rowName) ↓ \(columnName) →", alignment: .leading)
    return ReportTable(
      caption: caption, columns: [corner] + columns.map { ReportColumn($0, alignment: .trailing) }, rows: body)
  }
}

extension ReportFigure.Scatter {
  /// The most rows of the table, half for each side.
  static let mostTerms = 40

  /// The points that are named, from the highest to the lowest, no more than `count` of them on either side of zero; all
  /// points where none is named.
  func strongestPoints(atMost count: Int) -> [Point] {
    var ranked = namedPoints
    if ranked.isEmpty {
      var named = self
      for index in named.points.indices { named.points[index].isNamed = true }
      ranked = named.namedPoints
    }
    return ranked.filter { $0.y > 0 }.prefix(count) + ranked.filter { $0.y <= 0 }.prefix(count).reversed()
  }

  /// The points that are named; JSON has the others.
  func dataTable(caption: String) -> ReportTable {
    let rows: [[ReportValue]] = strongestPoints(atMost: Self.mostTerms / 2).map { point in
      [.text(point.label), horizontalValue(point), .number(point.y, .signed(2))]
    }
    let headings = ["", horizontalName, verticalName]
    return ReportTable(caption: caption, columns: headings.map { ReportColumn($0) }, rows: rows)
  }

  /// The first measure of a point as it is written: as a count where all are counts.
  func horizontalValue(_ point: Point) -> ReportValue {
    let isCount = point.x.rounded() == point.x && abs(point.x) < 1e15
    return isCount ? .count(Int(point.x)) : .number(point.x, .significant(3))
  }
}
