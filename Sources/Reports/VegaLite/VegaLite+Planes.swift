internal import Reproducibility

extension ReportFigure.Matrix {
  /// Coloured cells with their values.
  var view: [JSONValue.Member] {
    let x = VegaLite.field("column", .nominal, title: columnName, [.init("sort", .null)])
    let y = VegaLite.field("row", .nominal, title: rowName, [.init("sort", .null)])
    let scale: JSONValue = [
      "domainMid": .number(centre), "range": [VegaLite.negative, "#f4f1eb", VegaLite.positive], "type": "linear",
    ]
    let tooltip = VegaLite.tooltip([
      ("row", .nominal, rowName), ("column", .nominal, columnName), ("value", .quantitative, measure),
      ("low", .quantitative, "Low"), ("high", .quantitative, "High"), ("count", .quantitative, "Count"),
    ])
    let colour = VegaLite.field("value", .quantitative, title: measure, [.init("scale", scale)])
    let text = VegaLite.field("value", .quantitative, [.init("format", ".2f")])
    let layers = [
      VegaLite.layer("rect", ["x": x, "y": y, "color": colour, "tooltip": tooltip]),
      VegaLite.layer(["type": "text", "fontSize": .integer(10)], ["x": x, "y": y, "text": text]),
    ]
    return [.init("layer", .array(layers))]
  }
}

extension ReportFigure.Scatter {
  /// Points, those that are named with their names.
  var view: [JSONValue.Member] {
    let scale: [JSONValue.Member] = isLogarithmic ? [.init("scale", ["type": "log"])] : [VegaLite.fitted]
    let x = VegaLite.field("x", .quantitative, title: horizontalName, scale)
    let y = VegaLite.field("y", .quantitative, title: verticalName)
    let tooltip = VegaLite.tooltip([
      ("label", .nominal, "Label"), ("x", .quantitative, horizontalName), ("y", .quantitative, verticalName),
    ])
    let band = JSONValue.number(drawableBand ?? 0).text()
    let beyond: JSONValue = [
      "condition": [
        ["test": .string("datum.y > \(band)"), "value": VegaLite.positive],
        ["test": .string("datum.y < -\(band)"), "value": VegaLite.negative],
      ], "value": "#8d8a82",
    ]
    let placeable = isLogarithmic ? [VegaLite.keeping("datum.x > 0")] : []
    let layers = [
      VegaLite.layer(
        ["type": "point", "filled": .boolean(true)], ["x": x, "y": y, "color": beyond, "tooltip": tooltip], placeable),
      VegaLite.layer(
        ["type": "text", "align": "left", "dx": .integer(5), "fontSize": .integer(10)],
        ["x": x, "y": y, "text": VegaLite.field("label", .nominal)],
        [VegaLite.keeping(isLogarithmic ? "datum.isNamed && datum.x > 0" : "datum.isNamed")]),
    ]
    return [.init("width", .integer(440)), .init("height", .integer(330)), .init("layer", .array(layers))]
  }
}

extension ReportFigure.TimeSeries {
  /// A panel for each actor: the interval as a band, the line, observations as faint dots, changes as dashed lines.
  var view: [JSONValue.Member] {
    let x = VegaLite.field("position", .quantitative, title: "Time (number of the day)", [VegaLite.fitted])
    let y = VegaLite.field("value", .quantitative, title: measure, [scale])
    let tooltip = VegaLite.tooltip([
      ("label", .nominal, "Time"), ("value", .quantitative, measure), ("low", .quantitative, "Low"),
      ("high", .quantitative, "High"),
    ])
    func kind(_ kind: RowKind) -> [JSONValue.Member] { [VegaLite.keeping("datum.kind === '\(kind.rawValue)'")] }
    var layers = [
      VegaLite.layer(
        ["type": "area", "opacity": .number(0.2)],
        ["x": x, "y": VegaLite.field("low", .quantitative), "y2": ["field": "high"]], kind(.estimate)),
      VegaLite.layer(
        ["type": "line", "point": .boolean(true), "invalid": "break-paths-show-domains"],
        ["x": x, "y": y, "tooltip": tooltip], kind(.estimate)),
      VegaLite.layer(
        ["type": "point", "opacity": .number(0.4), "size": .integer(10)], ["x": x, "y": y, "tooltip": tooltip],
        kind(.observation)),
      VegaLite.layer(
        ["type": "rule", "strokeDash": [.integer(4), .integer(3)], "color": VegaLite.positive],
        ["x": x, "tooltip": VegaLite.field("label", .nominal)], kind(.change)),
    ]
    if let reference, reference.isFinite {
      layers.append(
        VegaLite.layer(
          ["type": "rule", "strokeDash": [.integer(2), .integer(4)]], ["y": ["datum": .number(reference)]]))
    }
    for event in events where event.position.isFinite {
      layers.append(
        VegaLite.layer(
          ["type": "rule", "opacity": .number(0.5)],
          ["x": ["datum": .number(event.position)], "tooltip": ["value": .string(event.label)]]))
    }
    return [
      VegaLite.keeping("datum.kind !== 'event'"), .init("facet", ["row": VegaLite.names("panel")]),
      .init("spec", ["width": .integer(440), "height": .integer(80), "layer": .array(layers)]),
    ]
  }

  /// The axis of values: as given, else as the data have it.
  private var scale: JSONValue.Member {
    guard let bounds, bounds.lowerBound.isFinite, bounds.upperBound.isFinite else { return VegaLite.fitted }
    return .init("scale", ["domain": [.number(bounds.lowerBound), .number(bounds.upperBound)]])
  }
}
