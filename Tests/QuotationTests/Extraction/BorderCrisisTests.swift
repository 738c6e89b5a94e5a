import FoundationEssentials
import Quotation
import Testing

private let borderCrisis = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/data/news/border_crisis_2021.txt").path

/// The article that this program was asked for: every statement of it, and nothing else.
@Suite(
  "The border crisis", .enabled(if: FileManager.default.fileExists(atPath: borderCrisis), "the article is not at hand"))
struct BorderCrisisTests {
  @Test("who said what, by which words")
  func statements() throws {
    let article = try #require(try ArticleReader.read(path: borderCrisis).article)
    let found = StatementExtractor().attributions(in: article).map { attribution in
      let content = String(decoding: article.text[attribution.content[0]], as: UTF8.self)
      let cue = attribution.cue.map { String(decoding: article.text[$0], as: UTF8.self) } ?? ""
      return "\(attribution.actor) | \(cue) | \(content.split(separator: " ").prefix(4).joined(separator: " "))"
    }
    let expected = [
      "Vagharshak Harutiunian | warned of | “unpredictable consequences” of Armenia’s",
      "Armenian Defense Ministry | According to | Harutiunian told Shoigu that",
      "Vagharshak Harutiunian | told | most of the Azerbaijani",
      "Armenian Defense Ministry | said | Vagharshak Harutiunian found the",
      "Armenian Defense Ministry | added | Shoigu assured Harutiunian that",
      "Sergei Shoigu | assured | Moscow “will make all",
      "Sergei Lavrov | seemed to downplay | the gravity of the",
      "Armenia | says | could reignite the Nagorno-Karabakh",
      "Sergei Lavrov | told | There have been no",
      "Sergei Lavrov | said | I see no reason",
      "Sergei Lavrov | adding | Moscow is ready to",
      "Armenia | asked | to help it deal",
    ]
    // What "it" asks for in the last sentence is the article's to tell; whose "it" is, is tested with pronouns.
    #expect(found.filter { !$0.contains("| requested |") } == expected)
    #expect(found.count == expected.count + 1)
  }
}
