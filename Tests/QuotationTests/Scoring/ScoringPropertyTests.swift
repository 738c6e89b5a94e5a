import Quotation
import Reproducibility
import Testing

/// What holds of every score, whatever the articles.
@Suite("Scores of extraction: properties")
struct ScoringPropertyTests {
  private static let seeds: [UInt64] = Array(1...40)

  private func tally(_ random: RandomArticle, _ gold: [Attribution], _ predicted: [Attribution]) -> ExtractionTally {
    let score = ExtractionScore(
      gold: [MarkedArticle(random.article, attributions: gold)],
      predicted: [MarkedArticle(random.article, attributions: predicted)])
    return ExtractionTally.sum(score.articles.map(\.tally))
  }

  @Test("an annotation against itself is perfect", arguments: seeds)
  func identity(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let random = RandomArticle(count: 1 + generator.index(below: 30), from: &generator)
    let tally = tally(random, random.attributions, random.attributions)
    let count = Double(random.attributions.count)
    for name in [
      ExtractionTally.Count.gold, .predicted, .pairs, .exactGold, .exactPredicted, .overlapGold, .overlapPredicted,
      .kindStated, .kindRight, .voiceStated, .voiceRight,
    ] { #expect(tally[name] == count, "\(name)") }
    #expect(tally[.cueExact] == tally[.cueGold] && tally[.cueOverlap] == tally[.cuePredicted])
    #expect(tally[.speakerExact] == tally[.speakerGold] && tally[.speakerOverlap] == tally[.speakerPredicted])
    #expect(tally[.actorRight] == tally[.actorGold] && tally[.actorAdded] == 0)
    #expect(tally[.addresseeRight] == tally[.addresseeGold] && tally[.addresseeAdded] == 0)
  }

  @Test("the order of either side changes nothing", arguments: seeds)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let random = RandomArticle(count: 1 + generator.index(below: 30), from: &generator)
    let guesses = random.guesses(from: &generator)
    let whole = tally(random, random.attributions, guesses)
    for _ in 0..<5 {
      let shuffled = tally(
        random, generator.shuffled(random.attributions), generator.shuffled(guesses))
      #expect(shuffled == whole)
    }
  }

  @Test("dropping k of n statements found leaves a recall of (n - k) / n and a precision of 1", arguments: seeds)
  func dropping(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let random = RandomArticle(count: 1 + generator.index(below: 30), from: &generator)
    let kept = generator.shuffled(random.attributions).dropLast(generator.index(below: random.attributions.count))
    let tally = tally(random, random.attributions, Array(kept))
    let expected = Double(kept.count) / Double(random.attributions.count)
    #expect(tally[.overlapGold] / tally[.gold] == expected)
    #expect(tally[.exactGold] / tally[.gold] == expected)
    #expect(tally[.overlapPredicted] / tally[.predicted] == 1)
    #expect(tally[.exactPredicted] / tally[.predicted] == 1)
  }

  @Test("exchanging the sides exchanges precision and recall", arguments: seeds)
  func exchange(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let random = RandomArticle(count: 1 + generator.index(below: 30), from: &generator)
    let guesses = random.guesses(from: &generator)
    let (one, other) = (tally(random, random.attributions, guesses), tally(random, guesses, random.attributions))
    let mirrored: [(ExtractionTally.Count, ExtractionTally.Count)] = [
      (.gold, .predicted), (.pairs, .pairs), (.exactGold, .exactPredicted), (.overlapGold, .overlapPredicted),
      (.cueGold, .cuePredicted), (.cueExact, .cueExact), (.cueOverlap, .cueOverlap), (.speakerGold, .speakerPredicted),
      (.speakerExact, .speakerExact), (.speakerOverlap, .speakerOverlap), (.actorRight, .actorRight),
      (.addresseeRight, .addresseeRight), (.kindRight, .kindRight), (.voiceRight, .voiceRight),
    ]
    for (left, right) in mirrored {
      #expect(one[left] == other[right], "\(left) and \(right)")
      #expect(one[right] == other[left], "\(right) and \(left)")
    }
  }

