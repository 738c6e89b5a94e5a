/// A rectangle of a drawing with an axis along the bottom and one up the left side.
struct PlotFrame {
  /// The left edge of the rectangle.
  var left: Double
  /// Its top edge.
  var top: Double
  /// Its width.
  var width: Double
  /// Its height.
  var height: Double
  /// The values at the left and right edges.
  var horizontal: (low: Double, high: Double)
  /// The values at the bottom and top edges.
  var vertical: (low: Double, high: Double)

  /// The characters that the name of an axis has room for, even where the axis is short.
  private static let nameColumns = 50

  /// A square for two rates from 0 to 1.
  static let unitSquare = PlotFrame(
    left: 46, top: 10, width: 380, height: 380, horizontal: (0, 1), vertical: (0, 1))

  /// The bottom edge.
  var bottom: Double { top + height }
  /// The right edge.
  var right: Double { left + width }

  /// Where a value stands from left to right, kept within the rectangle.
  func x(_ value: Double) -> Double { left + width * Self.position(value, in: horizontal) }

  /// Where a value stands from top to bottom, kept within the rectangle.
  func y(_ value: Double) -> Double { bottom - height * Self.position(value, in: vertical) }

  private static func position(_ value: Double, in bounds: (low: Double, high: Double)) -> Double {
    guard value.isFinite, bounds.high > bounds.low else { return 0 }
    return max(0, min(1, (value - bounds.low) / (bounds.high - bounds.low)))
  }

  /// Grid lines with their values, left and beneath, and what the axes measure.
  func writeAxes(horizontalName: String, verticalName: String, to writer: inout MarkupWriter) {
    writeHorizontalAxis(name: horizontalName, to: &writer)
    writeVerticalTicks(count: 5, to: &writer)
    writer.label(
      "axis-name", verticalName, x: 12, y: top + height / 2, turnedBy: -90, anchor: .middle)
    writer.lineBreak()
  }

  /// Level grid lines with their values to the left.
  func writeVerticalTicks(count: Int, to writer: inout MarkupWriter) {
    let ticks = AxisTicks(low: vertical.low, high: vertical.high, count: count)
    for value in ticks.values {
      writer.line("grid", x1: left, y1: y(value), x2: right, y2: y(value))
      writer.label("tick", ticks.text(value), x: left - 7, y: y(value) + 4, anchor: .end)
    }
  }

  /// Upright grid lines with their values beneath, and what the axis measures.
  func writeHorizontalAxis(name: String, count: Int = 5, to writer: inout MarkupWriter) {
    let ticks = AxisTicks(low: horizontal.low, high: horizontal.high, count: count)
    for value in ticks.values {
      writer.line("grid", x1: x(value), y1: top, x2: x(value), y2: bottom)
      writer.label("tick", ticks.text(value), x: x(value), y: bottom + 17, anchor: .middle)
    }
    let name = SVG.cut(name, columns: Self.nameColumns)
    if !name.isEmpty { writer.label("axis-name", name, x: left + width / 2, y: bottom + 36, anchor: .middle) }
    writer.lineBreak()
  }
}
