/// What all drawings share: coordinates as text, the frame of an image, its simple shapes.
enum SVG {
  /// The width of every drawing in its own units, chosen so that its letters can be read on a phone.
  static let width = 440.0

  /// What a drawing is called and what it says, for those who do not see it.
  struct Description {
    let identifier: String
    let title: String
    let text: String
  }

  /// Where a text stands relative to its point.
  enum Anchor: String {
    case start, middle, end
  }

  /// `value` to a tenth; `0` where it is not finite.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e7 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let fraction = tenths.magnitude % 10
    return sign + String(tenths.magnitude / 10) + (fraction == 0 ? "" : ".\(fraction)")
  }

  /// An image with its title and description.
  static func image(
    _ description: Description, height: Double, to writer: inout MarkupWriter,
    _ content: (inout MarkupWriter) -> Void
  ) {
    let title = description.identifier + "-title"
    let text = description.identifier + "-description"
    let attributes: KeyValuePairs<StaticString, String> = [
      "xmlns": "http://www.w3.org/2000/svg", "class": "plot", "role": "img", "focusable": "false",
      "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))", "aria-labelledby": "\(title) \(text)",
    ]
    writer.element("svg", attributes) { image in
      image.element("title", ["id": title], text: description.title)
      image.element("desc", ["id": text], text: description.text)
      image.lineBreak()
      content(&image)
    }
  }
}

extension MarkupWriter {
  /// A straight line.
  mutating func line(_ kind: String, x1: Double, y1: Double, x2: Double, y2: Double) {
    empty(
      "line",
      [
        "class": kind, "x1": SVG.coordinate(x1), "y1": SVG.coordinate(y1), "x2": SVG.coordinate(x2),
        "y2": SVG.coordinate(y2),
      ])
  }

  /// A rectangle.
  mutating func rectangle(_ kind: String, x: Double, y: Double, width: Double, height: Double) {
    empty(
      "rect",
      [
        "class": kind, "x": SVG.coordinate(x), "y": SVG.coordinate(y), "width": SVG.coordinate(max(0, width)),
        "height": SVG.coordinate(max(0, height)),
      ])
  }

  /// A circle.
  mutating func circle(_ kind: String, x: Double, y: Double, radius: Double) {
    empty("circle", ["class": kind, "cx": SVG.coordinate(x), "cy": SVG.coordinate(y), "r": SVG.coordinate(radius)])
  }

  /// A text at a point.
  mutating func label(_ kind: String, _ text: String, x: Double, y: Double, anchor: SVG.Anchor = .start) {
    element(
      "text", ["class": kind, "x": SVG.coordinate(x), "y": SVG.coordinate(y), "text-anchor": anchor.rawValue],
      text: text)
  }

  /// A line through points.
  mutating func path(_ kind: String, _ points: [(x: Double, y: Double)]) {
    var commands = ""
    for point in points {
      commands += (commands.isEmpty ? "M" : "L") + SVG.coordinate(point.x) + " " + SVG.coordinate(point.y)
    }
    empty("path", ["class": kind, "d": commands])
  }
}
