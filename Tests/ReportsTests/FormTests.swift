import Foundation
import Reports
import Reproducibility
import Testing

@Suite("Every form takes every report")
struct FormTests {
  /// Drawings of nothing, of one thing, and of things that are not numbers.
  private static let degenerate: [ReportFigure.Drawing] = {
    let values: [Double] = [0, .nan, .infinity, -.infinity, -1, 2, 1e300, -1e-300]
    let none = values.map { ReportFigure.Curve.Point(x: $0, y: $0, threshold: $0) }
    return [
      .curve(.init(kind: .rocCurve, series: [])),
      .curve(.init(kind: .rocCurve, series: [.init(label: "none", points: [])])),
      .curve(.init(kind: .rocCurve, series: [.init(label: "one", points: [.init(x: 0.5, y: 0.5)])])),
      .curve(
        .init(
          kind: .precisionRecall, series: [.init(label: "odd", points: none, area: .missing, operatingPoint: none[1])],
          prevalence: .nan)),
      .reliability(.init(bins: [])),
      .reliability(
        .init(
          bins: values.map {
            .init(
              lower: $0, upper: $0, meanPredicted: $0, observedRate: $0, observedLow: $0, observedHigh: $0, count: 0)
          }, scoreCounts: [0, 0])),
      .confusion(.init(labels: [], counts: [])),
      .confusion(.init(labels: ["one"], counts: [[0]])),
      .bars(.init(items: [], measure: "", negativeName: "", positiveName: "")),
      .bars(.init(items: [.init(label: "zero", value: 0)], measure: "m", negativeName: "n", positiveName: "p")),
      .bars(
        .init(
          items: values.map { .init(label: "odd", value: $0, low: $0, high: $0) }, measure: "m", negativeName: "n",
          positiveName: "p")),
      .timeSeries(.init(panels: [], ticks: [], measure: "")),
      .timeSeries(.init(panels: [.init(label: "none", points: [])], ticks: [], measure: "m")),
      .timeSeries(
        .init(
          panels: [
            .init(
              label: "odd",
              points: values.map { .init(position: $0, label: "p", value: $0, low: $0, high: $0) },
              changes: values.map { .init(position: $0, low: $0, high: $0, label: "c") },
              dots: values.map { .init(position: $0, value: $0, label: "d") })
          ], ticks: values.map { .init(position: $0, label: "t") },
          events: values.map { .init(position: $0, label: "e") }, measure: "m", reference: .nan)),
      .matrix(
        .init(
          rows: [], columns: [], cells: [], rowName: "", columnName: "", measure: "", centre: 0, negativeName: "",
          positiveName: "")),
      .matrix(
        .init(
          rows: ["odd"], columns: values.map { _ in "c" },
          cells: [values.map { .init(value: $0, low: $0, high: $0, count: -1) }], rowName: "", columnName: "",
          measure: "", centre: .nan, negativeName: "", positiveName: "")),
      .scatter(
        .init(
          points: [], horizontalName: "", verticalName: "", isLogarithmic: true, negativeName: "", positiveName: "")),
      .scatter(
        .init(
          points: values.map { .init(x: $0, y: $0, label: "odd", isNamed: true) }, horizontalName: "h",
          verticalName: "v", isLogarithmic: false, band: .nan, negativeName: "n", positiveName: "p")),
      .scatter(
        .init(
          points: values.map { .init(x: $0, y: $0, label: "odd", isNamed: true) }, horizontalName: "h",
          verticalName: "v", isLogarithmic: true, band: .infinity, negativeName: "n", positiveName: "p")),
      .histogram(.init(groups: [], measure: "")),
      .histogram(.init(groups: [.init(label: "none", counts: [])], measure: "m", low: 1, high: 1)),
      .histogram(
        .init(groups: [.init(label: "zero", counts: [0, 0], marker: .nan)], measure: "m", low: .nan, high: 1)),
      .annotatedText(.init(text: "", marks: [], negativeName: "", positiveName: "")),
      .annotatedText(.init(text: "x", marks: [.init(start: 9, end: 3, value: 1)], negativeName: "", positiveName: "")),
      .markedText(.init(paragraphs: [])),
      .markedText(.init(paragraphs: [.init(text: "", remarks: [.init(number: -1, title: "", details: [])])])),
      .markedText(.init(paragraphs: [.init(text: "x", marks: [.init(start: 9, end: 3, number: 1)])])),
    ]
  }()