  @Test("exchanging the sides exchanges them kind by kind", arguments: seeds.prefix(10))
  func exchangeByKind(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let random = RandomArticle(count: 20, from: &generator)
    let sides = [random.attributions, random.guesses(from: &generator)].map {
      [MarkedArticle(random.article, attributions: $0)]
    }
    let there = ExtractionScore(gold: sides[0], predicted: sides[1]).articles[0]
    let back = ExtractionScore(gold: sides[1], predicted: sides[0]).articles[0]
    for group in KindGroup.all {
      let (one, other) = (there.tally(of: group), back.tally(of: group))
      #expect(one[.overlapGold] == other[.overlapPredicted] && one[.overlapPredicted] == other[.overlapGold])
      #expect(one[.gold] == other[.predicted] && one[.exactGold] == other[.exactPredicted])
    }
    let sum = KindGroup.all.map { there.tally(of: $0) }
    #expect(sum.reduce(0) { $0 + $1[.gold] } == there.tally[.gold], "each is of one kind")
  }

  @Test("no pairing has a greater sum", arguments: seeds)
  func optimum(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let random = RandomArticle(count: 1 + generator.index(below: 6), from: &generator)
    let gold = MarkedArticle(random.article, attributions: random.attributions).attributions
    let guesses = random.guesses(from: &generator) + random.guesses(from: &generator)
    let predicted = MarkedArticle(random.article, attributions: Array(guesses.prefix(7))).attributions
    let pairing = AttributionPairing(gold: gold, predicted: predicted)
    let sum = pairing.pairs.reduce(0) { $0 + $1.contentF1 }
    #expect(abs(sum - Self.bestSum(gold[...], predicted)) < 1e-9)
    #expect(pairing.isOptimal)
    #expect(pairing.pairs.count + pairing.missed.count == gold.count)
    #expect(pairing.pairs.count + pairing.spurious.count == predicted.count)
    #expect(Set(pairing.pairs.map(\.predicted)).count == pairing.pairs.count, "one to one")
  }

  /// The greatest sum, by trying everything.
  private static func bestSum(_ gold: ArraySlice<MarkedAttribution>, _ predicted: [MarkedAttribution]) -> Double {
    guard let first = gold.first else { return 0 }
    var best = bestSum(gold.dropFirst(), predicted)
    for index in predicted.indices {
      let alone = AttributionPairing(gold: [first], predicted: [predicted[index]])
      guard let pair = alone.pairs.first else { continue }
      var rest = predicted
      rest.remove(at: index)
      best = max(best, pair.contentF1 + bestSum(gold.dropFirst(), rest))
    }
    return best
  }

  @Test("tallies of articles add up, each as often as its weight says")
  func sums() {
    var generator = SeededGenerator(seed: 7)
    let randoms = (0..<3).map { RandomArticle(name: "a\($0)", count: 5, from: &generator) }
    let score = ExtractionScore(
      gold: randoms.map { MarkedArticle($0.article, attributions: $0.attributions) },
      predicted: randoms.map { MarkedArticle($0.article, attributions: $0.guesses(from: &generator)) })
    let tallies = score.articles.map(\.tally)
    let weighted = ExtractionTally.sum(tallies, weights: [2, 0, 1])
    for count in ExtractionTally.Count.allCases {
      #expect(weighted[count] == 2 * tallies[0][count] + tallies[2][count])
    }
  }

  @Test("many attributions that all overlap are still paired, one to one")
  func crowd() {
    let text = Array(String(repeating: "word ", count: 2000).utf8)
    let article = Article(name: "a", text: text, title: nil, date: nil, language: "en", paragraphs: [], leftOut: [])
    func attributions(_ count: Int, _ step: Int) -> [Attribution] {
      (0..<count).map { index in
        Attribution(
          content: [0..<4, (10 + 5 * index)..<(10 + 5 * index + 4 + step)], cue: nil, speaker: nil, actor: "",
          addressee: "", kind: .direct, voice: .asserts, rule: "", confidence: 1)
      }
    }
    let score = ExtractionScore(
      gold: [MarkedArticle(article, attributions: attributions(800, 0))],
      predicted: [MarkedArticle(article, attributions: attributions(700, 5))])
    #expect(score.articles[0].pairing.pairs.count == 700)
    #expect(!score.articles[0].pairing.isOptimal, "this is more than is tried")
  }
}
