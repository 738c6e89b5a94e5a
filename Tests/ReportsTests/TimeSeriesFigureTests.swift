import Foundation
import Reports
import Reproducibility
import Testing

@Suite("Series over time")
struct TimeSeriesFigureTests {
  private typealias Series = ReportFigure.TimeSeries

  private static func figure(_ panels: [Series.Panel], events: [Series.Mark] = []) -> ReportFigure {
    ReportFigure(
      title: "Series",
      drawing: .timeSeries(
        .init(panels: panels, ticks: [.init(position: 0, label: "2020")], events: events, measure: "tone")))
  }

  private static func panel(_ values: [Double?], from start: Double = 0) -> Series.Panel {
    Series.Panel(
      label: "actor",
      points: values.enumerated().map { index, value in
        .init(
          position: start + Double(index), label: "day \(index)", value: value, low: value.map { $0 - 0.1 },
          high: value.map { $0 + 0.1 })
      })
  }

  @Test("a point without a value breaks the line and its band, and a point between two gaps is a dot")
  func gaps() throws {
    let document = try HTMLDocument.image(of: Self.figure([Self.panel([1, 2, nil, 3, nil, .nan, 4, 5, 6, nil])]))
    #expect(document.count(ofClass: "curve thin series-1") == 2)
    #expect(document.count(ofClass: "interval") == 2)
    #expect(document.count(ofClass: "dot series-1") == 1)
    #expect(document.count(ofClass: "whisker") == 1)
    let whole = try HTMLDocument.image(of: Self.figure([Self.panel([1, 2, 3, 4])]))
    #expect(whole.count(ofClass: "curve thin series-1") == 1 && whole.count(ofClass: "dot series-1") == 0)
  }

  @Test("a point without an interval breaks the band but not the line")
  func missingIntervals() throws {
    var panel = Self.panel([1, 2, 3, 4, 5])
    panel.points[2].low = nil
    let document = try HTMLDocument.image(of: Self.figure([panel]))
    #expect(document.count(ofClass: "curve thin series-1") == 1)
    #expect(document.count(ofClass: "interval") == 2)
  }

  @Test("the same days later are the same picture")
  func shifted() {
    let values: [Double?] = [0.3, 0.1, nil, 0.7, 0.4, 0.9]
    func image(from start: Double) -> String? {
      let series = Series(panels: [Self.panel(values, from: start)], ticks: [], measure: "tone")
      return ReportFigure(title: "", drawing: .timeSeries(series)).standaloneSVG()
    }
    #expect(image(from: 0) != nil && image(from: 0) == image(from: 4096))
  }

  @Test("all panels share their axes")
  func sharedAxes() throws {
    let document = try HTMLDocument.image(of: Self.figure([Self.panel([0, 1]), Self.panel([10, 10])]))
    let ticks = document.elements.filter { $0.attributes["class"] == "tick" && $0.attributes["text-anchor"] == "end" }
      .map(\.text)
    #expect(ticks.count % 2 == 0 && Array(ticks.prefix(ticks.count / 2)) == Array(ticks.suffix(ticks.count / 2)))
  }

