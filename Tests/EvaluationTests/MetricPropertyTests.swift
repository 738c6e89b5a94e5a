import Evaluation
import Foundation
import Reproducibility
import Testing

/// What must hold of every figure, whatever the data.
@Suite struct MetricPropertyTests {
  @Test func aMonotoneTransformOfTheScoresChangesNoRanking() throws {
    let sample = Sample(count: 300, decimals: 2)
    let plain = try evaluate(try sample.scored())
    let bent = try evaluate(try sample.mappingScores { $0 * $0 * $0 * 0.5 }.scored())
    #expect(bent.metrics[.rocAUC] == plain.metrics[.rocAUC])
    #expect(bent.metrics[.averagePrecision] == plain.metrics[.averagePrecision])
    #expect(bent.deLong == plain.deLong)
  }

  @Test func swappingTheLabelsMirrorsTheArea() throws {
    let sample = Sample(count: 300, decimals: 1)
    var swapped = sample
    swapped.labels = sample.labels.map { 1 - $0 }
    let area = try #require(try evaluate(try sample.scored()).metrics[.rocAUC].value)
    #expect(isClose(try evaluate(try swapped.scored()).metrics[.rocAUC].value, 1 - area))
  }

  @Test func theOrderOfTheRowsChangesNoBit() throws {
    var sample = Sample(count: 400, decimals: 2)
    var generator = SeededGenerator(seed: 8)
    sample.weights = sample.labels.map { _ in Double(generator.index(below: 4)) }
    sample.clusters = sample.labels.map { _ in generator.index(below: 50) }
    let shuffled = sample.selecting(generator.shuffled(Array(0..<400)))
    let first = try evaluate(try sample.scored(), resamples: 20)
    #expect(try evaluate(try shuffled.scored(), resamples: 20) == first)
  }

  @Test func aWholeWeightIsThatManyRows() throws {
    var sample = Sample(count: 150, decimals: 2)
    var generator = SeededGenerator(seed: 3)
    let counts = sample.labels.map { _ in generator.index(below: 4) }
    let repeated = sample.selecting(counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) })
    sample.weights = counts.map(Double.init)
    let weighted = try evaluate(try sample.scored())
    let expanded = try evaluate(try repeated.scored())
    for metric in Metric.allCases {
      #expect(isClose(weighted.metrics[metric].value, try #require(expanded.metrics[metric].value)), "\(metric)")
    }
    #expect(weighted.confusion == expanded.confusion)
    #expect(weighted.calibration.map(\.count) == expanded.calibration.map(\.count))
    #expect(weighted.massCalibration.map(\.count) == expanded.massCalibration.map(\.count))
    #expect(weighted.rocCurve == expanded.rocCurve)
    #expect(isClose(weighted.prevalence, expanded.prevalence))
  }

  @Test func weightsAreRelativeToEachOther() throws {
    var sample = Sample(count: 200)
    var generator = SeededGenerator(seed: 3)
    let weights = sample.labels.map { _ in generator.unitInterval() }
    sample.weights = weights
    let first = try evaluate(try sample.scored())
    sample.weights = weights.map { $0 * 1e-3 }
    let second = try evaluate(try sample.scored())
    for metric in Metric.allCases {
      #expect(isClose(second.metrics[metric].value, try #require(first.metrics[metric].value)), "\(metric)")
    }
  }

  @Test(arguments: [0.1, 1.0 / 3, 7e-5]) func equalWeightsAreNone(weight: Double) throws {
    var sample = Sample(count: 203, decimals: 2)
    let plain = try evaluate(try sample.scored())
    sample.weights = Array(repeating: weight, count: 203)
    let weighted = try evaluate(try sample.scored())
    for metric in Metric.allCases {
      #expect(isClose(weighted.metrics[metric].value, try #require(plain.metrics[metric].value)), "\(metric)")
    }
    #expect(weighted.massCalibration.map(\.lower) == plain.massCalibration.map(\.lower))
  }

  @Test func murphysPartsAddUpToTheBrierScore() throws {
    for bins in [1, 3, 10, 50] {
      let result = try evaluate(try Sample(count: 500).scored()) { $0.binCount = bins }
      let parts = result.murphy
      var sum = try #require(parts.reliability.value) + #require(parts.uncertainty.value)
      sum += try #require(parts.withinBinVariance.value) - #require(parts.resolution.value)
      sum -= try 2 * #require(parts.withinBinCovariance.value)
      #expect(isClose(result.metrics[.brier].value, sum), "\(bins) bins")
    }
  }

  @Test func microAveragesAreTheAccuracy() throws {
    let result = try evaluate(try multiclassSample(count: 200, classes: 5, positive: 3))
    let accuracy = try #require(result.metrics[.accuracy].value)
    #expect(result.averages.micro.precision.value == accuracy)
    #expect(result.averages.micro.recall.value == accuracy)
    #expect(isClose(result.averages.micro.f1.value, accuracy))
    #expect(isClose(result.averages.weighted.recall.value, accuracy))
    #expect(isClose(result.averages.macro.recall.value, try #require(result.metrics[.balancedAccuracy].value)))
    #expect(result.threshold == nil)
  }

  @Test func theOrderOfTheClassesDoesNotMatter() throws {
    let sample = Sample(count: 200)
    let plain = try evaluate(try sample.scored())
    let truth = LabelledRows(classNames: ["1", "0"], labels: sample.labels.map { 1 - $0 }, positiveClass: 0)
    let turned = try evaluate(
      try ScoredLabels(truth, probabilities: [sample.scores, sample.scores.map { 1 - $0 }]))
    for metric in Metric.allCases {
      #expect(isClose(turned.metrics[metric].value, try #require(plain.metrics[metric].value)), "\(metric)")
    }
    #expect(turned.positive == plain.positive)
  }

  @Test func perfectScoresArePerfect() throws {
    let labels = [0, 1, 1, 0, 1]
    let result = try evaluate(try ScoredLabels(labels: labels, positiveScores: labels.map(Double.init)))
    for metric in Metric.allCases where metric.isHigherBetter {
      #expect(result.metrics[metric].value == 1, "\(metric)")
    }
    for metric in [Metric.brier, .eceWidth, .eceMass] { #expect(result.metrics[metric].value == 0, "\(metric)") }
    // Probabilities are kept one rounding step away from 0 and 1.
    #expect(isClose(result.metrics[.logLoss].value, 2.220446049250313e-16))
    #expect(result.deLong?.low == nil)
    #expect(result.deLong?.standardError == 0)
  }

  @Test func aScoreOfExactlyOneHalfIsDecidedByTheRule() throws {
    let data = try ScoredLabels(labels: [0, 1], positiveScores: [0.5, 0.5])
    #expect(try evaluate(data).confusion.counts == [[1, 0], [1, 0]])
    #expect(try evaluate(data) { $0.decision = .threshold(0.5) }.confusion.counts == [[0, 1], [0, 1]])
  }

  @Test func deLongsIntervalIsSymmetricOnTheLogitScale() throws {
    let interval = try #require(try evaluate(try Sample(count: 120).scored()).deLong)
    let (low, high) = (try #require(interval.low), try #require(interval.high))
    func logit(_ p: Double) -> Double { log(p / (1 - p)) }
    let middle = (logit(low) + logit(high)) / 2
    #expect(isClose(middle, logit(interval.value), tolerance: 1e-10))
    let width = 2 * 1.959963984540054 * interval.standardError / (interval.value * (1 - interval.value))
    #expect(isClose(logit(high) - logit(low), width, tolerance: 1e-10))
  }
}
