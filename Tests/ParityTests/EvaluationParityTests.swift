import Evaluation
import Foundation
import Reproducibility
import Testing

/// Figures and folds against scikit-learn 1.9 and plain numpy (Fixtures/generators/evaluation.py).
@Suite struct EvaluationParityTests {
  /// Both sides compute in double precision and differ only in the order of sums of a few hundred terms.
  private static let tolerance = 1e-12

  @Test func everyMetricEqualsScikitLearns() throws {
    for sample in try MetricFixture.cases() {
      let result = try sample.evaluate()
      for metric in Metric.allCases where !(metric == .eceMass && sample.hasFractionalWeights) {
        let expected = sample.metrics[metric.rawValue] ?? nil
        expect(result.metrics[metric].value, equals: expected, "\(sample.name): \(metric.rawValue)")
      }
      #expect(close(result.confusion.counts.flatMap { $0 }, sample.confusion.flatMap { $0 }), "\(sample.name)")
    }
  }

  @Test func everyClassAndAverageEqualsScikitLearns() throws {
    for sample in try MetricFixture.cases() {
      let result = try sample.evaluate()
      for (found, expected) in zip(result.classes, sample.classes) {
        expect(found.figures, equals: expected, "\(sample.name): class \(found.label)")
        expect(found.trueCount, equals: expected.trueCount, "\(sample.name): class \(found.label)")
      }
      let averages = [
        "macro": result.averages.macro, "micro": result.averages.micro, "weighted": result.averages.weighted,
      ]
      for (kind, expected) in sample.averages {
        expect(try #require(averages[kind]), equals: expected, "\(sample.name): \(kind)")
      }
    }
  }

  @Test func calibrationAndMurphysPartsEqualNumpys() throws {
    for sample in try MetricFixture.cases() {
      let result = try sample.evaluate()
      let parts = result.murphy
      expect(parts.reliability.value, equals: sample.murphy["reliability"], sample.name)
      expect(parts.resolution.value, equals: sample.murphy["resolution"], sample.name)
      expect(parts.uncertainty.value, equals: sample.murphy["uncertainty"], sample.name)
      expect(parts.withinBinVariance.value, equals: sample.murphy["withinBinVariance"], sample.name)
      expect(parts.withinBinCovariance.value, equals: sample.murphy["withinBinCovariance"], sample.name)
      let bins = result.calibration
      #expect(close(bins.map(\.count), sample.calibration.map(\.count)), "\(sample.name)")
      #expect(close(bins.map(\.meanPredicted), sample.calibration.map(\.predicted)), "\(sample.name)")
      #expect(close(bins.map { $0.observed.value ?? .nan }, sample.calibration.map(\.observed)), "\(sample.name)")
    }
  }

  @Test func deLongsVarianceEqualsTheFullTables() throws {
    for sample in try MetricFixture.cases() {
      let interval = try sample.evaluate().deLong
      #expect((interval == nil) == (sample.deLong == nil), "\(sample.name)")
      guard let interval, let expected = sample.deLong else { continue }
      expect(interval.value, equals: expected.value, sample.name)
      expect(interval.standardError * interval.standardError, equals: expected.variance, sample.name)
    }
  }

  @Test func theROCCurvesCornersAreScikitLearns() throws {
    for sample in try MetricFixture.cases() {
      let result = try sample.evaluate()
      guard let expected = sample.rocCurve else {
        #expect(result.rocCurve.isEmpty, "\(sample.name)")
        continue
      }
      let all = zip(expected.falsePositiveRate, expected.truePositiveRate)
      for point in result.rocCurve {
        let isOneOfThem = all.contains {
          abs($0 - point.falsePositiveRate) < Self.tolerance && abs($1 - point.truePositiveRate) < Self.tolerance
        }
        #expect(isOneOfThem, "\(sample.name): \(point)")
      }
      let area = zip(result.rocCurve, result.rocCurve.dropFirst()).reduce(0) { sum, pair in
        let width = pair.1.falsePositiveRate - pair.0.falsePositiveRate
        return sum + width * (pair.0.truePositiveRate + pair.1.truePositiveRate) / 2
      }
      expect(area, equals: sample.metrics["rocAUC"] ?? nil, sample.name)
    }
  }

  @Test func intervalsEqualThoseOfResamplesPutTogetherRowByRow() throws {
    struct File: Decodable { let cases: [BootstrapFixture] }
    for sample in try fixture(File.self, "bootstrap").cases {
      var options = EvaluationOptions()
      options.resampleCount = sample.resamples
      options.seed = sample.seed
      let data = try ScoredLabels(labels: sample.labels, positiveScores: sample.scores, clusters: sample.clusters)
      let result = try Evaluator(options.validated()).evaluate(data, on: .serial)
      #expect(result.bootstrap?.redrawCount == sample.redraws, "\(sample.name)")
      for metric in Metric.allCases {
        let expected = try #require(sample.intervals[metric.rawValue])
        expect(result.metrics[metric].low, equals: expected[0], "\(sample.name): \(metric.rawValue), low")
        expect(result.metrics[metric].high, equals: expected[1], "\(sample.name): \(metric.rawValue), high")
      }
    }
  }

  @Test func foldsAreScikitLearns() throws {
    let splits = try fixture(SplitFixture.self, "splits")
    for sample in splits.stratified {
      let plan = try FoldPlan.stratified(labels: sample.labels, foldCount: sample.folds)
      #expect(testFolds(of: plan) == sample.fold, "stratified \(sample.name), \(sample.folds) folds")
    }
    for sample in splits.grouped {
      let plan = try FoldPlan.grouped(sample.groups, foldCount: sample.folds ?? 0)
      #expect(testFolds(of: plan) == sample.fold, "grouped \(sample.name), \(sample.folds ?? 0) folds")
    }
    for sample in splits.leaveOneGroupOut {
      let plan = try FoldPlan.leavingOneGroupOut(sample.groups)
      #expect(testFolds(of: plan) == sample.fold, "leave one out \(sample.name)")
    }
  }

  @Test func windowsForwardInTimeAreScikitLearnsOverDistinctDates() throws {
    for sample in try fixture(SplitFixture.self, "splits").forward {
      let dates = sample.days.map { DaySpan(first: $0, last: $0) }
      let plan = try FoldPlan.forward(dates, foldCount: sample.folds) { String($0) }
      #expect(plan.folds.map(\.testRows) == sample.test, "\(sample.name), \(sample.folds) folds")
      #expect(plan.folds.indices.map(plan.trainingRows) == sample.training, "\(sample.name), \(sample.folds) folds")
    }
  }

  private func expect(_ found: Double?, equals expected: Double?, _ place: String) {
    guard let found, let expected else {
      #expect(found == nil && expected == nil, "\(place): \(found as Any) instead of \(expected as Any)")
      return
    }
    #expect(close(found, expected), "\(place): \(found) instead of \(expected)")
  }

  private func expect(_ found: RetrievalFigures, equals expected: MetricFixture.Retrieval, _ place: String) {
    expect(found.precision.value, equals: expected.precision, place)
    expect(found.recall.value, equals: expected.recall, place)
    expect(found.f1.value, equals: expected.f1, place)
  }

  private func close(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= Self.tolerance * max(1, abs(expected))
  }

  private func close(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { close($0, $1) }
  }

  private func testFolds(of plan: FoldPlan) -> [Int] {
    var numbers = [Int](repeating: -1, count: plan.rowCount)
    for (number, fold) in plan.folds.enumerated() {
      for row in fold.testRows { numbers[row] = number }
    }
    return numbers
  }
}

private func fixture<Content: Decodable>(_ type: Content.Type, _ name: String) throws -> Content {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/evaluation")
  return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
}

private struct MetricFixture: Decodable {
  struct Retrieval: Decodable {
    let precision: Double
    let recall: Double
    let f1: Double
    let trueCount: Double?
  }

