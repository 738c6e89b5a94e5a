import Evaluation
import Foundation
import Reproducibility
import Testing

@Suite struct CurveTests {
  private static func area(_ points: [ROCPoint]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      let width = pair.1.falsePositiveRate - pair.0.falsePositiveRate
      return sum + width * (pair.0.truePositiveRate + pair.1.truePositiveRate) / 2
    }
  }

  @Test func aLongROCCurveIsCondensedWithoutChangingItsLook() throws {
    let sample = Sample(count: 8_000)
    let result = try evaluate(try sample.scored())
    let points = result.rocCurve
    #expect(points.count <= 400 && points.count > 100)
    #expect(points.first == points.first { $0.falsePositiveRate == 0 && $0.truePositiveRate == 0 })
    #expect(points.first?.threshold == nil)
    #expect(points.last?.falsePositiveRate == 1 && points.last?.truePositiveRate == 1)
    #expect(isClose(Self.area(points), try #require(result.metrics[.rocAUC].value), tolerance: 1e-4))
    for (point, next) in zip(points, points.dropFirst()) {
      #expect(next.falsePositiveRate >= point.falsePositiveRate && next.truePositiveRate >= point.truePositiveRate)
      // A step is short, or straight across or up as the full curve is.
      let (across, up) = (
        next.falsePositiveRate - point.falsePositiveRate, next.truePositiveRate - point.truePositiveRate
      )
      #expect(across + up < 0.02 || across == 0 || up == 0)
    }
  }

  @Test func aShortROCCurveKeepsItsCornersOnly() throws {
    // Two positives, then two others, then one of each at one score.
    let data = try ScoredLabels(labels: [1, 1, 0, 0, 1, 0], positiveScores: [0.9, 0.8, 0.7, 0.6, 0.5, 0.5])
    let points = try evaluate(data).rocCurve
    #expect(points.map(\.threshold) == [nil, 0.8, 0.6, 0.5])
    let twoThirds = 2.0 / 3
    #expect(points.map(\.falsePositiveRate) == [0, 0, twoThirds, 1])
    #expect(points.map(\.truePositiveRate) == [0, twoThirds, twoThirds, 1])
  }

  @Test func thePrecisionRecallCurveStopsAtFullRecall() throws {
    let data = try ScoredLabels(labels: [1, 0, 1, 0, 0], positiveScores: [0.9, 0.8, 0.7, 0.6, 0.5])
    let points = try evaluate(data).precisionRecallCurve
    #expect(points.first == points.first { $0.recall == 0 && $0.precision == 1 && $0.threshold == nil })
    #expect(points.last?.recall == 1)
    #expect(points.last?.precision == 2.0 / 3)
    #expect(points.last?.threshold == 0.7)
  }

  @Test func aLongPrecisionRecallCurveIsCondensed() throws {
    let points = try evaluate(try Sample(count: 8_000).scored()).precisionRecallCurve
    #expect(points.count <= 400 && points.count > 100)
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.recall <= $1.recall })
    #expect(points.last?.recall == 1)
  }
}

@Suite struct ThresholdTests {
  /// Counts by looking at every row.
  private static func count(_ sample: Sample, at threshold: Double) -> (tp: Double, fp: Double, fn: Double, tn: Double)
  {
    var counts = (tp: 0.0, fp: 0.0, fn: 0.0, tn: 0.0)
    for (label, score) in zip(sample.labels, sample.scores) {
      switch (label == 1, score >= threshold) {
      case (true, true): counts.tp += 1
      case (false, true): counts.fp += 1
      case (true, false): counts.fn += 1
      case (false, false): counts.tn += 1
      }
    }
    return counts
  }

