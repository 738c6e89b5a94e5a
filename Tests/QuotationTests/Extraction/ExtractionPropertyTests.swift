import Quotation
import Reproducibility
import Testing

/// What holds of every article, however it is written.
@Suite("Extraction from any text")
struct ExtractionPropertyTests {
  private static let words = [
    "“", "”", "\"", "‘", "’", "'", "«", "»", "„", ",", ".", "?", "!", ":", ";", "—", "(", ")", "said", "told",
    "according", "to", "that", "and", "but", "who", "Brook", "the", "minister", "He", "she", "was", "quoted", "as",
    "saying", "adding", "denied", "accused", "of", "in", "words", "with", "Kremlin", "Minister", "not", "whether", "Ш",
    "made", "it", "known", "\n", "by", "Monday", "U.S.", "1,200", "’s", "reports",
  ]

  private static func valid(_ attribution: Attribution, in text: [UInt8]) -> Bool {
    let ranges = attribution.content + [attribution.cue, attribution.speaker].compactMap(\.self)
    let areInside = ranges.allSatisfy { range in
      !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= text.count
        && text[range.lowerBound] & 0xC0 != 0x80
        && (range.upperBound == text.count || text[range.upperBound] & 0xC0 != 0x80)
    }
    let areAscending = zip(attribution.content, attribution.content.dropFirst()).allSatisfy {
      $0.upperBound <= $1.lowerBound
    }
    return areInside && areAscending && (0...1).contains(attribution.confidence)
  }

  @Test("words and marks in any order: ranges are valid and ascending, results sorted and the same again")
  func randomWords() {
    var generator = SeededGenerator(seed: 6)
    let extractor = StatementExtractor()
    for _ in 0..<400 {
      let paragraphs = (0..<3).map { _ in
        (0..<generator.index(below: 60)).map { _ in
          Self.words[generator.index(below: Self.words.count)] + (generator.index(below: 3) == 0 ? "" : " ")
        }.joined()
      }
      let article = article(["-"] + paragraphs)
      let found = extractor.attributions(in: article)
      #expect(found.allSatisfy { Self.valid($0, in: article.text) }, "\(paragraphs)")
      #expect(found == extractor.attributions(in: article))
      #expect(
        zip(found, found.dropFirst()).allSatisfy { $0.content[0].lowerBound <= $1.content[0].lowerBound },
        "\(paragraphs)")
    }
  }

  @Test("bytes changed at random, also to what is no UTF-8")
  func mutatedBytes() {
    let original = article([
      "Minister says “no”", "“We are ready,” said Ada Brook, the minister’s aide. “‘Come,’ he said.", "“We came.”",
      "According to the ministry, Brook told Wren that it “was late”, adding: “So what?”",
    ])
    var generator = SeededGenerator(seed: 7)
    let extractor = StatementExtractor()
    for _ in 0..<400 {
      var text = original.text
      for _ in 0...generator.index(below: 8) {
        text[generator.index(below: text.count)] = UInt8(truncatingIfNeeded: generator.next())
      }
      let changed = Article(
        name: "a", text: text, title: nil, date: nil, language: "en", paragraphs: original.paragraphs, leftOut: [])
      for attribution in extractor.attributions(in: changed) {
        let ranges = attribution.content + [attribution.cue, attribution.speaker].compactMap(\.self)
        #expect(
          ranges.allSatisfy { 0 <= $0.lowerBound && $0.lowerBound < $0.upperBound && $0.upperBound <= text.count })
      }
    }
  }

  @Test(
    "long runs of one thing take no more than their share",
    arguments: [
      "said ", "“", "‘", "he said, ", "“a” ", "a.", ", who said ", "and said ", "(", "“a ‘b ", "Brook said that ",
    ])
  func longRuns(_ unit: String) {
    let text = String(repeating: unit, count: 4000)
    let article = article(["-", text])
    #expect(StatementExtractor().attributions(in: article).allSatisfy { Self.valid($0, in: article.text) })
  }

  @Test("an article without paragraphs, and one in a language without rules")
  func nothing() {
    let empty = Article(name: "a", text: [], title: nil, date: nil, language: "en", paragraphs: [], leftOut: [])
    #expect(StatementExtractor().attributions(in: empty).isEmpty)
    let other = article(["-", "“We are ready,” Brook said."])
    let unknown = Article(
      name: "a", text: other.text, title: nil, date: nil, language: "xx", paragraphs: other.paragraphs, leftOut: [])
    #expect(StatementExtractor().attributions(in: unknown).isEmpty)
  }
}