  @Test("events are numbered in their own order, and numbers close together do not meet")
  func events() throws {
    let events = [9.0, 1, 1.01, 1.02, 5].enumerated().map { Series.Mark(position: $1, label: "event \($0)") }
    let document = try HTMLDocument.image(of: Self.figure([Self.panel(Array(repeating: 1, count: 10))], events: events))
    let numbers = document.elements.filter { $0.attributes["class"] == "event-number halo" }
    #expect(numbers.map(\.text).sorted() == ["1", "2", "3", "4", "5"])
    #expect(document.elements.filter { $0.attributes["class"] == "legend" }.map(\.text) == events.map(\.label))
    let places = numbers.compactMap { number in
      number.attributes["x"].flatMap(Double.init).map { (x: $0, y: number.attributes["y"] ?? "") }
    }
    for (index, place) in places.enumerated() {
      for other in places.dropFirst(index + 1) where other.y == place.y { #expect(abs(other.x - place.x) >= 7) }
    }
  }

  @Test("changes are dashed lines on their intervals, with what is written of them")
  func changes() throws {
    var panel = Self.panel(Array(repeating: 1, count: 100))
    panel.changes = [
      .init(position: 50, low: 40, high: 70, label: "late spring"),
      .init(position: 90, low: .nan, high: 91, label: "?"),
    ]
    let document = try HTMLDocument.image(of: Self.figure([panel]))
    #expect(document.count(ofClass: "change") == 2 && document.count(ofClass: "change-interval") == 1)
    #expect(document.all("text").contains { $0.text == "late spring" })
  }

  @Test("ten thousand days are a small file that still has its one peak, and JSON has them all")
  func longSeries() throws {
    var generator = Hostile.Steps(state: 3)
    var values: [Double?] = (0..<10_000).map { _ in generator.next() }
    values[7_777] = 5
    var panel = Self.panel(values)
    panel.dots = values.enumerated().map { .init(position: Double($0), value: $1 ?? 0, label: "speech") }
    let figure = Self.figure([panel])
    let image = try #require(figure.standaloneSVG())
    #expect(image.utf8.count < 200_000)
    // The axis ends a little above the peak and its interval, so that the line comes near the panel's top edge.
    let document = try #require(HTMLDocument(image))
    let line = try #require(
      document.elements.first { $0.attributes["class"] == "curve thin series-1" }?.attributes["d"])
    let heights = line.split { "ML".contains($0) }.compactMap { Double($0.split(separator: " ")[1]) }
    let highest = try #require(heights.min())
    #expect(highest < 47 && heights.filter { $0 < 60 }.count == 1)
    #expect(figure.dataTable.rows.count == 21)
    #expect(figure.dataTable.rows.first?[1] == "day 0" && figure.dataTable.rows.last?[1] == "day 9999")
    let report = Report(title: "", sections: [.init(heading: "", blocks: [.figure(figure)])])
    #expect(report.json().text().components(separatedBy: "\"day ").count == 10_001)
  }

  @Test("the table names events and changes too")
  func table() {
    var panel = Self.panel([1, nil])
    panel.changes = [.init(position: 1, low: 0, high: 1, label: "noon")]
    let rows = Self.figure([panel], events: [.init(position: 1, label: "storm")]).dataTable.rows
    #expect(
      rows == [
        ["actor", "day 0", .interval(1, low: 0.9, high: 1.1, .decimals(3))], ["actor", "day 1", .missing],
        ["actor", "change: noon", .missing], ["Event 1", "storm", .missing],
      ])
  }

  @Test("the terminal leaves gaps blank and writes the ends of the axis")
  func terminal() throws {
    let series = Series(
      panels: [Self.panel([0.5, 0.5, nil, nil, nil, 0.5, 0.5])], ticks: [],
      events: [.init(position: 3, label: "storm")],
      measure: "tone", bounds: 0...1)
    let report = Report(
      title: "", sections: [.init(heading: "", blocks: [.figure(.init(title: "", drawing: .timeSeries(series)))])])
    let lines = report.terminal(width: 60).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("1.000 ┤") } && lines.contains { $0.hasPrefix("0.000 ┤") })
    let drawn = try #require(lines.first { $0.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) } })
    #expect(drawn.contains(String(repeating: " ", count: 20)))
    #expect(lines.contains { $0.hasSuffix("1 storm") })
  }

  @Test func itIsTheSameAfterBeingStored() throws {
    let drawing = ReportFigure.Drawing.timeSeries(SampleReport.timeSeries)
    #expect(try JSONDecoder().decode(ReportFigure.Drawing.self, from: JSONEncoder().encode(drawing)) == drawing)
  }
}
