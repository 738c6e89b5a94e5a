import Corpora
import FoundationEssentials
import Quotation
import Testing

private let articles = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "notebooks-data/articles").path

private let hasGold = FileManager.default.fileExists(atPath: articles + "/attributions.jsonl")

/// The English articles that the rules were written on.
@Suite("Training articles", .enabled(if: hasGold, "the gold attributions are not there"))
struct TrainingArticleTests {
  private struct Tally {
    var finds = 0
    var right = 0
  }

  /// A find is right where at least half of its words and of the gold's are the same, and so is the speaker.
  private func tally() throws -> (rules: [String: Tally], contentF1: Double) {
    let gold = try AttributionReader.read(
      articles + "/attributions.jsonl",
      keeping: [ColumnFilter(column: "split", value: "train"), ColumnFilter(column: "lang", value: "en")])
    let extractor = StatementExtractor(
      gazetteer: try Gazetteer(reading: articles + "/gazetteer.csv"))
    var rules: [String: Tally] = [:]
    var sum = 0.0
    var count = 0
    for marked in gold.articles {
      guard let article = try ArticleReader.read(path: "\(articles)/\(marked.name).txt").article else { continue }
      let found = extractor.attributions(in: article)
      let predicted = MarkedArticle(article, attributions: found).attributions
      let pairing = AttributionPairing(gold: marked.attributions, predicted: predicted)
      for attribution in found { rules[attribution.rule, default: Tally()].finds += 1 }
      for pair in pairing.pairs {
        sum += pair.contentF1
        let isSpeakerRight = marked.attributions[pair.gold].speaker == nil || pair.speakerF1 > 0
        if pair.contentF1 >= 0.5, isSpeakerRight { rules[found[pair.predicted].rule]?.right += 1 }
      }
      count += found.count + marked.attributions.count
    }
    return (rules, 2 * sum / Double(count))
  }

  @Test("contents are found, and each rule's confidence is the share of its finds that are right")
  func confidences() throws {
    let (rules, contentF1) = try tally()
    #expect(contentF1 > 0.97)
    for (rule, tally) in rules.sorted(by: { $0.key < $1.key }) {
      // One find of either kind is added to those seen, so that a rule that was never wrong is not taken to be certain.
      let measured = (100 * Double(tally.right + 1) / Double(tally.finds + 2)).rounded() / 100
      #expect(RuleConfidence.value(of: rule) == measured, "case for \(rule): \(measured)")
    }
  }
}
