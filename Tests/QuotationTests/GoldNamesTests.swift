import Foundation
import Quotation
import Reproducibility
import Testing

/// The gold attributions of the training articles, as far as names are concerned.
struct GoldNames {
  struct Row: Decodable {
    let article: String
    let lang: String
    let split: String
    let actor: String
    let start: Int
    let speakerSpan: [Int]?
    let cueSpan: [Int]?
  }

  static let folder =
    String(#filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")?.lowerBound ?? #filePath.endIndex))
    + "/notebooks-data/articles/"

  static var areThere: Bool { InputFile.exists(folder + "attributions.jsonl") }

  let rows: [Row]
  let gazetteer: Gazetteer

  init() throws {
    let lines = try InputFile.contents(of: Self.folder + "attributions.jsonl").split(separator: 10)
    rows = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0)) }
      .filter { $0.split == "train" && $0.lang == "en" }
    gazetteer = try Gazetteer(reading: Self.folder + "gazetteer.csv")
  }

  /// Goes through the rows, with each article's phrases and the tokens of the speaker and of the place.
  func forEach(_ body: (Row, NamedArticle, _ speaker: Range<Int>?, _ place: Int) -> Void) throws {
    var articles: [String] = []
    for row in rows where articles.last != row.article { articles.append(row.article) }
    for name in articles {
      let text = try InputFile.contents(of: Self.folder + name + ".txt")
      let named = NamedArticle(String(decoding: text, as: UTF8.self), gazetteer: gazetteer)
      let offsets = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
      func token(at offset: Int) -> Int { named.article.tokens.firstIndex { Int($0.end) > offsets[offset] } ?? 0 }
      for row in rows where row.article == name {
        let speaker = row.speakerSpan.map { token(at: $0[0])..<token(at: $0[1] - 1) + 1 }
        body(row, named, speaker, token(at: row.cueSpan?[0] ?? row.start))
      }
    }
  }
}

@Suite("Names on the training articles", .enabled(if: GoldNames.areThere))
struct GoldNamesTests {
  @Test("nearly every speaker is found in full, from the beginning and from the end")
  func extents() throws {
    var (right, all) = (0, 0)
    try GoldNames().forEach { _, named, speaker, _ in
      guard let speaker else { return }
      all += 2
      right += named.mentions.phrase(startingAt: speaker.lowerBound) == speaker ? 1 : 0
      right += named.mentions.phrase(endingAt: speaker.upperBound) == speaker ? 1 : 0
    }
    #expect(all > 800)
    #expect(Double(right) >= 0.99 * Double(all), "\(right) of \(all)")
  }

  @Test("nearly every speaker is resolved to the right actor")
  func actors() throws {
    var (right, all) = (0, 0)
    try GoldNames().forEach { row, named, speaker, place in
      let actor = named.discourse.actor(of: speaker, at: place).actor
      all += 1
      let gold = row.actor.lowercased().split(separator: "; ").sorted()
      right += actor.lowercased().split(separator: "; ").sorted() == gold ? 1 : 0
    }
    #expect(all > 450)
    #expect(Double(right) >= 0.96 * Double(all), "\(right) of \(all)")
  }
}
