internal import Reproducibility

extension ReportFigure.TimeSeries {
  var json: JSONValue {
    [
      "kind": "timeSeries", "measure": .string(measure), "reference": .optional(reference),
      "low": .optional(bounds?.lowerBound), "high": .optional(bounds?.upperBound),
      "ticks": .array(ticks.map(\.json)), "events": .array(events.map(\.json)),
      "panels": .array(panels.map(\.json)),
    ]
  }
}

extension ReportFigure.TimeSeries.Mark {
  fileprivate var json: JSONValue { ["position": .number(position), "label": .string(label)] }
}

extension ReportFigure.TimeSeries.Panel {
  fileprivate var json: JSONValue {
    [
      "label": .string(label),
      "points": .array(
        points.map { point in
          [
            "position": .number(point.position), "label": .string(point.label), "value": .optional(point.value),
            "low": .optional(point.low), "high": .optional(point.high),
          ]
        }),
      "changes": .array(
        changes.map { change in
          [
            "position": .number(change.position), "low": .number(change.low), "high": .number(change.high),
            "label": .string(change.label),
          ]
        }),
      "dots": .array(
        dots.map { ["position": .number($0.position), "value": .number($0.value), "label": .string($0.label)] }),
    ]
  }
}

extension ReportFigure.Matrix {
  var json: JSONValue {
    [
      "kind": "matrix", "measure": .string(measure), "rowName": .string(rowName), "columnName": .string(columnName),
      "centre": .number(centre), "negativeName": .string(negativeName), "positiveName": .string(positiveName),
      "rows": .array(rows.map(JSONValue.string)), "columns": .array(columns.map(JSONValue.string)),
      "cells": .array(cells.map { row in .array(row.map { $0?.json ?? .null }) }),
    ]
  }
}

extension ReportFigure.Matrix.Cell {
  fileprivate var json: JSONValue {
    ["value": .number(value), "low": .optional(low), "high": .optional(high), "count": .integer(count)]
  }
}

extension ReportFigure.Scatter {
  var json: JSONValue {
    [
      "kind": "scatter", "horizontalName": .string(horizontalName), "verticalName": .string(verticalName),
      "isLogarithmic": .boolean(isLogarithmic), "band": .optional(band), "negativeName": .string(negativeName),
      "positiveName": .string(positiveName),
      "points": .array(
        points.map { point in
          [
            "x": .number(point.x), "y": .number(point.y), "label": .string(point.label),
            "isNamed": .boolean(point.isNamed),
          ]
        }),
    ]
  }
}
