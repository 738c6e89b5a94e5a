import Evaluation
import Foundation
import Reproducibility
import Synchronization
import Testing

/// Intervals, beside their equality to resamples put together row by row (EvaluationParityTests).
@Suite struct BootstrapTests {
  @Test func everyFigureHasAnInterval() throws {
    let result = try evaluate(try Sample(count: 200).scored(), resamples: 50)
    var values = Metric.allCases.map { result.metrics[$0] }
    for figures in result.classes.map(\.figures) + [
      result.averages.macro, result.averages.micro, result.averages.weighted,
    ] + result.thresholds.map(\.figures) {
      values += [figures.precision, figures.recall, figures.f1]
    }
    values += (result.calibration + result.massCalibration).map(\.observed) + result.thresholds.map(\.specificity)
    let murphy = result.murphy
    values += [murphy.reliability, murphy.resolution, murphy.uncertainty, murphy.withinBinVariance]
    values += [murphy.withinBinCovariance, murphy.skillScore]
    #expect(values.count == 14 + 5 * 3 + result.thresholds.count * 4 + 20 + 6)
    for value in values {
      let (low, high) = (try #require(value.low), try #require(value.high))
      #expect(low <= high)
    }
    #expect(result.bootstrap?.resampleCount == 50)
    #expect(result.bootstrap?.isClustered == false)
    #expect(result.bootstrap?.unitCount == 200)
  }

  @Test func anyThreadCountGivesTheSameBits() throws {
    let data = try Sample(count: 300, decimals: 2).scored()
    let results = try [1, 2, 5].map { try evaluate(data, resamples: 100, threads: $0) }
    #expect(results[0] == results[1] && results[1] == results[2])
  }

  @Test func theSeedDecides() throws {
    let data = try Sample(count: 100).scored()
    let first = try evaluate(data, resamples: 30)
    #expect(try evaluate(data, resamples: 30) == first)
    #expect(try evaluate(data, resamples: 30) { $0.seed = 1 }.metrics != first.metrics)
  }

  @Test func addingResamplesKeepsThoseThatWereDrawn() throws {
    // With 2 resamples an interval's ends are interpolated between both; with 1 they coincide and are the first of the two.
    let data = try Sample(count: 100).scored()
    let one = try #require(try evaluate(data, resamples: 1).metrics[.brier].low)
    let two = try evaluate(data, resamples: 2).metrics[.brier]
    let (low, high) = (try #require(two.low), try #require(two.high))
    let margin = 0.025 / 0.95 * (high - low)
    #expect(isClose(one, low - margin, tolerance: 1e-10) || isClose(one, high + margin, tolerance: 1e-10))
  }

  @Test func theIntervalOfAMeanIsTheAnalyticOne() throws {
    // Accuracy is a mean of n zeros and ones, so its interval is near p ± 1.96 sqrt(p (1 - p) / n).
    let value = try evaluate(try Sample(count: 2_000).scored(), resamples: 2_000).metrics[.accuracy]
    let (p, low, high) = (try #require(value.value), try #require(value.low), try #require(value.high))
    let reach = 1.96 * (p * (1 - p) / 2_000).squareRoot()
    // The quantiles of 2,000 resamples are themselves uncertain by some 4 % of the reach.
    #expect(abs(low - (p - reach)) < 0.15 * reach)
    #expect(abs(high - (p + reach)) < 0.15 * reach)
  }

  @Test func theAreasIntervalIsNearDeLongs() throws {
    let result = try evaluate(try Sample(count: 1_000).scored(), resamples: 2_000)
    let (value, deLong) = (result.metrics[.rocAUC], try #require(result.deLong))
    let width = try #require(value.high) - #require(value.low)
    #expect(abs(width / (2 * 1.96 * deLong.standardError) - 1) < 0.1)
  }

  @Test func widerConfidenceIsWider() throws {
    let data = try Sample(count: 200).scored()
    let narrow = try evaluate(data, resamples: 200) { $0.confidence = 0.5 }.metrics[.f1]
    let wide = try evaluate(data, resamples: 200) { $0.confidence = 0.99 }.metrics[.f1]
    #expect(try #require(wide.low) < #require(narrow.low))
    #expect(try #require(wide.high) > #require(narrow.high))
  }

  @Test func rowsInClustersOfTheirOwnAreRows() throws {
    // Clusters are numbered by their ids and rows by rank, so ids in the order of the ranking give the very same draws.
    var sample = Sample(count: 150)
    sample = sample.selecting(sample.scores.indices.sorted { sample.scores[$0] > sample.scores[$1] })
    let rows = try evaluate(try sample.scored(), resamples: 40)
    sample.clusters = Array(0..<150)
    let clusters = try evaluate(try sample.scored(), resamples: 40)
    #expect(clusters.metrics == rows.metrics)
    #expect(clusters.bootstrap?.isClustered == true)
    #expect(clusters.bootstrap?.note == nil)
  }

  @Test func copiesOfARowInOneClusterAddNothing() throws {
    var sample = Sample(count: 150)
    sample = sample.selecting(sample.scores.indices.sorted { sample.scores[$0] > sample.scores[$1] })
    let single = try evaluate(try sample.scored(), resamples: 40)
    var tripled = sample.selecting((0..<450).map { $0 / 3 })
    let pretended = try evaluate(try tripled.scored(), resamples: 40)
    tripled.clusters = (0..<450).map { $0 / 3 }
    let clustered = try evaluate(try tripled.scored(), resamples: 40)
    // The edges of bins of equal mass lie between counted rows, and there are three times as many.
    for metric in Metric.allCases where metric != .eceMass {
      #expect(isClose(clustered.metrics[metric].low, try #require(single.metrics[metric].low)), "\(metric)")
      #expect(isClose(clustered.metrics[metric].high, try #require(single.metrics[metric].high)), "\(metric)")
    }
    func width(_ result: EvaluationResult) throws -> Double {
      try #require(result.metrics[.accuracy].high) - #require(result.metrics[.accuracy].low)
    }
    #expect(try width(pretended) < 0.75 * width(clustered))
  }

  @Test func resamplesWithoutAClassAreDrawnAnewAndCounted() throws {
    // One positive row of five is missed by (4/5)^5 = 33 % of draws.
    let data = try ScoredLabels(labels: [0, 0, 1, 0, 0], positiveScores: [0.1, 0.2, 0.3, 0.4, 0.5])
    let result = try evaluate(data, resamples: 300)
    let redraws = try #require(result.bootstrap?.redrawCount)
    // Redraws a resample: mean 0.49, variance 0.73; over 300, four standard deviations are 59.
    #expect(abs(Double(redraws) - 300 * 0.4874) < 59)
    #expect(result.metrics[.rocAUC].low != nil)
  }

  @Test func fewClustersAreSaidToBeFew() throws {
    var sample = Sample(count: 100)
    sample.clusters = (0..<100).map { $0 % 6 }
    let few = try evaluate(try sample.scored(), resamples: 20)
    #expect(few.bootstrap?.note == "6 clusters are few: percentile intervals over them are too short")
    #expect(few.bootstrap?.unitCount == 6)
    sample.clusters = Array(repeating: 3, count: 100)
    let one = try evaluate(try sample.scored(), resamples: 20)
    #expect(one.bootstrap?.note == "one cluster has no interval")
    #expect(one.metrics[.f1].low == nil)
  }

  @Test func theNamesOfClustersDoNotMatterButTheirOrder() throws {
    var sample = Sample(count: 100)
    sample.clusters = (0..<100).map { $0 % 40 }
    let first = try evaluate(try sample.scored(), resamples: 20)
    sample.clusters = sample.clusters?.map { $0 * 1_000_003 - 5_000_000 }
    #expect(try evaluate(try sample.scored(), resamples: 20) == first)
  }

  @Test func correctedIntervalsDifferAndSayWhatHasNone() throws {
    // Of 20 rows with each score just that share is positive: no calibration error, and every resample has some.
    let scores = (0..<100).map { 0.1 + 0.2 * Double($0 / 20) }
    let labels = (0..<100).map { row in Double(row % 20) + 0.5 < scores[row] * 20 ? 1 : 0 }
    let data = try ScoredLabels(labels: labels, positiveScores: scores)
    let result = try evaluate(data, resamples: 100) { $0.interval = .bca }
    #expect(result.metrics[.eceWidth].value.map { $0 < 1e-12 } == true && result.metrics[.eceWidth].low == nil)
    #expect(result.bootstrap?.note?.contains("have no BCa interval") == true)
    #expect(result.bootstrap?.interval == .bca)
    let sample = try Sample(count: 150).scored()
    let (percentile, corrected) = (
      try evaluate(sample, resamples: 200), try evaluate(sample, resamples: 200, threads: 2) { $0.interval = .bca }
    )
    #expect(corrected.metrics[.f1].value == percentile.metrics[.f1].value)
    #expect(corrected.metrics[.f1].low != percentile.metrics[.f1].low)
    #expect(try evaluate(sample, resamples: 200) { $0.interval = .bca } == corrected)
  }

  @Test func severalClasses() throws {
    let result = try evaluate(try multiclassSample(count: 150, classes: 4, positive: 2), resamples: 50, threads: 2)
    for metric in Metric.allCases {
      let value = result.metrics[metric]
      #expect(try #require(value.low) < #require(value.high), "\(metric)")
    }
  }

  @Test func progressCountsEveryResampleOnce() throws {
    let seen = Mutex<[Int]>([])
    var options = EvaluationOptions()
    options.resampleCount = 100
    _ = try Evaluator(options.validated()).evaluate(
      try Sample(count: 30).scored(), on: Parallelism(threadCount: 2)
    ) { progress in
      #expect(progress.total == 100 && progress.unit == "resamples")
      seen.withLock { $0.append(progress.completed) }
    }
    let counts = seen.withLock { $0.sorted() }
    #expect(counts.last == 100)
    #expect(Set(counts).count == counts.count)
  }
}
