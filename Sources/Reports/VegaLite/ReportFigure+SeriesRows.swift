internal import Reproducibility

extension ReportFigure.TimeSeries {
  /// What a row of the data is of.
  enum RowKind: String {
    case estimate, observation, change, event
  }

  /// Estimates, observations and changes panel by panel, then the events.
  var dataRows: ReportFigure.DataRows {
    func row(
      _ kind: RowKind, _ panel: String?, _ position: Double, _ label: String, _ value: Double? = nil,
      _ low: Double? = nil, _ high: Double? = nil
    ) -> [JSONValue] {
      [
        .string(kind.rawValue), .optional(panel), .number(position), .string(label), .optional(value), .optional(low),
        .optional(high),
      ]
    }
    let rows = panels.flatMap { panel in
      panel.points.map { row(.estimate, panel.label, $0.position, $0.label, $0.value, $0.low, $0.high) }
        + panel.dots.map { row(.observation, panel.label, $0.position, $0.label, $0.value) }
        + panel.changes.map { row(.change, panel.label, $0.position, $0.label, nil, $0.low, $0.high) }
    }
    let marks = events.map { row(.event, nil, $0.position, $0.label) }
    return (["kind", "panel", "position", "label", "value", "low", "high"], rows + marks)
  }
}

extension ReportFigure.Histogram {
  /// The bins of each group with their bounds.
  var dataRows: ReportFigure.DataRows {
    let rows = groups.flatMap { group in
      group.counts.enumerated().map { bin, count -> [JSONValue] in
        let bounds = bounds(ofBin: bin, of: group.counts.count)
        return [
          .string(group.label), .number(bounds.lower), .number(bounds.upper), .integer(count), .optional(group.marker),
        ]
      }
    }
    return (["group", "lower", "upper", "count", "marker"], rows)
  }
}

extension ReportFigure.AnnotatedText {
  /// The marks with the stretches of the text they cover, as bytes of UTF-8.
  var dataRows: ReportFigure.DataRows {
    let bytes = Array(text.utf8)
    let rows = marks.map { mark -> [JSONValue] in
      let start = max(0, min(bytes.count, mark.start))
      let stretch = bytes[start..<max(start, min(bytes.count, mark.end))]
      return [
        .integer(mark.start), .integer(mark.end), .string(String(decoding: stretch, as: UTF8.self)),
        .number(mark.value),
      ]
    }
    return (["start", "end", "text", "value"], rows)
  }
}

extension ReportFigure.MarkedText {
  /// The remarks, a row for each of their details.
  var dataRows: ReportFigure.DataRows {
    let rows = paragraphs.flatMap(\.remarks).flatMap { remark in
      remark.details.map { detail -> [JSONValue] in
        [.integer(remark.number), .string(remark.title), .string(detail)]
      }
    }
    return (["passage", "title", "detail"], rows)
  }
}
