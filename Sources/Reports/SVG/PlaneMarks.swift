extension TimeSeriesDrawing {
  /// The points of each panel, spread evenly where there are many, then its changes.
  var marks: [FigureMark] {
    let most = max(20, ReportFigure.Drawing.mostMarks / max(1, series.panels.count))
    return series.panels.enumerated().flatMap { index, panel in
      let frame = frame(ofPanel: index)
      let points = panel.spreadPoints(atMost: most).filter(\.isDrawable).map { point in
        let value = ReportValue.estimate(point.value, low: point.low, high: point.high, style: series.style)
        return FigureMark(
          x: frame.x(point.position), y: frame.y(point.value ?? 0), "\(panel.label), \(point.label)", value)
      }
      let changes = panel.changes.filter(\.position.isFinite).map { change in
        let x = frame.x(change.position)
        return FigureMark(
          left: x, top: frame.top, right: x, bottom: frame.top, panel.label, .text("change: " + change.label))
      }
      return points + changes
    }
  }
}

extension MatrixDrawing {
  /// The cells that have a value, row by row.
  var marks: [FigureMark] {
    matrix.rows.indices.flatMap { row in
      matrix.columns.indices.compactMap { column in
        guard let cell = matrix.cell(row: row, column: column) else { return nil }
        let box = box(row: row, column: column)
        let value = ReportValue.estimate(cell.value, low: cell.low, high: cell.high, style: matrix.style)
        return FigureMark(
          left: box.left, top: box.top, right: box.left + box.width, bottom: box.top + box.height,
          "\(matrix.rows[row]) → \(matrix.columns[column])",
          .text("\(Typography.number(value)), n = \(ReportNumber.text(cell.count))"))
      }
    }
  }
}

extension ScatterDrawing {
  /// The points that are named, then the others, as many as a reader can tell apart.
  var marks: [FigureMark] {
    let frame = frame
    let others = scatter.drawablePoints.filter { !$0.isNamed }
    let step = max(1, others.count / ReportFigure.Drawing.mostMarks)
    let some = stride(from: 0, to: others.count, by: step).map { others[$0] }
    return (scatter.namedPoints.prefix(ReportFigure.Drawing.mostMarks) + some).map { point in
      let value = "\(scatter.horizontalValue(point).text), \(ReportNumber.text(point.y, .signed(2)))"
      return FigureMark(x: frame.x(place(point)), y: frame.y(point.y), point.label, .text(Typography.minus(value)))
    }
  }
}
