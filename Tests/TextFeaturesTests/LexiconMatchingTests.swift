import Foundation
import Reproducibility
import Testing
import TextFeatures

/// What dictionaries find, and how texts are scored by them.
@Suite struct LexiconMatchingTests {
  private static func lexicon(_ text: String, _ form: LexiconFile.Form = .yaml) throws -> Lexicon {
    try LexiconFile(Array(text.utf8), path: "t", form: form).lexicon
  }

  private static func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-15 } ?? false
  }

  /// What one pattern matches in a text.
  private static func found(_ pattern: String, in text: String) throws -> [String] {
    let lexicon = try lexicon("a: [\"\(pattern)\"]")
    let bytes = Array(text.utf8)
    return LexiconScorer(lexicon, poles: nil).matches(in: text).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  private struct Example: Sendable {
    let pattern: String
    let text: String
    let found: [String]

    init(_ pattern: String, _ text: String, _ found: String...) {
      (self.pattern, self.text, self.found) = (pattern, text, found)
    }
  }

  private static let examples = [
    Example("war", "War, wars; WAR! prewar", "War", "WAR"), Example("war*", "War wars prewar", "War", "wars"),
    Example("*war", "war prewar wars", "war", "prewar"), Example("*war*", "prewars cat", "prewars"),
    Example("w*r", "war wr water wars", "war", "wr", "water"), Example("w?r", "war wör wr waar", "war", "wör"),
    Example("??", "a ab йй abc", "ab", "йй"), Example("*a*b*", "xaybz ba ab", "xaybz", "ab"),
    Example("* talks", "peace talks, talks the talks", "peace talks", "the talks"),
    Example("no talks", "no, talks. No\n talks", "No\n talks"), Example("*", "a, b", "a", "b"),
    Example("don't", "Don’t don't dont", "Don’t", "don't"), Example("cease-fire*", "a cease-fires", "cease-fires"),
    Example("мир*", "Мира и МИР", "Мира", "МИР"), Example("911", "911 9110", "911"),
    Example("Straße", "STRASSE straße", "straße"),
    Example("a a", "a a a a a", "a a", "a a"), Example("ΤΕΛΟΣ", "τελος τελοσ", "τελος"),
  ]

  @Test(arguments: examples)
  private func patternsMatch(_ example: Example) throws {
    #expect(try Self.found(example.pattern, in: example.text) == example.found)
  }

  @Test("globs match as a plain reading of them says, on words drawn at random")
  func globsByRecursion() throws {
    func matches(_ glob: Substring, _ word: Substring) -> Bool {
      guard let first = glob.first else { return word.isEmpty }
      if first == "*" {
        return matches(glob.dropFirst(), word) || (!word.isEmpty && matches(glob, word.dropFirst()))
      }
      guard let letter = word.first, first == "?" || first == letter else { return false }
      return matches(glob.dropFirst(), word.dropFirst())
    }
    var generator = SeededGenerator(seed: 11)
    func drawn(_ letters: [Character], _ length: Int) -> String {
      String((0...generator.index(below: length)).map { _ in letters[generator.index(below: letters.count)] })
    }
    let words = (0..<120).map { _ in drawn(["a", "b", "й"], 7) }
    var hits = 0
    for _ in 0..<200 {
      let glob = drawn(["a", "b", "й", "*", "*", "?"], 6)
      let expected = words.filter { matches(glob[...], $0[...]) }
      #expect(try Self.found(glob, in: words.joined(separator: " ")) == expected, "\(glob)")
      hits += expected.count
    }
    #expect(hits > 1000)
  }

  @Test("Lowe's scale, proportions and what is missing")
  func logits() throws {
    let lexicon = try Self.lexicon("positive: [good]\nnegative: [bad, awful]\nother: [x]")
    let poles = try LexiconPoles(positive: [], negative: [], negation: .keep, in: lexicon)
    let scorer = LexiconScorer(lexicon, poles: poles)
    let scores = scorer.scores(of: ["good good, bad x", "x y", "", "good bad", "awful"])
    let counts: [[Int]] = [[2, 1, 1], [0, 0, 1], [0, 0, 0], [1, 1, 0], [0, 1, 0]]
    #expect(scores.map(\.counts) == counts)
    #expect(scores.map(\.words) == [4, 2, 0, 2, 1])
    #expect(scores.map(\.matches) == [4, 1, 0, 2, 1])
    #expect(Self.isNear(scores[0].score, log(2.5 / 1.5)))
    #expect(scores[1].score == nil && scores[2].score == nil)
    #expect(scores[3].score == 0)
    #expect(Self.isNear(scores[4].score, -log(3)))
    #expect(scores[0].proportion(of: 0) == 0.5 && scores[2].proportion(of: 0) == nil)
    #expect(Self.isNear(scores[0].share, 2.5 / 4) && scores[1].share == 0.5)
    #expect(scores.allSatisfy { $0.weight == nil })
  }

  @Test("negated categories join the other pole, and words within them count for nothing")
  func negation() throws {
    let lexicon = try Self.lexicon(
      "NEGATIVE: [bad]\nPOSITIVE: [good, friend*]\nNEG_POSITIVE: [not good]\nNEG_NEGATIVE: [not bad]")
    let text = ["not good not bad friends"]
    let kept = LexiconScorer(
      lexicon, poles: try LexiconPoles(positive: [], negative: [], negation: .keep, in: lexicon)
    ).scores(of: text)[0]
    #expect(kept.counts == [1, 2, 1, 1])
    #expect(Self.isNear(kept.score, log(2.5 / 1.5)))
    let swapped = LexiconScorer(
      lexicon, poles: try LexiconPoles(positive: [], negative: [], negation: .swap, in: lexicon), negation: .swap
    ).scores(of: text)[0]
    #expect(swapped.counts == [0, 1, 1, 1])
    #expect(Self.isNear(swapped.score, log(2.5 / 1.5)))
    let one = LexiconScorer(
      lexicon, poles: try LexiconPoles(positive: [], negative: [], negation: .swap, in: lexicon), negation: .swap)
    #expect(Self.isNear(one.scores(of: ["not good"])[0].score, -log(3)))
    // Exchanging the poles turns the sign.
    let other = LexiconScorer(
      lexicon, poles: try LexiconPoles(positive: ["NEGATIVE"], negative: ["POSITIVE"], negation: .swap, in: lexicon),
      negation: .swap)
    for text in ["not good", "bad good friends", "not bad"] {
      #expect(other.scores(of: [text])[0].score == one.scores(of: [text])[0].score.map { 0 - $0 })
    }
  }

  @Test func weights() throws {
    let lexicon = try Self.lexicon("good\t3\nnot good\t-2\ngo*\t1\nbad\t-1.5\nb*\t-1\nso\t0\n", .weighted)
    let scorer = LexiconScorer(
      lexicon, poles: try LexiconPoles(positive: [], negative: [], negation: .keep, in: lexicon))
    let scores = scorer.scores(of: ["a good goal", "not good, bad", "so", "nothing here", "but"])
    let weights: [Double?] = [4, -3.5, 0, 0, -1]
    #expect(scores.map(\.weight) == weights)
    let values: [Double?] = [4.0 / 3, -3.5 / 3, 0, nil, -1]
    #expect(scores.map(\.score) == values)
    let counts: [[Int]] = [[2, 0, 0], [0, 2, 0], [0, 0, 1], [0, 0, 0], [0, 1, 0]]
    #expect(scores.map(\.counts) == counts)
    let named = LexiconScorer(
      lexicon, poles: try LexiconPoles(positive: ["negative"], negative: ["positive"], negation: .keep, in: lexicon))
    #expect(named.scale == .logit)
    #expect(Self.isNear(named.scores(of: ["bad"])[0].score, log(3)))
  }

  @Test func polesThatCannotBeAreRefused() throws {
    let lexicon = try Self.lexicon("a: {x: [war], y: [peace]}\nb: [talk]")
    let refusals: [([String], [String], LexiconNegation, String)] = [
      (["c"], ["b"], .keep, "a.x, a.y, b"), (["a"], [], .keep, "not the other"), (["a"], ["a.x"], .keep, "both poles"),
      (["a"], ["b"], .swap, "neg_"), ([], [], .swap, "no poles"), (["a."], ["b"], .keep, "no category"),
    ]
    for (positive, negative, negation, words) in refusals {
      let error = #expect(throws: TextFeaturesError.self) {
        try LexiconPoles(positive: positive, negative: negative, negation: negation, in: lexicon)
      }
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
    let poles = try LexiconPoles(positive: ["a"], negative: ["b"], negation: .keep, in: lexicon)
    #expect(poles?.positive == [0, 1] && poles?.negative == [2])
    #expect(try LexiconPoles(positive: [], negative: [], negation: .keep, in: lexicon) == nil)
  }

  @Test("twenty thousand entries are one dictionary, whatever order they come in")
  func large() throws {
    let entries = (0..<20_000).map { number in
      switch number % 4 {
      case 0: "word\(number)"
      case 1: "stem\(number)*"
      case 2: "*end\(number)"
      default: "two\(number) words"
      }
    }
    let text = "word4 stem5xyz preend6 two7 words word5 stem4 end6 two8 words"
    for order in [entries, entries.reversed()] {
      let lexicon = try Self.lexicon("+a\n" + order.joined(separator: "\n"), .lexicoder)
      #expect(LexiconScorer(lexicon, poles: nil).scores(of: [text])[0].counts == [5])
    }
  }
}
