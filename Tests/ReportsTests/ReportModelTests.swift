import Foundation
import Reports
import Reproducibility
import Testing

@Suite("Reports as data")
struct ReportModelTests {
  @Test func codingKeepsEverything() throws {
    let coded = try JSONEncoder().encode(SampleReport.withoutMissingNumbers)
    #expect(try JSONDecoder().decode(Report.self, from: coded) == SampleReport.withoutMissingNumbers)
  }

  @Test func raggedTablesAreRefused() throws {
    let table = ReportTable(caption: "", columns: [ReportColumn("a"), ReportColumn("b")], rows: [["x", "y"]])
    let coded = try JSONEncoder().encode(table)
    var object = try #require(try JSONSerialization.jsonObject(with: coded) as? [String: Any])
    object["columns"] = [["heading": "a"]]
    let ragged = try JSONSerialization.data(withJSONObject: object)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ReportTable.self, from: ragged) }
    #expect(throws: Never.self) { try JSONDecoder().decode(ReportTable.self, from: coded) }
  }

  @Test("every form is the same each time")
  func determinism() {
    let (first, second) = (SampleReport.report, SampleReport.report)
    #expect(first.html() == second.html())
    #expect(first.markdown() == second.markdown())
    #expect(first.terminal(colour: true) == second.terminal(colour: true))
    #expect(first.json().text() == second.json().text())
  }

  @Test("JSON has full precision, texts as they are, and null for what is not a number")
  func json() throws {
    let text = "\u{202E}<b> \u{1B}\n"
    let report = Report(
      title: text,
      summary: [ReportFact("a", .number(0.1 + 0.2, .decimals(1))), ReportFact("b", .number(.nan, .decimals(1)))])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(report.json().text().utf8)) as? [String: Any])
    #expect(object["title"] as? String == text)
    let summary = try #require(object["summary"] as? [[String: Any]])
    #expect(report.json().text().contains(#""value":0.30000000000000004"#))
    #expect(summary[1]["value"] is NSNull)
  }

  @Test("marks that overlap are added, and the pieces are the text again")
  func annotatedText() {
    let text = "ոչ red line, нет"
    let figure = ReportFigure.AnnotatedText(
      text: text,
      marks: [
        .init(start: 5, end: 8, value: 1), .init(start: 5, end: 13, value: 0.5), .init(start: -4, end: 3, value: -1),
        .init(start: 9, end: 9, value: 7), .init(start: 0, end: 4, value: .nan), .init(start: 40, end: 90, value: 3),
      ], negativeName: "n", positiveName: "p")
    let rows = ReportFigure(title: "", drawing: .annotatedText(figure)).dataTable.rows
    let report = Report(
      title: "t", sections: [.init(heading: "h", blocks: [.figure(.init(title: "f", drawing: .annotatedText(figure)))])]
    )
    #expect(report.markdown().contains("\n> *ո*չ **red line**, нет (**p**, *n*)\n"))
    // Offset 3 lies within the second letter and counts as its beginning.
    #expect(
      rows == [
        [.text("ո"), .number(-1, .signed(3))], [.text("red"), .number(1.5, .signed(3))],
        [.text(" line"), .number(0.5, .signed(3))],
      ])
  }

  @Test("passages lie in one another, begin and end where their words do, and the remarks follow")
  func markedText() {
    let text = "Бор told them that she “would go”, and went."
    func mark(_ words: String, _ number: Int?) -> ReportFigure.MarkedText.Mark {
      let range = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return .init(start: start, end: start + words.utf8.count, number: number)
    }
    let paragraph = ReportFigure.MarkedText.Paragraph(
      text: text,
      marks: [
        mark("would go", 10), mark("told them that she “would go”", 1), mark("told", nil), mark("went", 1),
        .init(start: 3, end: 3, number: 5),
      ],
      remarks: [.init(number: 1, title: "Бор → Boris", details: ["“told”", "", "indirect"])])
    let report = Report(
      title: "t",
      sections: [
        .init(
          heading: "h",
          blocks: [.figure(.init(title: "f", drawing: .markedText(.init(paragraphs: [paragraph]))))])
      ])
    let terminal = report.terminal()
    #expect(
      terminal.contains(
        "│ Бор ¹[told them that she “¹⁰[would go]”], and ¹[went].\n\n   1  Бор → Boris · “told” · indirect\n"))
    #expect(
      report.markdown().contains(
        "> Бор ¹\\[**told them that she “**¹⁰\\[**would go**\\]**”**\\], and ¹\\[**went**\\]."))
    #expect(report.terminal(colour: true).contains("\u{1B}[36m\u{1B}[4mtold\u{1B}[0m\u{1B}[0m"))
    #expect(report.html().contains("<mark class=\"number\">10</mark>"))
  }
}

extension SampleReport {
  /// The sample without its numbers that are not numbers, which are not equal to themselves.
  static let withoutMissingNumbers: Report = {
    var report = Self.report
    report.sections[1].blocks.removeAll { block in
      if case .table = block { true } else { false }
    }
    return report
  }()
}
