import Foundation
import Reports
import Reproducibility
import Testing

@Suite("Statements to look through")
struct StatementsTests {
  private static func report(_ statements: ReportStatements) -> Report {
    Report(title: "t", sections: [ReportSection(heading: "h", blocks: [.statements(statements)])])
  }

  /// The data that the page's script reads.
  private static func data(_ page: String) throws -> [String: Any] {
    // As a browser does, and not by the XML parser, which takes no text of more than ten million bytes.
    let parts = page.components(separatedBy: "<script type=\"application/json\">")
    try #require(parts.count == 2)
    let source = parts[1].components(separatedBy: "</script>")[0]
    return try #require(try JSONSerialization.jsonObject(with: Data(source.utf8)) as? [String: Any])
  }

  private static let statements = SampleReport.statements(count: 173)

  @Test("the first page has the most confident mistakes first, then the statements nearest to the threshold")
  func order() throws {
    let rows = try #require(try Self.data(Self.report(Self.statements).html())["rows"] as? [[Any]])
    #expect(rows.count == 173)
    let probability = { (row: [Any]) in row[6] as? Double ?? .nan }
    let mistakes = rows.prefix { $0[8] as? Int == 1 }
    let others = rows.dropFirst(mistakes.count)
    #expect(mistakes.count == Self.statements.rows.count { $0.label != $0.predicted })
    #expect(others.allSatisfy { $0[8] as? Int == 0 })
    let distances = mistakes.map { abs(probability($0) - 0.5) }
    #expect(distances == distances.sorted(by: >))
    let rest = others.map { abs(probability($0) - 0.5) }
    #expect(rest == rest.sorted())
  }

  @Test("the page without scripts has the first fifty statements, in the same order as the data")
  func firstPage() throws {
    let page = Self.report(Self.statements).html()
    let rows = try #require(try Self.data(page)["rows"] as? [[Any]])
    let headings = try #require(HTMLDocument(page)).all("th").filter { $0.attributes["scope"] == "row" }.map(\.text)
    #expect(headings == rows.prefix(50).map { $0[0] as? String ?? "" })
  }

  @Test("the order of the input changes nothing but the places of equals")
  func orderOfInput() throws {
    var turned = Self.statements
    turned.rows.reverse()
    #expect(
      try #require(try Self.data(Self.report(Self.statements).html())["rows"] as? [[Any]]).map { $0[0] as? String }
        == #require(try Self.data(Self.report(turned).html())["rows"] as? [[Any]]).map { $0[0] as? String })
  }

  @Test("columns that no statement fills are left out, and the threshold decides where no class is predicted")
  func fewFields() throws {
    let rows: [ReportStatements.Row] = [
      .init(id: "right", text: "a", label: "yes", probability: 0.6),
      .init(id: "wrong", text: "b", label: "no", probability: 0.5),
      .init(id: "unknown", text: "c", probability: 0.9),
      .init(id: "unscored", text: "d", label: "yes", probability: .nan),
    ]
    let statements = ReportStatements(caption: "few", rows: rows, positive: "yes", threshold: 0.5)
    let data = try Self.data(Self.report(statements).html())
    #expect(data["fields"] as? [String] == ["id", "text", "label", "probability"])
    let shown = try #require(data["rows"] as? [[Any]])
    #expect(shown.map { $0[0] as? String } == ["wrong", "right", "unknown", "unscored"])
    #expect(shown.map { $0[4] as? Int } == [1, 0, 0, 0])
    #expect(shown[3][3] is NSNull)
  }

  @Test("terminal and Markdown have the ten most confident mistakes and say how many there are")
  func shortForms() throws {
    let report = Self.report(Self.statements)
    let count = Self.statements.rows.count { $0.label != $0.predicted }
    for text in [report.terminal(width: 200), report.markdown()] {
      #expect(text.contains("173 statements, \(count) classified wrongly"))
      #expect(text.contains("10 most confident mistakes"))
      #expect(text.components(separatedBy: "as statement").count == 11)
    }
    let json = report.json().text()
    #expect(json.components(separatedBy: "\"id\"").count == 174)
  }

  @Test("no statements are an empty table, and none wrong are none shown")
  func nothing() throws {
    var statements = Self.statements
    statements.rows = []
    #expect(Self.report(statements).terminal().contains("0 statements, none with a known class"))
    #expect(try #require(try Self.data(Self.report(statements).html())["rows"] as? [[Any]]).isEmpty)
    statements.rows = [.init(id: "a", text: "b", label: "x", predicted: "x", probability: 0.1)]
    #expect(Self.report(statements).markdown().contains("1 statement, none classified wrongly"))
  }

  @Test("texts too long for a page are cut between characters, and the page says so", arguments: ["я", "<", "w"])
  func longTexts(letter: String) throws {
    let rows = (0..<2000).map { index in
      ReportStatements.Row(
        id: String(index), text: String(repeating: letter, count: 10 * (index % 2000)), probability: 0.5)
    }
    let page = Self.report(.init(caption: "long", rows: rows, positive: "x", threshold: 0.5)).html()
    #expect(page.utf8.count < 20_000_000)
    let isCut = rows.reduce(0) { $0 + $1.text.utf8.count } * (letter == "<" ? 6 : 1) > 16_000_000
    #expect(page.contains("bytes are cut") == isCut)
    let texts = try #require(try Self.data(page)["rows"] as? [[Any]]).compactMap { $0[1] as? String }
    #expect(texts.count == 2000)
    #expect(texts.contains { $0.hasSuffix("…") } == isCut)
    // A character cut in two would be read as U+FFFD, the only one here that begins with this byte.
    #expect(texts.allSatisfy { !$0.utf8.contains(0xEF) })
  }

  @Test("where not even short texts fit, the last rows are left out, and the page says so")
  func longNames() throws {
    let rows = (0..<20).map { index in
      let name = String(index) + String(repeating: "n", count: 1_000_000)
      return ReportStatements.Row(id: name, text: "text", probability: 0.5 + Double(index) / 100)
    }
    let page = Self.report(.init(caption: "long", rows: rows, positive: "x", threshold: 0.5)).html()
    let shown = try #require(try Self.data(page)["rows"] as? [[Any]])
    #expect(shown.count == 15)
    #expect(page.contains("Of 20 statements the first 15 are in this page"))
    #expect(shown.map { ($0[0] as? String)?.hasPrefix("n") } == shown.map { _ in false })
  }

  @Test("a hundred thousand statements are a page of under 20 MB")
  func manyStatements() throws {
    let page = Self.report(SampleReport.statements(count: 100_000)).html()
    #expect(page.utf8.count < 20_000_000)
    #expect(try #require(try Self.data(page)["rows"] as? [[Any]]).count == 100_000)
  }
}
