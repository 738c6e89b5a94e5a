import Quotation
import Reproducibility
import Testing

/// What holds of every Russian article, however it is written.
@Suite("Extraction from any Russian text")
struct RussianPropertyTests {
  private static let words = [
    "«", "»", "„", "“", "\"", ",", ".", "?", ":", ";", "—", " - ", "заявил", "сообщили", "что", "и", "но", "который",
    "министр", "министерства", "Он", "она", "его", "по", "словам", "данным", "как", "назвал", "обвинил", "в", "за",
    "том",
    "добавив", "отвергнуто", "потребовал", "говорится", "заявлении", "Армении", "Иван", "Петров", "Петрова", "ё", "\n",
    "не",
    "среду", "МИД", "уйти", "цитирует", "слова", "ли", "о", "5", "согласно", "\u{301}",
  ]

  private func isValid(_ attribution: Attribution, in text: [UInt8]) -> Bool {
    (attribution.content + [attribution.cue, attribution.speaker].compactMap(\.self)).allSatisfy { range in
      !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= text.count
        && text[range.lowerBound] & 0xC0 != 0x80
        && (range.upperBound == text.count || text[range.upperBound] & 0xC0 != 0x80)
    }
      && zip(attribution.content, attribution.content.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }

  @Test("words and marks in any order: ranges are valid and ascending, and the same again")
  func randomWords() {
    var generator = SeededGenerator(seed: 8)
    let extractor = StatementExtractor()
    for _ in 0..<600 {
      let paragraphs = (0..<3).map { _ in
        (0..<generator.index(below: 60)).map { _ in
          Self.words[generator.index(below: Self.words.count)] + (generator.index(below: 4) == 0 ? "" : " ")
        }.joined()
      }
      let article = article(["-"] + paragraphs, language: "ru")
      let found = extractor.attributions(in: article)
      #expect(found.allSatisfy { isValid($0, in: article.text) }, "\(paragraphs)")
      #expect(found == extractor.attributions(in: article))
    }
  }

  @Test("bytes changed at random, also to what is no UTF-8")
  func mutatedBytes() {
    let original = article(
      [
        "Лавров: «Нет»", "«Мы готовы, — сказал министр обороны Иван Тель. — „Пора“, — как говорят. Мы ждём.",
        "«Пора».", "— Кто там? — спросила она. — Никого.",
        "По словам Теля, МИД Армении обвинил Баку в том, что тот «молчит», добавив: «Зря».",
      ], language: "ru")
    var generator = SeededGenerator(seed: 9)
    let extractor = StatementExtractor()
    for _ in 0..<600 {
      var text = original.text
      for _ in 0...generator.index(below: 8) {
        text[generator.index(below: text.count)] = UInt8(truncatingIfNeeded: generator.next())
      }
      let changed = Article(
        name: "a", text: text, title: nil, date: nil, language: "ru", paragraphs: original.paragraphs, leftOut: [])
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
      "заявил ", "«", "« „", "— сказал он. ", "«а» ", "«а, — сказал он, — ", "а, который сказал, ", "и заявил ",
      "по словам ", "Иван Иван и ", "министр обороны ", "в министерстве заявили, что ",
    ])
  func longRuns(_ unit: String) {
    let text = "— " + String(repeating: unit, count: 3000)
    let article = article(["-", text], language: "ru")
    #expect(StatementExtractor().attributions(in: article).allSatisfy { isValid($0, in: article.text) })
  }
}
