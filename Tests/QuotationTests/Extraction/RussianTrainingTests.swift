import Corpora
import FoundationEssentials
import Quotation
import Testing

private let articles = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "notebooks-data/articles").path

private let hasGold = FileManager.default.fileExists(atPath: articles + "/attributions.jsonl")

/// The Russian articles that the rules were written on.
@Suite("Russian training articles", .enabled(if: hasGold, "the gold attributions are not there"))
struct RussianTrainingTests {
  @Test("contents, speakers and actors are found")
  func figures() throws {
    let gold = try AttributionReader.read(
      articles + "/attributions.jsonl",
      keeping: [ColumnFilter(column: "split", value: "train"), ColumnFilter(column: "lang", value: "ru")])
    let extractor = StatementExtractor(gazetteer: try Gazetteer(reading: articles + "/gazetteer.csv"))
    var (sum, speakers, pairs, count) = (0.0, 0, 0, 0)
    for marked in gold.articles {
      guard let article = try ArticleReader.read(path: "\(articles)/\(marked.name).txt").article else { continue }
      #expect(article.language == "ru")
      let found = extractor.attributions(in: article)
      let predicted = MarkedArticle(article, attributions: found).attributions
      let pairing = AttributionPairing(gold: marked.attributions, predicted: predicted)
      for pair in pairing.pairs {
        sum += pair.contentF1
        pairs += 1
        speakers += marked.attributions[pair.gold].speaker == nil || pair.speakerF1 > 0 ? 1 : 0
      }
      count += found.count + marked.attributions.count
    }
    #expect(2 * sum / Double(count) > 0.97)
    #expect(speakers == pairs)
  }
}
