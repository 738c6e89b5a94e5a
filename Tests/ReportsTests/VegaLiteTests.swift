import Foundation
import Reports
import Reproducibility
import Testing

@Suite("Figures as data and as Vega-Lite")
struct VegaLiteTests {
  private static let figures = SampleReport.report.figures
  private static let plotted = figures.filter { $0.standaloneSVG() != nil }

  private static func parsed(_ value: JSONValue) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(value.text().utf8)) as? [String: Any])
  }

  @Test("every figure that is drawn has a specification, with all of its data")
  func specifications() throws {
    #expect(Self.plotted.count == 9)
    for figure in Self.figures {
      guard let specification = figure.vegaLite() else {
        #expect(!Self.plotted.contains(figure), "\(figure.title)")
        continue
      }
      let values = try #require(
        (try Self.parsed(specification)["data"] as? [String: Any])?["values"] as? [[String: Any]])
      let (columns, rows) = figure.dataRows()
      #expect(values.count == rows.count)
      #expect(!rows.isEmpty)
      #expect(values.allSatisfy { Set($0.keys) == Set(columns) })
    }
  }

  @Test("rows have a value for every column, and columns have different names")
  func rowsAreTidy() {
    let hostile = Hostile.texts.flatMap { Hostile.report(of: $0).figures }
    for figure in Self.figures + hostile {
      let (columns, rows) = figure.dataRows()
      #expect(Set(columns).count == columns.count)
      #expect(rows.allSatisfy { $0.count == columns.count })
    }
  }

  @Test("every point of a long curve is in the data, and a page holds no more than some of them")
  func longCurve() throws {
    let points = (0...20_000).map { ReportFigure.Curve.Point(x: Double($0) / 20_000, y: 0.5) }
    let figure = ReportFigure(
      title: "long", drawing: .curve(.init(kind: .precisionRecall, series: [.init(label: "long", points: points)])))
    #expect(figure.dataRows().rows.count == 20_001)
    #expect(figure.dataRows().rows.last?[1] == .number(1))
    let report = Report(title: "t", sections: [ReportSection(heading: "h", blocks: [.figure(figure)])])
    let page = try #require(HTMLDocument(report.html()))
    let script = try #require(page.all("script").first { $0.attributes["type"] != nil })
    let data = try #require(try JSONSerialization.jsonObject(with: Data(script.text.utf8)) as? [String: Any])
    let specification = try #require(data["vegaLite"] as? [String: Any])
    let counts = try #require(specification["usermeta"] as? [String: Int])
    #expect(counts == ["rows": 1000, "rowsInAll": 20_001])
    let values = try #require((specification["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(values.first?["x"] as? Double == 0 && values.last?["x"] as? Double == 1)
  }

  @Test("a number that is not finite is null in the data")
  func missingNumbers() {
    let figure = ReportFigure(
      title: "t",
      drawing: .estimates(.init(items: [.init(label: "a", value: .nan, low: nil, high: .infinity)], measure: "m")))
    let row = JSONValue.array(figure.dataRows().rows[0]).text()
    #expect(row == #"[1,"a",null,null,null,null]"#)
  }

  @Test("the data of a matrix are its cells")
  func matrix() {
    let cell = ReportFigure.Matrix.Cell(value: 0.25, low: 0, high: 0.5, count: 12)
    let figure = ReportFigure(
      title: "t",
      drawing: .matrix(
        .init(
          rows: ["a", "b"], columns: ["c"], cells: [[nil], [cell]], rowName: "who", columnName: "whom", measure: "m",
          centre: 0, negativeName: "n", positiveName: "p")))
    let (columns, rows) = figure.dataRows()
    #expect(columns == ["row", "column", "value", "low", "high", "count"])
    #expect(rows == [[.string("b"), .string("c"), .number(0.25), .number(0), .number(0.5), .integer(12)]])
  }

  @Test(
    "Vega-Lite takes every specification and draws it, whatever the texts",
    .enabled(if: Workbench.hasVegaLite, "needs altair and vl-convert in .venv, which scripts/prepare-python makes"))
  func validity() throws {
    let folder = try Workbench.folder("vega-lite")
    let hostile = [Hostile.texts[4], Hostile.texts[6], Hostile.texts[16]].flatMap { Hostile.report(of: $0).figures }
    for (index, figure) in (Self.plotted + hostile).enumerated() {
      guard let specification = figure.vegaLite() else { continue }
      try Data(specification.text().utf8).write(to: folder.appending(path: "\(100 + index).vl.json"))
    }
    let result = try Workbench.python("check_vega_lite.py", folder.path)
    #expect(result.status == 0, "\(result.output)")
  }
}
