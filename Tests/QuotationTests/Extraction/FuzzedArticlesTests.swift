import Foundation
import Quotation
import Reproducibility
import Testing

/// The bundled articles and pages.
private enum Bundled {
  static let originals: [[UInt8]] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "notebooks-data/articles")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }
      .compactMap { try? Data(contentsOf: folder.appending(path: $0)) }.map { Array($0) }
  }()
}

/// Articles and pages of the bundled data, spoilt at random, go the whole way from bytes to statements.
///
/// `PARLANCE_FUZZ_ARTICLES` says how many (3,000 where it says nothing).
@Suite("Fuzzed articles", .enabled(if: !Bundled.originals.isEmpty, "needs notebooks-data/articles"))
struct FuzzedArticlesTests {
  static let count = ProcessInfo.processInfo.environment["PARLANCE_FUZZ_ARTICLES"].flatMap { Int($0) } ?? 3000
  private static let shards = 4
  private static let marks = [
    "“", "”", "\"", "‘", "’", "«", "»", "—", "\n\n", ": ", ", said ", "<p>", "</div>", "\u{0}",
  ]
  .map { Array($0.utf8) }

  @Test("every offset is valid, and nothing ends the program", arguments: 0..<shards)
  func offsets(shard: Int) throws {
    let extractor = StatementExtractor()
    for number in stride(from: shard, to: Self.count, by: Self.shards) {
      var generator = SeededGenerator(seed: 20_210_524 + UInt64(number))
      let bytes = Self.spoilt(from: &generator)
      guard let article = ArticleReader.read(bytes, name: "a", file: "a").article else { continue }
      let text = article.text
      func isBoundary(_ place: Int) -> Bool { place == text.count || text[place] & 0xC0 != 0x80 }
      for attribution in extractor.attributions(in: article) {
        let ranges = attribution.content + [attribution.cue, attribution.speaker].compactMap(\.self)
        let areValid = ranges.allSatisfy { range in
          range.lowerBound >= 0 && range.lowerBound < range.upperBound && range.upperBound <= text.count
            && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
        }
        let areAscending = zip(attribution.content, attribution.content.dropFirst())
          .allSatisfy { $0.upperBound <= $1.lowerBound }
        if !areValid || !areAscending { Issue.record("article \(number): \(attribution)") }
      }
    }
  }

  /// An article with a few stretches taken out, doubled, brought in from another, or written over.
  private static func spoilt(from generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Bundled.originals[generator.index(below: Bundled.originals.count)]
    for _ in 0...generator.index(below: 6) {
      guard bytes.count > 2 else { break }
      let start = generator.index(below: bytes.count)
      let end = min(bytes.count, start + 1 + generator.index(below: 1 + generator.index(below: 600)))
      switch generator.index(below: 6) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2:
        let other = Bundled.originals[generator.index(below: Bundled.originals.count)]
        let from = generator.index(below: other.count)
        bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + end - start)])
      case 3: bytes.insert(contentsOf: marks[generator.index(below: marks.count)], at: start)
      case 4: bytes[start] = UInt8(truncatingIfNeeded: generator.next())
      default: bytes.removeLast(min(bytes.count - 1, end - start))
      }
    }
    return bytes
  }
}
