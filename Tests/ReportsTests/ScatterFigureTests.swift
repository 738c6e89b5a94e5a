import Foundation
import Reports
import Testing

@Suite("Clouds of points")
struct ScatterFigureTests {
  private typealias Point = ReportFigure.Scatter.Point

  private static func figure(_ points: [Point], isLogarithmic: Bool = true, band: Double? = nil) -> ReportFigure {
    ReportFigure(
      title: "Words",
      drawing: .scatter(
        .init(
          points: points, horizontalName: "count", verticalName: "z", isLogarithmic: isLogarithmic, band: band,
          negativeName: "calm", positiveName: "heat")))
  }

  private static func crowd(seed: UInt64, count: Int) -> [Point] {
    var generator = Hostile.Steps(state: seed)
    return (0..<count).map { index in
      let letters = 3 + Int(generator.next() * 14)
      return Point(
        x: (1 / (0.001 + generator.next())).rounded(.up), y: (generator.next() - 0.5) * 12,
        label: String(repeating: ["n", "e", "W", "i"][index % 4], count: letters), isNamed: index % 2 == 0)
    }
  }

  /// What a label covers at least: letters of 11 units, narrow ones a quarter of that wide, others half.
  private static func box(_ element: HTMLDocument.Element) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let (x, y) = (
      element.number("x"), element.number("y")
    )
    let width = element.text.map { $0 == "i" ? 3.0 : $0 == "W" ? 10.5 : 6.5 }.reduce(0, +)
    return (x...(x + width), (y - 7.9)...(y + 2))
  }

  @Test("no label lies on another or on a named point, and none leaves the frame", arguments: [1, 2, 3, 4, 5])
  func labels(seed: UInt64) throws {
    let document = try HTMLDocument.image(of: Self.figure(Self.crowd(seed: seed, count: 160)))
    let labels = document.elements.filter { $0.attributes["class"] == "term halo" }.map(Self.box)
    #expect(labels.count > 20)
    for (index, label) in labels.enumerated() {
      #expect(label.x.lowerBound >= 50 && label.x.upperBound <= 430)
      #expect(label.y.lowerBound >= 26 && label.y.upperBound <= 356)
      for other in labels.dropFirst(index + 1) { #expect(!label.x.overlaps(other.x) || !label.y.overlaps(other.y)) }
    }
    for circle in document.all("circle") {
      let (x, y) = (
        circle.number("cx"),
        circle.number("cy")
      )
      #expect(labels.allSatisfy { !$0.x.contains(x) || !$0.y.contains(y) })
    }
  }

  @Test("only named points have labels, the farthest from zero first of all")
  func naming() throws {
    var points = Self.crowd(seed: 9, count: 60)
    for index in points.indices { points[index].label = points[index].isNamed ? "named \(index)" : "unnamed" }
    points[10].y = 30
    let document = try HTMLDocument.image(of: Self.figure(points))
    let labels = document.elements.filter { $0.attributes["class"] == "term halo" }.map(\.text)
    #expect(labels.first == "named 10" && labels.allSatisfy { $0.hasPrefix("named") })
    #expect(document.all("circle").count == 30)
  }

  @Test("a logarithmic axis has powers of ten at equal distances, and no place for zero")
  func logarithmicAxis() throws {
    let points = [0, -4, 1, 10_000].map { Point(x: $0, y: $0 > 0 ? 1 : -1, label: "w", isNamed: true) }
    let document = try HTMLDocument.image(of: Self.figure(points))
    #expect(document.all("circle").count == 2)
    let ticks = document.elements.filter {
      $0.attributes["class"] == "tick" && $0.attributes["text-anchor"] == "middle"
    }
    #expect(ticks.map(\.text) == ["1", "10", "100", "1,000", "10,000"])
    let places = ticks.compactMap { $0.attributes["x"].flatMap(Double.init) }
    for (step, next) in zip(zip(places.dropFirst(), places).map(-), zip(places.dropFirst(2), places.dropFirst()).map(-))
    {
      #expect(abs(step - next) <= 0.2)
    }
    #expect(try HTMLDocument.image(of: Self.figure(points, isLogarithmic: false)).all("circle").count == 4)
  }

  @Test("what chance alone does is shaded and has no side")
  func band() throws {
    let points = [3.0, 1, -1, -3].map { Point(x: 5, y: $0, label: "w", isNamed: true) }
    let document = try HTMLDocument.image(of: Self.figure(points, band: 2))
    #expect(document.elements.filter { $0.attributes["class"] == "chance-band" }.count == 1)
    #expect(
      document.all("circle").compactMap { $0.attributes["class"] } == [
        "estimate positive", "estimate negative", "estimate neutral", "estimate neutral",
      ])
    #expect(
      try HTMLDocument.image(of: Self.figure(points)).elements.allSatisfy { $0.attributes["class"] != "chance-band" })
  }

  @Test("upside down, the cloud has the other colours")
  func mirrored() throws {
    let points = Self.crowd(seed: 21, count: 80)
    let other = points.map { Point(x: $0.x, y: -$0.y, label: $0.label, isNamed: $0.isNamed) }
    func kinds(_ points: [Point]) throws -> [String] {
      try HTMLDocument.image(of: Self.figure(points, band: 1)).all("circle").compactMap { $0.attributes["class"] }
    }
    let swapped = try kinds(points).map { kind in
      kind.hasSuffix("positive") ? "estimate negative" : kind.hasSuffix("negative") ? "estimate positive" : kind
    }
    #expect(try kinds(other) == swapped)
  }

  @Test("twenty thousand unnamed points are a small file, and the table has the named ones from high to low")
  func manyPoints() throws {
    var points = Self.crowd(seed: 5, count: 20_000)
    for index in points.indices { points[index].isNamed = index < 100 }
    let figure = Self.figure(points, band: 2)
    let file = try #require(figure.standaloneSVG())
    #expect(file.utf8.count < 200_000)
    let heights = figure.dataTable.rows.map { row in
      if case .number(let value, _) = row[2] { value } else { Double.nan }
    }
    #expect(heights.count == 40 && heights == heights.sorted(by: >))
  }

  @Test("the terminal lists the terms of either side with their counts")
  func terminal() {
    let points = [
      Point(x: 1200, y: 4, label: "threat", isNamed: true), .init(x: 7, y: -2, label: "talks", isNamed: true),
      .init(x: 7, y: -1, label: "unnamed", isNamed: false),
    ]
    let report = Report(title: "", sections: [.init(heading: "", blocks: [.figure(Self.figure(points, band: 1.96))])])
    let text = report.terminal(width: 80)
    #expect(text.contains("threat (1,200)  ") && text.contains("talks (7)  ") && !text.contains("unnamed"))
    #expect(text.contains("Not shown: 1") && text.contains("±1.96"))
  }

  @Test func itIsTheSameAfterBeingStored() throws {
    let drawing = ReportFigure.Drawing.scatter(SampleReport.scatter)
    #expect(try JSONDecoder().decode(ReportFigure.Drawing.self, from: JSONEncoder().encode(drawing)) == drawing)
  }
}
