internal import Reproducibility

extension ReportFigure.Curve {
  /// Lines in the order of their points, and the thresholds in use as rings.
  var view: [JSONValue.Member] {
    let x = VegaLite.field("x", .quantitative, title: horizontalName, [VegaLite.rates])
    let y = VegaLite.field("y", .quantitative, title: verticalName, [VegaLite.rates])
    let colour = VegaLite.field("series", .nominal, [VegaLite.noTitle, .init("sort", .null)])
    let tooltip = VegaLite.tooltip([
      ("series", .nominal, "Curve"), ("x", .quantitative, horizontalName), ("y", .quantitative, verticalName),
      ("threshold", .quantitative, "Threshold"),
    ])
    var layers = [
      VegaLite.layer(
        "line", ["x": x, "y": y, "color": colour, "order": VegaLite.field("step", .quantitative)],
        [VegaLite.inOrder(keeping: "!datum.inUse")]),
      VegaLite.layer(
        ["type": "point", "size": .integer(80)], ["x": x, "y": y, "color": colour, "tooltip": tooltip],
        [VegaLite.keeping("datum.inUse")]),
    ]
    if kind == .rocCurve {
      layers.append(VegaLite.diagonal)
    } else if let prevalence, prevalence.isFinite {
      layers.append(VegaLite.rule("y", at: prevalence))
    }
    return [.init("width", .integer(320)), .init("height", .integer(320)), .init("layer", .array(layers))]
  }
}

extension VegaLite {
  /// The line on which two rates are equal.
  static let diagonal = layer(
    ["type": "line", "strokeDash": [.integer(2), .integer(4)], "color": "#8d8a82"],
    ["x": field("rate", .quantitative), "y": field("rate", .quantitative)],
    [.init("data", ["values": [["rate": .integer(0)], ["rate": .integer(1)]]])])
}

extension ReportFigure.Reliability {
  /// Dots with whiskers, and the line on which they ought to be.
  var view: [JSONValue.Member] {
    let x = VegaLite.field("meanPredicted", .quantitative, title: "Mean predicted probability", [VegaLite.rates])
    let y = VegaLite.field("observedRate", .quantitative, title: "Observed rate", [VegaLite.rates])
    let tooltip = VegaLite.tooltip([
      ("meanPredicted", .quantitative, "Mean predicted"), ("observedRate", .quantitative, "Observed rate"),
      ("observedLow", .quantitative, "Low"), ("observedHigh", .quantitative, "High"), ("count", .quantitative, "Count"),
    ])
    let layers = [
      VegaLite.diagonal,
      VegaLite.layer(
        "rule", ["x": x, "y": VegaLite.field("observedLow", .quantitative), "y2": ["field": "observedHigh"]],
        [VegaLite.keeping("isValid(datum.observedLow)")]),
      VegaLite.layer(
        ["type": "point", "filled": .boolean(true), "size": .integer(60)], ["x": x, "y": y, "tooltip": tooltip]),
    ]
    return [.init("width", .integer(320)), .init("height", .integer(320)), .init("layer", .array(layers))]
  }
}
