import Foundation
import Reproducibility
import Statistics
import Testing

@Suite struct KeynessTests {
  /// Counts of rows as lists of (term, count).
  private static func tally(_ rows: [[(Int, Int)]], terms: Int) -> TermTally {
    var (offsets, columns, counts) = ([0], [Int32](), [Double]())
    for row in rows {
      columns += row.map { Int32($0.0) }
      counts += row.map { Double($0.1) }
      offsets.append(columns.count)
    }
    return TermTally(termCount: terms, rowOffsets: offsets, terms: columns, counts: counts)
  }

  /// The example of the package fightin-words: "The quick brown fox jumps over the lazy pig" against "The lazy purple pig jumps over the
  /// lazier donkey", 0.05 for each of 11 words.
  @Test func logOddsOfThePublishedExample() throws {
    let total = 11 * 0.05
    let brown = TermContrast(first: 1, firstTotal: 9, second: 0, secondTotal: 9)
    let donkey = TermContrast(first: 0, firstTotal: 9, second: 1, secondTotal: 9)
    let the = TermContrast(first: 2, firstTotal: 9, second: 2, secondTotal: 9)
    #expect(abs(try #require(brown.logOdds(prior: 0.05, of: total)).z - 0.6894227886807968) < 1e-6)
    #expect(abs(try #require(donkey.logOdds(prior: 0.05, of: total)).z + 0.6894227886807968) < 1e-6)
    #expect(try #require(the.logOdds(prior: 0.05, of: total)).z == 0)
  }

  /// Golden values computed by hand from the definitions (a = 30, b = 10 of 1,000 and 2,000 words).
  @Test func logLikelihoodWithWilliamsCorrection() throws {
    let contrast = TermContrast(first: 30, firstTotal: 1000, second: 10, secondTotal: 2000)
    let found = try #require(contrast.logLikelihood)
    #expect(abs(found.statistic - 29.46272930) < 1e-7 && abs(found.correction - 1.01458596) < 1e-7)
    #expect(abs(try #require(contrast.correctedLogLikelihood) - 29.03916517) < 1e-7)
    #expect(abs(try #require(contrast.logRatio) - log2(6)) < 1e-12)
    let turned = TermContrast(first: 10, firstTotal: 2000, second: 30, secondTotal: 1000)
    #expect(abs(try #require(turned.correctedLogLikelihood) + 29.03916517) < 1e-7)
    #expect(abs(try #require(turned.logRatio) + log2(6)) < 1e-12)
  }

  @Test func whatIsNotDefinedIsNoZero() throws {
    let nowhere = TermContrast(first: 0, firstTotal: 5, second: 0, secondTotal: 7)
    #expect(nowhere.correctedLogLikelihood == nil && nowhere.logRatio == nil)
    #expect(nowhere.logOdds(prior: 0, of: 1) == nil)
    let alone = TermContrast(first: 5, firstTotal: 5, second: 2, secondTotal: 7)
    #expect(alone.logOdds(prior: 1, of: 1) == nil && alone.logOdds(prior: 1, of: 3) != nil)
    let empty = TermContrast(first: 0, firstTotal: 0, second: 2, secondTotal: 7)
    #expect(empty.correctedLogLikelihood == nil && empty.logRatio == nil)
    let zero = try #require(TermContrast(first: 0, firstTotal: 8, second: 2, secondTotal: 8).logRatio)
    #expect(zero == -2)
  }

  @Test func priorsDrawDifferencesTowardsZero() throws {
    let contrast = TermContrast(first: 9, firstTotal: 300, second: 2, secondTotal: 400)
    let sizes = [1.0, 10, 100, 1000, 1e6]
    let found = try sizes.map { try #require(contrast.logOdds(prior: 0.02 * $0, of: $0)).difference }
    for (large, small) in zip(found, found.dropFirst()) { #expect(small < large && small > 0) }
  }

  @Test func intervalsDependOnNeitherThreadsNorOtherTerms() {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<60).map { _ in (0..<8).map { ($0, generator.index(below: 4)) } }
    let tally = Self.tally(rows, terms: 8)
    let contrast = GroupContrast(tally, sides: (0..<60).map { $0 % 3 == 0 ? .first : .second }, clusters: nil)
    func intervals(_ terms: [Int], threads: Int) -> [GroupContrast.Intervals] {
      contrast.intervals(
        of: terms, priors: terms.map { Double($0 + 1) }, priorTotal: 36, resampleCount: 200, confidence: 0.9, seed: 1,
        on: Parallelism(threadCount: threads))
    }
    let all = intervals(Array(0..<8), threads: 1)
    #expect(all == intervals(Array(0..<8), threads: 3))
    #expect([all[5]] == intervals([5], threads: 2))
    for term in 0..<8 {
      let estimate = contrast.counts(of: term).contrast.logOdds(prior: Double(term + 1), of: 36)?.difference ?? .nan
      let interval = all[term].logOdds
      #expect((interval?.low ?? .nan) < estimate && estimate < (interval?.high ?? .nan))
    }
  }

  @Test func rowsOfOneClusterCountAsOne() throws {
    // Each document five times over says nothing more about how documents differ.
    var generator = SeededGenerator(seed: 5)
    let rows = (0..<40).map { _ in (0..<4).map { ($0, generator.index(below: 5)) } }
    let sides: [GroupContrast.Side?] = (0..<40).map { $0 < 20 ? .first : .second }
    let single = GroupContrast(Self.tally(rows, terms: 4), sides: sides, clusters: nil)
    let repeated = rows.flatMap { Array(repeating: $0, count: 5) }
    let clustered = GroupContrast(
      Self.tally(repeated, terms: 4), sides: sides.flatMap { Array(repeating: $0, count: 5) },
      clusters: (0..<200).map { $0 / 5 })
    #expect(clustered.clusterCount == 40 && clustered.firstTotal == 5 * single.firstTotal)
    func ratios(_ contrast: GroupContrast) -> [ConfidenceInterval?] {
      contrast.intervals(
        of: [0, 1, 2, 3], priors: [1, 1, 1, 1], priorTotal: 4, resampleCount: 300, confidence: 0.95, seed: 9,
        on: .serial
      ).map(\.logRatio)
    }
    for (one, other) in zip(ratios(single), ratios(clustered)) {
      #expect(abs(try #require(one).low - (try #require(other).low)) < 1e-12)
      #expect(abs(try #require(one).high - (try #require(other).high)) < 1e-12)
    }
  }

  @Test func oneClusterHasNoInterval() {
    let tally = Self.tally([[(0, 2), (1, 1)], [(0, 1), (1, 4)]], terms: 2)
    let contrast = GroupContrast(tally, sides: [.first, .second], clusters: [7, 7])
    let found = contrast.intervals(
      of: [0], priors: [1], priorTotal: 2, resampleCount: 50, confidence: 0.95, seed: 1, on: .serial)
    #expect(found[0].logOdds == nil && found[0].logRatio == nil)
    #expect(contrast.clusterCount == 1)
  }

  @Test func adjustedPValues() {
    // p of Benjamini and Hochberg 1995, section 3.2, fifteen tests: four are rejected at 0.05.
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
      1.0,
    ]
    let adjusted = MultipleTesting.benjaminiHochberg(p)
    #expect(adjusted.count { $0 <= 0.05 } == 4)
    #expect(abs(adjusted[3] - 0.0095 * 15 / 4) < 1e-12 && adjusted.last == 1)
    #expect(MultipleTesting.benjaminiHochberg(p.reversed()) == adjusted.reversed())
    #expect(MultipleTesting.benjaminiHochberg([]).isEmpty)
  }
}
