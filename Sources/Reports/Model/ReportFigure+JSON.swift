internal import Reproducibility

extension ReportFigure {
  var json: JSONValue {
    ["kind": "figure", "title": .string(title), "caption": .string(caption), "drawing": drawing.json]
  }
}

extension ReportFigure.Drawing {
  var json: JSONValue {
    switch self {
    case .curve(let curve): curve.json
    case .reliability(let reliability): reliability.json
    case .confusion(let confusion):
      [
        "kind": "confusion", "labels": .array(confusion.labels.map(JSONValue.string)),
        "counts": .array(confusion.counts.map { .array($0.map(JSONValue.integer)) }),
      ]
    case .bars(let bars): bars.json
    case .estimates(let estimates): estimates.json
    case .timeSeries(let series): series.json
    case .matrix(let matrix): matrix.json
    case .scatter(let scatter): scatter.json
    case .histogram(let histogram): histogram.json
    case .annotatedText(let text): text.json
    case .markedText(let text): text.json
    }
  }
}

extension ReportFigure.Curve {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "prevalence": .optional(prevalence),
      "series": .array(
        series.map { one in
          [
            "label": .string(one.label), "area": one.area?.json ?? .null,
            "operatingPoint": one.operatingPoint?.json ?? .null, "points": .array(one.points.map(\.json)),
          ]
        }),
    ]
  }
}

extension ReportFigure.Curve.Point {
  fileprivate var json: JSONValue {
    ["x": .number(x), "y": .number(y), "threshold": .optional(threshold)]
  }
}

extension ReportFigure.Reliability {
  fileprivate var json: JSONValue {
    [
      "kind": "reliability",
      "bins": .array(
        bins.map { bin in
          [
            "lower": .number(bin.lower), "upper": .number(bin.upper), "meanPredicted": .number(bin.meanPredicted),
            "observedRate": .number(bin.observedRate), "observedLow": .optional(bin.observedLow),
            "observedHigh": .optional(bin.observedHigh), "count": .integer(bin.count),
          ]
        }), "scoreCounts": .array(scoreCounts.map(JSONValue.integer)),
    ]
  }
}

extension ReportFigure.Bars {
  fileprivate var json: JSONValue {
    [
      "kind": "bars", "measure": .string(measure), "negativeName": .string(negativeName),
      "positiveName": .string(positiveName),
      "items": .array(
        items.map { item in
          [
            "label": .string(item.label), "value": .number(item.value), "low": .optional(item.low),
            "high": .optional(item.high),
          ]
        }),
    ]
  }
}

extension ReportFigure.Estimates {
  fileprivate var json: JSONValue {
    [
      "kind": "estimates", "measure": .string(measure), "reference": .optional(reference),
      "otherName": .optional(otherName),
      "items": .array(
        items.map { item in
          [
            "label": .string(item.label), "value": .optional(item.value), "low": .optional(item.low),
            "high": .optional(item.high), "other": .optional(item.other),
          ]
        }),
    ]
  }
}

extension ReportFigure.Histogram {
  fileprivate var json: JSONValue {
    [
      "kind": "histogram", "measure": .string(measure), "low": .number(low), "high": .number(high),
      "markerName": .string(markerName),
      "groups": .array(
        groups.map { group in
          [
            "label": .string(group.label), "counts": .array(group.counts.map(JSONValue.integer)),
            "marker": .optional(group.marker),
          ]
        }),
    ]
  }
}

extension ReportFigure.AnnotatedText {
  fileprivate var json: JSONValue {
    [
      "kind": "annotatedText", "text": .string(text), "negativeName": .string(negativeName),
      "positiveName": .string(positiveName),
      "marks": .array(
        marks.map { ["start": .integer($0.start), "end": .integer($0.end), "value": .number($0.value)] }),
    ]
  }
}

extension ReportFigure.MarkedText {
  fileprivate var json: JSONValue {
    ["kind": "markedText", "paragraphs": .array(paragraphs.map(\.json))]
  }
}

extension ReportFigure.MarkedText.Paragraph {
  fileprivate var json: JSONValue {
    [
      "role": .string(role.rawValue), "text": .string(text),
      "marks": .array(
        marks.map { mark in
          [
            "start": .integer(mark.start), "end": .integer(mark.end),
            "number": mark.number.map(JSONValue.integer) ?? .null,
          ]
        }),
      "remarks": .array(
        remarks.map { remark in
          [
            "number": .integer(remark.number), "title": .string(remark.title),
            "details": .array(remark.details.map(JSONValue.string)),
          ]
        }),
    ]
  }
}
