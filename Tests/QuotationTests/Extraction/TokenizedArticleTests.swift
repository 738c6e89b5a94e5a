import Quotation
import Reproducibility
import Testing

/// Tokens, quotations and sentences.
@Suite("Tokens")
struct TokenizedArticleTests {
  private func tokens(_ text: String) -> [String] {
    let tokenized = TokenizedArticle(article([text]), language: .english)
    return tokenized.tokens.indices.map { tokenized.text(of: $0..<$0 + 1) }
  }

  private func sentences(_ text: String) -> [String] {
    let tokenized = TokenizedArticle(article([text]), language: .english)
    return tokenized.sentences.map { tokenized.text(of: $0) }
  }

  private func quotations(_ paragraphs: String...) -> [String] {
    let tokenized = TokenizedArticle(article(paragraphs), language: .english)
    return tokenized.quotations.map { "\($0.depth) " + tokenized.text(of: $0.inner) }
  }

  @Test("words with what belongs to them")
  func words() {
    #expect(
      tokens("The U.S. envoy, Mr. O’Brien, didn’t see Brook’s well-known 1,200.5 m.") == [
        "The", "U.S.", "envoy", ",", "Mr.", "O’Brien", ",", "didn’t", "see", "Brook", "’s", "well-known", "1,200.5",
        "m", ".",
      ])
    #expect(tokens("He’d—she said...") == ["He", "’d", "—", "she", "said", "..."])
    #expect(tokens("Не вода") == ["Не", "вода"])
  }

  @Test("sentences end outside quotations and not after abbreviations")
  func sentenceEnds() {
    #expect(
      sentences("Gen. Rae spoke to Mr. Brook. “Go. Now!” he said. “Why?” Brook asked. She left.") == [
        "Gen. Rae spoke to Mr. Brook.", "“Go. Now!” he said.", "“Why?” Brook asked.", "She left.",
      ])
  }

  @Test("quotation marks of every style, nested, and over paragraphs")
  func marks() {
    #expect(
      quotations("“One ‘two’ three” and «four» and „five“.") == ["0 One ‘two’ three", "1 two", "0 four", "0 five"])
    #expect(quotations("\"One 'two' three\" and the herders' \"four\"") == ["0 One 'two' three", "1 two", "0 four"])
    #expect(quotations("“One", "“two.”") == ["0 One", "0 two."])
    #expect(quotations("It’s the boys’ own “day”, she’d say") == ["0 day"])
    #expect(quotations("A 6\" gun and a ” mark") == [])
  }

  @Test("tokens ascend, and sentences are their paragraphs' tokens without gaps")
  func invariants() {
    var generator = SeededGenerator(seed: 8)
    let units = [
      "“", "”", "\"", "‘", "’", "'", ".", "?", " ", " ", "a", "B", "é", "—", ",", "Mr", "1", "\u{0301}", "🙂",
    ]
    for _ in 0..<400 {
      let text = (0..<generator.index(below: 80)).map { _ in units[generator.index(below: units.count)] }.joined()
      let tokenized = TokenizedArticle(article([text, text]), language: .english)
      let ends = tokenized.tokens.map(\.range)
      #expect(zip(ends, ends.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(ends.allSatisfy { !$0.isEmpty })
      #expect(tokenized.sentences.flatMap { Array($0) } == Array(tokenized.tokens.indices))
      for quotation in tokenized.quotations {
        #expect(!quotation.inner.isEmpty && quotation.outer.upperBound <= tokenized.tokens.count)
      }
    }
  }
}
