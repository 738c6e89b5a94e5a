import Foundation
import Reports
import Reproducibility
import Testing

@Suite("The page of a report")
struct HTMLTests {
  private static let elements: Set = [
    "a", "blockquote", "body", "caption", "circle", "dd", "desc", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "head", "header", "html", "li", "line", "main", "mark", "meta", "nav", "ol", "p", "path",
    "rect", "script", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td", "text", "th",
    "thead", "title",
    "tr",
  ]

  private static let attributes: Set = [
    "aria-hidden", "aria-label", "aria-labelledby", "charset", "class", "colspan", "content", "cx", "cy", "d", "dir",
    "focusable", "height", "href", "http-equiv", "id", "lang", "name", "r", "role", "rowspan", "scope", "tabindex",
    "text-anchor", "title", "transform", "type", "viewBox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
  ]

  private static func document(_ report: Report) throws -> HTMLDocument {
    try #require(HTMLDocument(report.html()), "the page is not well formed")
  }

  @Test("whatever a corpus holds, a page has only the elements and attributes of reports", arguments: Hostile.texts)
  func hostileTexts(text: String) throws {
    let document = try Self.document(Hostile.report(of: text))
    for element in document.elements {
      #expect(Self.elements.contains(element.name), "<\(element.name)> from \(text)")
      #expect(Self.attributes.isSuperset(of: element.attributes.keys), "\(element.attributes) from \(text)")
      if let address = element.attributes["href"] { #expect(address.hasPrefix("#"), "\(address)") }
    }
    let harmless = try Self.document(Hostile.report(of: "words"))
    let names = { (document: HTMLDocument) in
      document.elements.filter { $0.name != "mark" && !$0.ancestors.contains("details") }.map(\.name)
    }
    if text.contains(where: { !$0.isWhitespace }), !text.contains("\u{FFFE}") {
      #expect(names(document) == names(harmless), "the page has another structure from \(text)")
    }
  }

  @Test("texts are shown as they are")
  func textsSurvive() throws {
    let text = "a < b & \"c\" 'd' <script>{{title}}</script>"
    let document = try Self.document(Hostile.report(of: text))
    #expect(document.all("h1").map(\.text) == [text])
    #expect(document.all("title").first?.text == text)
    #expect(document.all("h2").first?.text == text)
    #expect(document.all("blockquote").first?.text == text)
    #expect(document.all("td").contains { $0.text == text })
    #expect(document.all("dd").contains { $0.text == text })
  }

  @Test func directionOverridesStayOut() {
    let page = Hostile.report(of: "\u{202E}abc\u{2066}\u{202D}").html()
    #expect(
      !page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
  }

  @Test("the policy forbids requests, and allows the one style sheet and the one script by their digests")
  func policy() throws {
    let document = try Self.document(SampleReport.report)
    let policy = try #require(document.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
    let style = try #require(document.all("style").first)
    // The marks of the section are comments of the script, and part of it to a browser that reads HTML.
    let page = SampleReport.report.html()
    let start = try #require(page.range(of: "<script>"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let script = String(page[start.upperBound..<end.lowerBound])
    #expect(
      policy.attributes["content"] == """
        default-src 'none'; style-src '\(Self.digest(style.text))'; script-src '\(Self.digest(script))'; img-src blob:; \
        base-uri 'none'; form-action 'none'
        """)
    #expect(document.all("script").count { $0.attributes["type"] == nil } == 1)
    #expect(document.all("script").allSatisfy { ["application/json", nil].contains($0.attributes["type"]) })
    let forbidden = ["eval(", "innerHTML", "outerHTML", "document.write", "Function(", "http:", "https:", "fetch("]
    #expect(forbidden.filter { script.contains($0) } == [])
    #expect(document.all("style").count == 1)
    #expect(!style.text.contains("url(") && !style.text.contains("@import") && !style.text.contains("@font-face"))
    #expect(document.elements.allSatisfy { $0.attributes["style"] == nil })
  }

  private static func digest(_ text: String) -> String {
    let digits = Array(ContentDigest(of: text).hexadecimal)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    return "sha256-\(Data(bytes).base64EncodedString())"
  }

  @Test("landmarks, headings, tables and figures are what assistive technology expects")
  func structure() throws {
    let document = try Self.document(SampleReport.report)
    #expect(document.all("html").first?.attributes["lang"] == "en")
    for landmark in ["header", "nav", "main", "footer", "h1"] { #expect(document.all(landmark).count == 1) }
    let identifiers = document.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    for element in document.elements {
      for reference in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(identifiers.contains(String(reference)), "\(reference)")
      }
      if let address = element.attributes["href"] { #expect(identifiers.contains(String(address.dropFirst()))) }
    }
    #expect(document.all("th").allSatisfy { $0.attributes["scope"] != nil })
    #expect(document.all("caption").count == document.all("table").count)
    #expect(document.all("caption").allSatisfy { !$0.text.isEmpty })
    let images = document.all("svg").filter { $0.attributes["role"] == "img" }
    #expect(images.count == 9)
    #expect(document.all("desc").count == images.count)
    #expect(document.all("title").count == images.count + 1)
    #expect(document.all("details").count == document.all("figure").count - 1)
    let scrolling = document.all("div").filter { $0.attributes["class"] == "table" }
    #expect(scrolling.count == document.all("table").count)
    #expect(scrolling.allSatisfy { $0.attributes["tabindex"] == "0" })
  }

  @Test("a curve of a hundred thousand points is drawn with those that can be seen")
  func longCurves() {
    let points = (0...100_000).map { index in
      let x = Double(index) / 100_000
      return ReportFigure.Curve.Point(x: x, y: x.squareRoot())
    }
    let drawing = ReportFigure.Drawing.curve(.init(kind: .rocCurve, series: [.init(label: "long", points: points)]))
    let figure = ReportFigure(title: "long", drawing: drawing)
    let report = Report(title: "long", sections: [ReportSection(heading: "long", blocks: [.figure(figure)])])
    #expect(report.html().utf8.count < 150_000)
    #expect(figure.dataTable.rows.count <= 21)
    #expect(figure.dataTable.rows.first?.last == .number(0, .decimals(3)))
    #expect(figure.dataTable.rows.last?.last == .number(1, .decimals(3)))
  }
}
