import Evaluation
import Foundation
import Reproducibility
import Statistics
import Testing

/// Comparisons against pROC, exact tests and intervals against scipy (Fixtures/generators/comparison.py).
@Suite struct ComparisonParityTests {
  private struct File<Case: Decodable>: Decodable { let cases: [Case] }

  private func cases<Case: Decodable>(_ type: Case.Type, _ name: String) throws -> [Case] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/comparison")
    let data = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
    return try JSONDecoder().decode(File<Case>.self, from: data).cases
  }

  private func isClose(_ found: Double?, _ expected: Double, within tolerance: Double) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
  }

  private struct DeLong: Decodable {
    let name: String
    let labels: [Int]
    let scoresA: [Double]
    let scoresB: [Double]
    let a: Double
    let b: Double
    let z: Double
    let p: Double
    let standardError: Double
  }

  @Test func theDifferenceOfTwoAreasIsPROCs() throws {
    for sample in try cases(DeLong.self, "delong") {
      var options = EvaluationOptions()
      options.resampleCount = 0
      let comparison = try ModelComparison(
        ScoredLabels(labels: sample.labels, positiveScores: sample.scoresA),
        ScoredLabels(labels: sample.labels, positiveScores: sample.scoresB), options: options.validated(), on: .serial)
      let deLong = try #require(comparison.deLong)
      // Sums of at most 40,000 comparisons; p has the relative precision of z times z² / 2, at most 55 here.
      #expect(isClose(comparison.metrics[.rocAUC].a, sample.a, within: 1e-12), "\(sample.name)")
      #expect(isClose(comparison.metrics[.rocAUC].b, sample.b, within: 1e-12), "\(sample.name)")
      #expect(isClose(deLong.standardError, sample.standardError, within: 1e-12), "\(sample.name)")
      #expect(isClose(deLong.z, sample.z, within: 1e-10), "\(sample.name)")
      #expect(isClose(deLong.p, sample.p, within: 1e-10), "\(sample.name)")
    }
  }

  private struct McNemar: Decodable {
    let a: Int
    let b: Int
    let p: Double
  }

  @Test func mcNemarsTestIsTheBinomialOne() throws {
    for sample in try cases(McNemar.self, "mcnemar") {
      let p = McNemarTest(onlyA: sample.a, onlyB: sample.b).p
      // Logarithms of factorials of up to 3,000 lose some digits before the exponential.
      #expect(abs(p - sample.p) <= 1e-10 * sample.p + 1e-300, "\(sample.a), \(sample.b): \(p)")
    }
    #expect(abs(McNemarTest(onlyA: 3, onlyB: 12).p - 0.035_156_25) < 1e-14)
  }

  private struct BiasCorrected: Decodable {
    let name: String
    let estimate: Double
    let resampled: [Double]
    let jackknife: [Double]
    let confidence: Double
    let low: Double
    let high: Double
  }

  @Test func theBiasCorrectedIntervalIsScipys() throws {
    for sample in try cases(BiasCorrected.self, "bca") {
      let interval = ConfidenceInterval.biasCorrected(
        of: sample.resampled, estimate: sample.estimate, jackknifeValues: sample.jackknife,
        confidence: sample.confidence)
      #expect(isClose(interval?.low, sample.low, within: 1e-9), "\(sample.name)")
      #expect(isClose(interval?.high, sample.high, within: 1e-9), "\(sample.name)")
    }
  }

  private struct Student: Decodable {
    let degreesOfFreedom: Double
    let p: Double
    let t: Double
  }

  @Test func studentsQuantilesAreScipys() throws {
    for sample in try cases(Student.self, "student") {
      let t = StudentDistribution.quantile(sample.p, degreesOfFreedom: sample.degreesOfFreedom)
      #expect(isClose(t, sample.t, within: 1e-9), "\(sample): \(t)")
      let p = StudentDistribution.cumulative(sample.t, degreesOfFreedom: sample.degreesOfFreedom)
      #expect(isClose(p, sample.p, within: 1e-12), "\(sample): \(p)")
    }
  }
}
