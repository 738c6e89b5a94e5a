import OperationalCode
import Quotation
import Reproducibility
import Testing

/// What holds of the coder on any text.
@Suite("Properties of coding")
struct CodingPropertyTests {
  private static let coder = VerbCoder()
  private static let sentences = CodedSentenceTests.examples.map(\.text).filter { !$0.isEmpty }

  private func swapped(_ counts: VerbCounts) -> VerbCounts {
    VerbCounts(speaker: Array(counts.classes(of: .other)), other: Array(counts.classes(of: .speaker)))
  }

  @Test("sentences are coded one by one: a text has the codings of its sentences")
  func additive() {
    let texts = ["We condemned the raid.", "They attacked us.", "The sea is calm.", "We will help them."]
    let alone = texts.map { Self.coder.code($0) }
    let together = Self.coder.code(texts.joined(separator: " "))
    #expect(together.codings.map(\.verb) == alone.flatMap(\.codings).map(\.verb))
    #expect(together.wordCount == alone.reduce(0) { $0 + $1.wordCount })
    #expect(together.counts == alone.reduce(into: VerbCounts()) { $0 += $1.counts })
  }

  @Test("self and other change places with the speaker")
  func speakers() {
    let text = "Armenia condemned Georgia. Georgia helped the refugees. Armenia will punish the guilty."
    let one = Self.coder.code(text, by: Self.coder.speaker(named: "Armenia")).counts
    let other = Self.coder.code(text, by: Self.coder.speaker(named: "Georgia")).counts
    #expect(one.total == 3 && one == swapped(other))
  }

  @Test("white space and the kind of apostrophe change nothing")
  func spelling() {
    let text = "We don't attack them.  They've\n attacked us. We'll help you."
    let other = "We don\u{2019}t attack them. They\u{2019}ve attacked us. We\u{2019}ll help you."
    #expect(Self.coder.code(text).codings.map(\.verb) == ["attack", "help"])
    #expect(Self.coder.code(other).codings.map(\.verb) == ["attack", "help"])
  }

  @Test("ranges lie in the text and in their sentences, in order")
  func ranges() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let text = (0..<4).map { _ in Self.sentences[generator.index(below: Self.sentences.count)] }
        .joined(separator: generator.index(below: 2) == 0 ? " " : "\n\n")
      let coded = Self.coder.code(text)
      var position = 0
      for coding in coded.codings {
        #expect(coding.range.lowerBound >= position && coding.range.upperBound <= text.utf8.count)
        #expect(coding.sentence.lowerBound <= coding.range.lowerBound)
        #expect(coding.sentence.upperBound >= coding.range.upperBound)
        position = coding.range.lowerBound
      }
    }
  }

  @Test("words in any order are coded without failing")
  func shuffled() {
    var generator = SeededGenerator(seed: 6)
    let words =
      Self.sentences.flatMap { $0.split(separator: " ").map(String.init) } + [
        "“", "”", "\"", "—", ",", "by", "to", "'s",
      ]
    for _ in 0..<3_000 {
      let text = (0..<generator.index(below: 30)).map { _ in words[generator.index(below: words.count)] }
        .joined(separator: " ")
      let coded = Self.coder.code(text, by: Self.coder.speaker(named: "Armenia"))
      #expect(coded.codings.allSatisfy { !$0.range.isEmpty })
    }
  }

  @Test(
    "hostile texts",
    arguments: [
      "\u{0}", "\u{FEFF}We attacked them.", "'", "to", "by", "let us", "attack attack attack", "attacked by",
      "We shut the",
      "We will", "“", "“We", "will to have been to be going to", "’s attacked them", "—, and attacked them",
      "no longer",
      "👩‍👩‍👧‍👦 attacked 👩‍👩‍👧‍👦", "Ми attacked њ", "we\u{301} attacked them", "🇦🇲 attacked us",
    ])
  func hostile(text: String) {
    let coded = Self.coder.code(text, by: Self.coder.speaker(named: text))
    #expect(coded.wordCount <= text.utf8.count)
  }

  @Test("a long text without a stop takes no more than its share")
  func long() {
    let unit = "we attacked them and , by the army of to will have "
    let coded = Self.coder.code(String(repeating: unit, count: 20_000))
    #expect(coded.wordCount == 220_000)
  }

  @Test("names in capitals, people and unknown speakers")
  func resolved() throws {
    let gazetteer = try Gazetteer(
      bytes: Array(
        "name,kind,of,language\nKestria,state,,\nKestrian,demonym,Kestria,en\nOdran Vesh,person,Kestria,en\n".utf8),
      file: "names.csv")
    let coder = VerbCoder(gazetteer: gazetteer)
    for name in ["Odran Vesh", "Kestrian Foreign Ministry", "Kestria"] {
      #expect(
        coder.code("The Kestrian army attacked us.", by: coder.speaker(named: name)).codings.first?.subject == .speaker)
    }
    #expect(coder.code("Kestria attacked us.", by: .unknown).codings.first?.subject == .other)
    let bare = VerbCoder(gazetteer: nil)
    #expect(bare.code("Kestria attacked us.", by: bare.speaker(named: "Kestria")).codings.first?.subject == .speaker)
  }
}
