import Evaluation
import Foundation
import Reproducibility
import Testing

/// Two models on the same rows, beside their equality to pROC and scipy (ComparisonParityTests).
@Suite struct ComparisonTests {
  /// Two models' scores of the same rows.
  private struct Pair {
    var a: Sample
    var b: Sample

    init(count: Int, seed: UInt64 = 1) {
      var generator = SeededGenerator(seed: seed)
      a = Sample(count: count, decimals: 3, seed: seed)
      b = a
      b.scores = a.labels.map { label in
        let score: Double = 0.1 * Double(label) + 0.9 * generator.unitInterval()
        return (score * 1000).rounded() / 1000
      }
    }

    mutating func cluster(_ number: (Int) -> Int) {
      a.clusters = a.labels.indices.map(number)
      b.clusters = a.clusters
    }
  }

  private func compare(_ pair: Pair, resamples: Int = 200, threads: Int = 1) throws -> ModelComparison {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    return try ModelComparison(
      pair.a.scored(), pair.b.scored(), options: options.validated(), on: Parallelism(threadCount: threads))
  }

  @Test func differencesAreThoseOfTwoEvaluations() throws {
    let pair = Pair(count: 150)
    let (one, other) = (try evaluate(try pair.a.scored()).metrics, try evaluate(try pair.b.scored()).metrics)
    let comparison = try compare(pair)
    for metric in Metric.allCases {
      let value = comparison.metrics[metric]
      #expect(isClose(value.a, try #require(one[metric].value)), "\(metric)")
      #expect(isClose(value.b, try #require(other[metric].value)), "\(metric)")
      #expect(isClose(value.difference, try #require(one[metric].value) - #require(other[metric].value)), "\(metric)")
      #expect(try #require(value.low) <= #require(value.high), "\(metric)")
    }
  }

  @Test func changingSidesChangesTheSigns() throws {
    var pair = Pair(count: 120)
    pair.cluster { $0 % 8 }
    let one = try compare(pair)
    swap(&pair.a, &pair.b)
    let other = try compare(pair)
    for metric in Metric.allCases {
      #expect(isClose(one.metrics[metric].difference, -(try #require(other.metrics[metric].difference))), "\(metric)")
      #expect(
        isClose(one.metrics[metric].low, -(try #require(other.metrics[metric].high)), tolerance: 1e-9), "\(metric)")
      #expect(one.metrics[metric].p == other.metrics[metric].p, "\(metric)")
    }
    #expect(isClose(one.deLong?.p, try #require(other.deLong?.p)))
    #expect(one.mcNemar?.onlyA == other.mcNemar?.onlyB)
  }

  @Test func aModelDoesNotDifferFromItself() throws {
    var pair = Pair(count: 100)
    pair.b = pair.a
    for clusters in [nil, 6, 40] as [Int?] {
      if let clusters { pair.cluster { $0 % clusters } }
      let comparison = try compare(pair, resamples: 50)
      for metric in Metric.allCases {
        let value = comparison.metrics[metric]
        #expect(value.difference == 0 && value.low == 0 && value.high == 0 && value.p == 1, "\(metric)")
      }
      #expect(comparison.deLong?.z == 0 && comparison.deLong?.p == 1)
      #expect(comparison.mcNemar?.p == 1)
    }
  }

  @Test func fewClustersGetTheExactTestAndManyTheBootstrap() throws {
    var pair = Pair(count: 160)
    let kinds = try [5, 8, 25, 40].map { clusters in
      pair.cluster { $0 % clusters }
      return try compare(pair, resamples: 100)
    }
    #expect(kinds.map { $0.test?.kind } == [.exactSignFlips, .exactSignFlips, .drawnSignFlips, .bootstrap])
    #expect(kinds.map { $0.test?.count } == [32, 256, 100, 100])
    #expect(kinds[0].notes.contains { $0.contains("no p can be below 0.0625") })
    #expect(kinds[3].notes.count == 1, "\(kinds[3].notes)")
    pair.a.clusters = nil
    pair.b.clusters = nil
    let rows = try compare(pair, resamples: 100)
    #expect(rows.bootstrap?.isClustered == false && rows.test?.kind == .bootstrap && rows.notes.isEmpty)
  }

  @Test func theExactTestOfAMeanIsThatOfItsClusterSums() throws {
    // The Brier score is a mean, so that exchanging a cluster turns the sign of what the cluster adds to the difference.
    var pair = Pair(count: 90, seed: 3)
    pair.cluster { $0 % 7 }
    let comparison = try compare(pair, resamples: 10)
    var sums = [Double](repeating: 0, count: 7)
    for row in pair.a.labels.indices {
      let label = Double(pair.a.labels[row])
      let (one, other) = (pair.a.scores[row] - label, pair.b.scores[row] - label)
      sums[row % 7] += one * one - other * other
    }
    let observed = abs(sums.reduce(0, +))
    var asLarge = 0
    for way in 0..<128 {
      var sum = 0.0
      for cluster in 0..<7 {
        let isTurned = (way >> cluster) & 1 == 1
        sum += isTurned ? -sums[cluster] : sums[cluster]
      }
      if abs(sum) >= observed - 1e-9 { asLarge += 1 }
    }
    #expect(comparison.metrics[.brier].p == Double(asLarge) / 128)
  }

  @Test func aModelOnAnotherScaleRanksAsItDid() throws {
    var pair = Pair(count: 120)
    pair.cluster { $0 % 8 }
    let before = try compare(pair, resamples: 10)
    pair.b = pair.b.mappingScores { 0.2 * $0 * $0 }
    let after = try compare(pair, resamples: 10)
    for metric in [Metric.rocAUC, .averagePrecision] {
      #expect(after.metrics[metric].p == before.metrics[metric].p, "\(metric)")
    }
    #expect(after.metrics[.brier].difference != before.metrics[.brier].difference)
  }

  @Test func anyThreadCountGivesTheSameBits() throws {
    var pair = Pair(count: 130)
    pair.cluster { $0 % 9 }
    #expect(try compare(pair) == compare(pair, threads: 3))
    pair.cluster { $0 % 24 }
    #expect(try compare(pair) == compare(pair, threads: 2))
  }

  @Test func resamplesArePaired() throws {
    // The second model is the first with a little noise: the difference's interval is far shorter than either area's.
    var pair = Pair(count: 300)
    var generator = SeededGenerator(seed: 8)
    pair.b.scores = pair.a.scores.map { score in
      let noisy: Double = score + 0.02 * (generator.unitInterval() - 0.5)
      return min(1, max(0, noisy))
    }
    let difference = try compare(pair).metrics[.rocAUC]
    let area = try evaluate(try pair.a.scored(), resamples: 200).metrics[.rocAUC]
    func width(_ low: Double?, _ high: Double?) throws -> Double { try #require(high) - #require(low) }
    let (paired, single) = (try width(difference.low, difference.high), try width(area.low, area.high))
    #expect(paired < 0.3 * single)
  }

  @Test func otherRowsAreRefused() throws {
    let (one, other) = (Sample(count: 30), Sample(count: 31))
    #expect {
      try ModelComparison(one.scored(), other.scored(), options: EvaluationOptions().validated(), on: .serial)
    } throws: { "\($0)".contains("not scored on the same rows (30 and 31 rows)") }
  }
}
