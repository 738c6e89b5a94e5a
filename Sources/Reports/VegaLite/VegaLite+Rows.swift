internal import Reproducibility

extension ReportFigure.Bars {
  /// Bars to both sides of zero, with whiskers where there are intervals.
  var view: [JSONValue.Member] {
    let y = VegaLite.names("label")
    let colour = VegaLite.either("datum.value < 0", VegaLite.negative, else: VegaLite.positive)
    let tooltip = VegaLite.tooltip([
      ("label", .nominal, "Label"), ("value", .quantitative, measure), ("low", .quantitative, "Low"),
      ("high", .quantitative, "High"),
    ])
    let layers = [
      VegaLite.layer(
        "bar",
        [
          "x": VegaLite.field("value", .quantitative, title: measure), "y": y, "color": colour, "tooltip": tooltip,
        ]),
      VegaLite.whiskers(y),
    ]
    return [.init("layer", .array(layers))]
  }
}

extension VegaLite {
  /// Level lines from `low` to `high` where both are known.
  static func whiskers(_ y: JSONValue) -> JSONValue {
    layer(
      "rule", ["x": field("low", .quantitative), "x2": ["field": "high"], "y": y],
      [keeping("isValid(datum.low) && isValid(datum.high)")])
  }
}

extension ReportFigure.Estimates {
  /// Dots with whiskers; the other estimates as rings.
  var view: [JSONValue.Member] {
    let y = VegaLite.names("label")
    let tooltip = VegaLite.tooltip([
      ("label", .nominal, "Label"), ("value", .quantitative, measure), ("low", .quantitative, "Low"),
      ("high", .quantitative, "High"),
    ])
    var layers = [
      VegaLite.whiskers(y),
      VegaLite.layer(
        ["type": "point", "filled": .boolean(true), "color": VegaLite.negative, "size": .integer(60)],
        [
          "x": VegaLite.field("value", .quantitative, title: measure, [VegaLite.fitted]), "y": y, "tooltip": tooltip,
        ]),
    ]
    if let otherName {
      layers.append(
        VegaLite.layer(
          ["type": "point", "color": VegaLite.positive],
          [
            "x": VegaLite.field("other", .quantitative, [VegaLite.fitted]), "y": y,
            "tooltip": VegaLite.tooltip([("other", .quantitative, otherName)]),
          ]))
    }
    if let reference, reference.isFinite { layers.append(VegaLite.rule("x", at: reference)) }
    return [.init("layer", .array(layers))]
  }
}

extension ReportFigure.Histogram {
  /// A row of bars for each group, to its own height, with its marker.
  var view: [JSONValue.Member] {
    let x = VegaLite.field("lower", .quantitative, title: measure, [.init("bin", ["binned": .boolean(true)])])
    let tooltip = VegaLite.tooltip([
      ("group", .nominal, "Group"), ("lower", .quantitative, "From"), ("upper", .quantitative, "To"),
      ("count", .quantitative, "Count"),
    ])
    let bars = VegaLite.layer(
      "bar",
      [
        "x": x, "x2": ["field": "upper"], "y": VegaLite.field("count", .quantitative, title: "Count"),
        "tooltip": tooltip,
      ])
    let marker = VegaLite.layer(
      "rule",
      [
        "x": ["aggregate": "max", "field": "marker", "type": "quantitative"],
        "tooltip": ["aggregate": "max", "field": "marker", "type": "quantitative", "title": .string(markerName)],
      ])
    return [
      .init("facet", ["row": VegaLite.names("group")]),
      .init("spec", ["height": .integer(60), "layer": [bars, marker]]),
      .init("resolve", ["scale": ["y": "independent"]]),
    ]
  }
}