  @Test func rowsAreWhatCountingGives() throws {
    let sample = Sample(count: 250, decimals: 2)
    let rows = try evaluate(try sample.scored()) { $0.decision = .threshold(0.37) }.thresholds
    #expect(rows.count == 22)
    #expect(rows.map(\.threshold) == rows.map(\.threshold).sorted())
    #expect(rows.filter { $0.reason == .grid }.map(\.threshold) == (1...19).map { Double($0) / 20 })
    #expect(rows.filter { $0.reason == .decision }.map(\.threshold) == [0.37])
    for row in rows {
      let counts = Self.count(sample, at: row.threshold)
      #expect(row.truePositives == counts.tp && row.falsePositives == counts.fp)
      #expect(row.falseNegatives == counts.fn && row.trueNegatives == counts.tn)
      #expect(isClose(row.figures.f1.value, 2 * counts.tp / (2 * counts.tp + counts.fp + counts.fn)))
      #expect(isClose(row.specificity.value, counts.tn / (counts.tn + counts.fp)))
    }
  }

  @Test func theBestThresholdsAreTheBestOfAll() throws {
    let sample = Sample(count: 250, decimals: 2)
    let rows = try evaluate(try sample.scored()).thresholds
    let counts = Set(sample.scores).map { Self.count(sample, at: $0) }
    let bestF1 = counts.map { 2 * $0.tp / (2 * $0.tp + $0.fp + $0.fn) }.max()
    let bestYouden = counts.map { $0.tp / ($0.tp + $0.fn) + $0.tn / ($0.tn + $0.fp) }.max()
    let f1Row = try #require(rows.first { $0.reason == .bestF1 })
    let youdenRow = try #require(rows.first { $0.reason == .youden })
    #expect(isClose(f1Row.figures.f1.value, try #require(bestF1)))
    let youden = try #require(youdenRow.figures.recall.value) + #require(youdenRow.specificity.value)
    #expect(isClose(youden, try #require(bestYouden)))
  }

  @Test func withoutBothClassesThereIsNoBestThreshold() throws {
    let rows = try evaluate(try ScoredLabels(labels: [1, 1], positiveScores: [0.2, 0.6])).thresholds
    #expect(rows.allSatisfy { $0.reason == .grid })
    #expect(rows.count == 19)
  }
}

@Suite struct CalibrationTests {
  @Test func binsOfEqualMassKeepTiesTogether() throws {
    let scores = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5, 0.9, 0.9]
    let data = try ScoredLabels(labels: [0, 0, 0, 1, 0, 0, 0, 1, 1, 1], positiveScores: scores)
    let bins = try evaluate(data) { $0.binCount = 5 }.massCalibration
    #expect(bins.map(\.count) == [7, 1, 2])
    #expect(bins.map(\.lower) == [0.1, 0.5, 0.9])
    #expect(bins.map(\.upper) == [0.1, 0.5, 0.9])
    #expect(bins.map(\.observed.value) == [1.0 / 7, 1, 1])
  }

  @Test func binsOfEqualMassAreEqualWithoutTies() throws {
    let bins = try evaluate(try Sample(count: 1_001).scored()).massCalibration
    #expect(bins.map(\.count) == [101] + Array(repeating: 100, count: 9))
  }

  @Test func binsOfEqualWidthAreClosedOnTheRight() throws {
    let data = try ScoredLabels(labels: [0, 0, 1, 1], positiveScores: [0, 0.5, 0.50001, 1])
    let bins = try evaluate(data) { $0.binCount = 2 }.calibration
    #expect(bins.map(\.count) == [2, 2])
    #expect(bins.map(\.lower) == [0, 0.5])
    #expect(bins.map(\.upper) == [0.5, 1])
    #expect(bins.map(\.meanPredicted) == [0.25, 0.750005])
  }

  @Test func errorsOfForecastsThatAreAlwaysAlike() throws {
    // Both errors are then the difference of the forecast and the share.
    let data = try ScoredLabels(labels: [0, 1, 1, 1], positiveScores: [0.5, 0.5, 0.5, 0.5])
    let result = try evaluate(data)
    #expect(result.metrics[.eceWidth].value == 0.25)
    #expect(result.metrics[.eceMass].value == 0.25)
    #expect(result.massCalibration.count == 1)
  }
}
