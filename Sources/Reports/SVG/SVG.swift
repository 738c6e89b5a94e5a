/// What all drawings share: coordinates as text, the frame of an image, its simple shapes.
enum SVG {
  /// The width of every drawing in its own units, chosen so that its letters can be read on a phone.
  static let width = 440.0

  /// What a drawing is called and what it says, for those who do not see it.
  struct Description {
    let identifier: String
    let title: String
    let text: String
    /// Whether the image is a file of its own, with its style and its ground, rather than part of a page.
    var standsAlone = false
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

  /// A label on one line, cut to so many columns of the screen.
  static func cut(_ text: String, columns: Int) -> String {
    TextWrapping.truncated(DisplayText.singleLine(text), width: columns)
  }

  /// The class of an image: those wider than others are shown so, and scroll where there is no room.
  private static func kind(ofWidth width: Double) -> String {
    width > 1.5 * Self.width ? "plot wide widest" : width > Self.width ? "plot wide" : "plot"
  }

  /// An image with its title and description.
  static func image(
    _ description: Description, width: Double = width, height: Double, to writer: inout MarkupWriter,
    _ content: (inout MarkupWriter) -> Void
  ) {
    let title = description.identifier + "-title"
    let text = description.identifier + "-description"
    let attributes: KeyValuePairs<StaticString, String> = [
      "xmlns": "http://www.w3.org/2000/svg", "class": kind(ofWidth: width), "role": "img",
      "focusable": description.standsAlone ? "" : "false",
      "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
      "width": description.standsAlone ? coordinate(width) : "",
      "height": description.standsAlone ? coordinate(height) : "", "aria-labelledby": "\(title) \(text)",
    ]
    writer.element("svg", attributes) { image in
      image.element("title", ["id": title], text: description.title)
      image.element("desc", ["id": text], text: description.text)
      image.lineBreak()
      if description.standsAlone {
        image.element("style") { $0.insert(StyleSheet.image) }
        image.rectangle("ground", x: 0, y: 0, width: width, height: height)
        image.lineBreak()
      }
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

  /// A text around a point that is turned by so many degrees.
  mutating func label(
    _ kind: String, _ text: String, x: Double, y: Double, turnedBy degrees: Int, anchor: SVG.Anchor = .start
  ) {
    let transform = "translate(\(SVG.coordinate(x)) \(SVG.coordinate(y))) rotate(\(degrees))"
    element("text", ["class": kind, "text-anchor": anchor.rawValue, "transform": transform], text: text)
  }

  /// A line through points.
  mutating func path(_ kind: String, _ points: [(x: Double, y: Double)]) {
    var commands = ""
    for point in points {
      commands += (commands.isEmpty ? "M" : "L") + SVG.coordinate(point.x) + " " + SVG.coordinate(point.y)
    }
    empty("path", ["class": kind, "d": commands])
  }

  /// Many small dots as one path of strokes without length, those on the same spot once.
  mutating func dots(_ kind: String, _ points: [(x: Double, y: Double)]) {
    var drawn: Set<String> = []
    var commands = ""
    for point in points {
      // To half a unit: nobody sees less of a dot.
      let place = [point.x, point.y].map { SVG.coordinate(($0 * 2).rounded() / 2) }.joined(separator: " ")
      if drawn.insert(place).inserted { commands += "M\(place)h0" }
    }
    if !commands.isEmpty { empty("path", ["class": kind, "d": commands]) }
  }
}