  private static func report(_ drawing: ReportFigure.Drawing) -> Report {
    let figure = ReportFigure(title: "Title", caption: "Caption", drawing: drawing)
    return Report(title: "Report", sections: [ReportSection(heading: "Section", blocks: [.figure(figure)])])
  }

  @Test("figures of nothing, of one point and of numbers that are none", arguments: degenerate)
  func degenerateFigures(drawing: ReportFigure.Drawing) throws {
    let report = Self.report(drawing)
    let page = report.html()
    #expect(HTMLDocument(page) != nil)
    let forms = [page, report.markdown(), report.terminal(width: 40), report.terminal(width: 120, colour: true)]
    for form in forms {
      let words = form.split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"))
    }
    #expect((try? JSONSerialization.jsonObject(with: Data(report.json().text().utf8))) != nil)
  }

  @Test func emptyReports() {
    for report in [Report(title: ""), Report(title: "", sections: [ReportSection(heading: "", blocks: [])])] {
      #expect(HTMLDocument(report.html()) != nil)
      #expect(report.markdown().hasPrefix("#"))
      #expect(report.terminal().contains("═"))
    }
  }

  @Test("no line of the terminal form is wider than asked", arguments: [40, 47, 60, 80, 100, 132, 200])
  func terminalWidth(width: Int) {
    for report in [SampleReport.report] + Hostile.texts.map({ Hostile.report(of: $0) })
      + Self.degenerate.map(Self.report)
    {
      for colour in [false, true] {
        for line in report.terminal(width: width, colour: colour).split(separator: "\n") {
          let plain = Hostile.withoutColours(String(line))
          #expect(DisplayWidth.of(plain) <= width, "\(plain)")
        }
      }
    }
  }

  @Test("the terminal gets no control characters but line ends, and escapes only for colours", arguments: Hostile.texts)
  func terminalControls(text: String) {
    let report = Hostile.report(of: text)
    #expect(!report.terminal().contains("\u{1B}"))
    for line in report.terminal(colour: true).split(separator: "\n") {
      let plain = Hostile.withoutColours(String(line))
      #expect(!plain.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    }
  }

  @Test("Markdown holds no tags, and its tables keep their columns", arguments: Hostile.texts)
  func markdown(text: String) {
    var fence: String?
    var barCount: Int?
    for line in Hostile.report(of: text).markdown().components(separatedBy: "\n") {
      if let open = fence {
        if line == open { fence = nil }
        continue
      }
      if line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
        continue
      }
      #expect(!line.contains("<") && !line.contains("http:/") && !line.contains("www.e"), "\(line)")
      let bars = Self.unescapedBars(line)
      if line.hasPrefix("| ") {
        #expect(bars == barCount ?? bars, "\(line)")
        barCount = bars
      } else {
        #expect(bars == 0, "\(line)")
        barCount = nil
      }
    }
    #expect(fence == nil)
  }

  private static func unescapedBars(_ line: String) -> Int {
    var (count, isEscaped) = (0, false)
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }

  @Test("words that look like lists or headings stay words")
  func markdownParagraphs() {
    for text in ["- no", "+ no", "1. no", "12) no", "# no", "> no", "=== no", "*no*", "--- no"] {
      let report = Report(title: "t", sections: [ReportSection(heading: "h", blocks: [.paragraph(text)])])
      let line = report.markdown().split(separator: "\n").last ?? ""
      #expect(line.contains("\\") || line.hasPrefix("&gt;"), "\(line)")
    }
  }
}