  struct Bin: Decodable {
    let count: Double
    let predicted: Double
    let observed: Double
  }

  struct Area: Decodable {
    let value: Double
    let variance: Double
  }

  struct Curve: Decodable {
    let falsePositiveRate: [Double]
    let truePositiveRate: [Double]
  }

  let name: String
  let labels: [Int]
  let probabilities: [[Double]]
  let positive: Int
  let weights: [Double]?
  let threshold: Double?
  let metrics: [String: Double?]
  let confusion: [[Double]]
  let classes: [Retrieval]
  let averages: [String: Retrieval]
  let murphy: [String: Double]
  let calibration: [Bin]
  let deLong: Area?
  let rocCurve: Curve?

  static func cases() throws -> [MetricFixture] {
    struct File: Decodable { let cases: [MetricFixture] }
    return try fixture(File.self, "metrics").cases
  }

  /// Such weights have no reference for bins of equal mass.
  var hasFractionalWeights: Bool { weights?.contains { $0 != $0.rounded() } ?? false }

  func evaluate() throws -> EvaluationResult {
    var options = EvaluationOptions()
    options.resampleCount = 0
    if let threshold { options.decision = .threshold(threshold) }
    let truth = LabelledRows(
      classNames: probabilities.indices.map { "class \($0)" }, labels: labels, positiveClass: positive, weights: weights
    )
    let data = try ScoredLabels(truth, probabilities: probabilities)
    return try Evaluator(options.validated()).evaluate(data, on: .serial)
  }
}

private struct BootstrapFixture: Decodable {
  let name: String
  let labels: [Int]
  let scores: [Double]
  let clusters: [Int]?
  let seed: UInt64
  let resamples: Int
  let redraws: Int
  let intervals: [String: [Double]]
}

private struct SplitFixture: Decodable {
  struct Stratified: Decodable {
    let name: String
    let labels: [Int]
    let folds: Int
    let fold: [Int]
  }

  struct Grouped: Decodable {
    let name: String
    let groups: [String]
    let folds: Int?
    let fold: [Int]
  }

  struct Forward: Decodable {
    let name: String
    let days: [Int]
    let folds: Int
    let training: [[Int]]
    let test: [[Int]]
  }

  let stratified: [Stratified]
  let grouped: [Grouped]
  let leaveOneGroupOut: [Grouped]
  let forward: [Forward]
}
