import Foundation
import Reports
import Testing

@Suite("Figures as files of their own")
struct StandaloneSVGTests {
  private static let elements: Set = ["svg", "title", "desc", "style", "rect", "line", "path", "circle", "text"]

  @Test("every drawing is a whole file; tables and texts are none")
  func sample() throws {
    let figures = SampleReport.report.figures
    #expect(figures.count == 11)
    for figure in figures {
      let file = figure.standaloneSVG()
      #expect(file == figure.standaloneSVG())
      switch figure.drawing {
      case .confusion, .annotatedText, .markedText: #expect(file == nil)
      case .curve, .reliability, .bars, .estimates, .timeSeries, .matrix, .scatter, .histogram:
        if let file { try Self.check(file, of: figure) } else { Issue.record("no file") }
      }
    }
  }

  private static func check(_ file: String, of figure: ReportFigure) throws {
    #expect(file.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
    let document = try #require(HTMLDocument(file))
    let image = try #require(document.elements.first)
    let size = ["width", "height"].map { image.attributes[$0] ?? "" }
    #expect(image.attributes["viewBox"] == "0 0 " + size.joined(separator: " "))
    #expect(document.all("title").map(\.text) == [figure.title] && document.all("desc").map(\.text) == [figure.caption])
    #expect(document.elements.allSatisfy { elements.contains($0.name) && $0.attributes["href"] == nil })
    let ground = try #require(document.all("rect").first)
    #expect(ground.attributes["class"] == "ground" && ["width", "height"].map { ground.attributes[$0] ?? "" } == size)
  }

  @Test("the style has every colour written out, light and dark, and nothing of the page")
  func style() throws {
    let file = try #require(SampleReport.report.figures[0].standaloneSVG())
    let style = try #require(HTMLDocument(file)?.all("style").first?.text)
    #expect(!style.contains("var(") && !style.contains("--") && !style.contains("url(") && !style.contains("@import"))
    #expect(!style.contains("figcaption") && !style.contains("body"))
    #expect(style.components(separatedBy: "@media screen and (prefers-color-scheme: dark)").count == 2)
    let parts = style.components(separatedBy: "@media")
    #expect(parts[0].contains(".ground { fill: #fcfbf8; }") && parts[1].contains(".ground { fill: #14191c; }"))
    #expect(style.filter { $0 == "{" }.count == style.filter { $0 == "}" }.count)
    // The rules that a page has for drawings are in the file too.
    for rule in [".series-1 { stroke: ", ".chance {", ".cell.positive.shade-4 { fill: "] {
      #expect(style.contains(rule) && SampleReport.report.html().contains(rule))
    }
  }

  @Test("whatever a corpus holds, a file has only the elements of drawings", arguments: Hostile.texts)
  func hostileTexts(text: String) throws {
    for figure in Hostile.report(of: text).figures {
      guard let file = figure.standaloneSVG() else { continue }
      let document = try #require(HTMLDocument(file), "not well formed from \(text)")
      #expect(document.elements.allSatisfy { Self.elements.contains($0.name) })
      #expect(!file.contains("\u{202E}"))
    }
  }

  @Test("labels of ten thousand letters are cut", arguments: ["W", "外", "\u{5D0}", "<"])
  func longLabels(letter: String) throws {
    let text = String(repeating: letter, count: 10_000)
    for var figure in Hostile.report(of: text).figures {
      switch figure.drawing {
      case .timeSeries, .matrix, .scatter: break
      default: continue
      }
      (figure.title, figure.caption) = ("t", "c")
      let file = try #require(figure.standaloneSVG())
      #expect(HTMLDocument(file) != nil && file.utf8.count < 20_000)
    }
  }

  @Test("names of files are of small letters, digits and hyphens, and never empty")
  func fileNames() {
    func name(_ title: String, _ number: Int = 1) -> String {
      ReportFigure(title: title, drawing: .bars(.init(items: [], measure: "", negativeName: "", positiveName: "")))
        .fileName(number: number)
    }
    #expect(name("Mean probability") == "figure-01-mean-probability")
    #expect(name("ROC curve, by crisis (2021)", 12) == "figure-12-roc-curve-by-crisis-2021")
    #expect(name("", 3) == "figure-03" && name("Երևան", 100) == "figure-100" && name("../../etc") == "figure-01-etc")
    for text in Hostile.texts {
      let name = name(text)
      #expect(name.utf8.count <= 60 && name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)")
    }
  }
}
