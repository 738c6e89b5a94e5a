import Quotation
import Reproducibility

/// An article of random words with random attributions, for statements that hold of every article.
struct RandomArticle {
  let article: Article
  private(set) var attributions: [Attribution]
  private let words: [Range<Int>]

  /// - Parameter count: how many attributions; their statements may overlap, but no two are the same.
  init(name: String = "a", count: Int, from generator: inout SeededGenerator) {
    let vocabulary = ["war", "вода", "peace", "said", "they", "“we", "will”", "don’t", "1,200", "мост"]
    var text: [UInt8] = []
    var words: [Range<Int>] = []
    for _ in 0..<(20 + 8 * count) {
      let word = Array(vocabulary[generator.index(below: vocabulary.count)].utf8)
      words.append(text.count..<(text.count + word.count))
      text += word + [32]
    }
    article = Article(
      name: name, text: text, title: nil, date: nil, language: "en", paragraphs: [], leftOut: [])
    self.words = words
    attributions = []
    var seen: Set<[Range<Int>]> = []
    while attributions.count < count {
      let attribution = Self.attribution(words, from: &generator)
      if seen.insert(attribution.content).inserted { attributions.append(attribution) }
    }
  }

  /// What a mediocre program might find: some of it, some with other ends or parts, and some that is not there.
  func guesses(from generator: inout SeededGenerator) -> [Attribution] {
    var guesses: [Attribution] = []
    for attribution in attributions {
      switch generator.index(below: 4) {
      case 0: continue
      case 1:
        let other = Self.attribution(words, from: &generator)
        guesses.append(
          Attribution(
            content: attribution.content, cue: other.cue, speaker: attribution.speaker, actor: other.actor,
            addressee: attribution.addressee, kind: other.kind, voice: attribution.voice, rule: "", confidence: 1))
      case 2: guesses.append(Self.attribution(words, from: &generator))
      default: guesses.append(attribution)
      }
    }
    return guesses
  }

  private static func attribution(_ words: [Range<Int>], from generator: inout SeededGenerator) -> Attribution {
    func stretch(_ longest: Int) -> Range<Int> {
      let first = generator.index(below: words.count - longest)
      return words[first].lowerBound..<words[first + generator.index(below: longest)].upperBound
    }
    let first = stretch(12)
    let second = stretch(6)
    let isSplit = second.lowerBound > first.upperBound && generator.index(below: 3) == 0
    let kinds = Attribution.Kind.allCases
    let voices = Attribution.Voice.allCases
    return Attribution(
      content: isSplit ? [first, second] : [first], cue: generator.index(below: 3) == 0 ? nil : stretch(2),
      speaker: generator.index(below: 3) == 0 ? nil : stretch(3),
      actor: ["", "Lenna Brask", "Kestria; Ardavia"][generator.index(below: 3)],
      addressee: ["", "Kestria"][generator.index(below: 2)], kind: kinds[generator.index(below: kinds.count)],
      voice: voices[generator.index(below: voices.count)], rule: "", confidence: 1)
  }
}
