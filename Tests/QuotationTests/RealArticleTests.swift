import Foundation
import Quotation
import Testing

private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The training articles that were saved as pages too, by the folder's index.
private let twins: [(name: String, date: String)] = {
  let index =
    (try? String(contentsOf: root.appending(path: "notebooks-data/articles/index.csv"), encoding: .utf8)) ?? ""
  return index.split(separator: "\n").filter { $0.hasSuffix(",train,yes") }.map { line in
    let parts = line.split(separator: ",")
    return (String(parts[0]), String(parts[parts.count - 5]))
  }
}()

private let borderCrisis = root.deletingLastPathComponent().appending(path: "shared/data/news/border_crisis_2021.txt")
  .path

@Suite("Real articles")
struct RealArticleTests {
  @Test("a saved page and its text give the same paragraphs", arguments: twins)
  func twin(name: String, date: String) throws {
    let folder = root.appending(path: "notebooks-data/articles").path
    let text = try ArticleReader.read(path: "\(folder)/\(name).txt")
    let page = try ArticleReader.read(path: "\(folder)/\(name).html")
    #expect(outline(text.article) == outline(page.article))
    #expect(text.article?.title == page.article?.title)
    #expect(text.article?.date == date)
    #expect(page.article?.date == date)
    #expect(text.article?.leftOut.isEmpty == false)
    #expect((text.findings + page.findings).isEmpty)
  }

  @Test("the border crisis", .enabled(if: FileManager.default.fileExists(atPath: borderCrisis), "it is not at hand"))
  func borderCrisisArticle() throws {
    let article = try #require(try ArticleReader.read(path: borderCrisis).article)
    #expect(article.title == "Russian, Armenian Defense Chiefs Again Discuss Border Crisis")
    #expect(
      article.paragraphs.map(\.kind) == [.title, .caption] + [Article.ParagraphKind](repeating: .body, count: 11))
    #expect(article.leftOut.map(\.reason) == ["skip link", "repeated", "text size"])
    #expect(article.date == nil)
    #expect(faults(of: article) == [])
  }
}
