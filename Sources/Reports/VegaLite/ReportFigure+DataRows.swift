public import Reproducibility

extension ReportFigure {
  /// The figure's data in tidy form: a row for each observation, a column for each variable, nothing rounded and nothing left out.
  ///
  /// Column names are the same for every figure of a kind: `series`, `x`, `y` and `threshold` of a curve, `label`, `value`, `low`
  /// and `high` of bars. What is absent or not finite is `null`.
  ///
  /// Complexity: O(n) in the points of the figure.
  public func dataRows() -> (columns: [String], rows: [[JSONValue]]) {
    switch drawing {
    case .curve(let curve): curve.dataRows
    case .reliability(let reliability): reliability.dataRows
    case .confusion(let confusion): confusion.dataRows
    case .bars(let bars): bars.dataRows
    case .estimates(let estimates): estimates.dataRows
    case .timeSeries(let series): series.dataRows
    case .matrix(let matrix): matrix.dataRows
    case .scatter(let scatter): scatter.dataRows
    case .histogram(let histogram): histogram.dataRows
    case .annotatedText(let text): text.dataRows
    case .markedText(let text): text.dataRows
    }
  }

  typealias DataRows = (columns: [String], rows: [[JSONValue]])
}

extension ReportFigure.Curve {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = series.flatMap { one in
      one.points.map { point -> [JSONValue] in
        [.string(one.label), .number(point.x), .number(point.y), .optional(point.threshold), .boolean(false)]
      }
        + [one.operatingPoint].compactMap(\.self).map { point in
          [.string(one.label), .number(point.x), .number(point.y), .optional(point.threshold), .boolean(true)]
        }
    }
    return (["series", "x", "y", "threshold", "inUse"], rows)
  }
}

extension ReportFigure.Reliability {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = bins.map { bin -> [JSONValue] in
      [
        .number(bin.lower), .number(bin.upper), .number(bin.meanPredicted), .number(bin.observedRate),
        .optional(bin.observedLow), .optional(bin.observedHigh), .integer(bin.count),
      ]
    }
    return (["lower", "upper", "meanPredicted", "observedRate", "observedLow", "observedHigh", "count"], rows)
  }
}

extension ReportFigure.Confusion {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = labels.indices.flatMap { row in
      labels.indices.map { column -> [JSONValue] in
        [.string(labels[row]), .string(labels[column]), .integer(counts[row][column])]
      }
    }
    return (["trueClass", "predictedClass", "count"], rows)
  }
}

extension ReportFigure.Bars {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = items.enumerated().map { index, item -> [JSONValue] in
      [.integer(index + 1), .string(item.label), .number(item.value), .optional(item.low), .optional(item.high)]
    }
    return (["rank", "label", "value", "low", "high"], rows)
  }
}

extension ReportFigure.Estimates {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = items.enumerated().map { index, item -> [JSONValue] in
      [
        .integer(index + 1), .string(item.label), .optional(item.value), .optional(item.low), .optional(item.high),
        .optional(item.other),
      ]
    }
    return (["rank", "label", "value", "low", "high", "other"], rows)
  }
}

extension ReportFigure.Matrix {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = rows.indices.flatMap { row in
      columns.indices.compactMap { column -> [JSONValue]? in
        guard let cell = cells[row][column] else { return nil }
        return [
          .string(self.rows[row]), .string(columns[column]), .number(cell.value), .optional(cell.low),
          .optional(cell.high), .integer(cell.count),
        ]
      }
    }
    return (["row", "column", "value", "low", "high", "count"], rows)
  }
}

extension ReportFigure.Scatter {
  fileprivate var dataRows: ReportFigure.DataRows {
    let rows = points.map { point -> [JSONValue] in
      [.string(point.label), .number(point.x), .number(point.y), .boolean(point.isNamed)]
    }
    return (["label", "x", "y", "isNamed"], rows)
  }
}
