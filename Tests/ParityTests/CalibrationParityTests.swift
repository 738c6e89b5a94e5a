import Classifiers
import Foundation
import Testing

/// Maps of scores to probabilities against scikit-learn 1.9 (Fixtures/generators/calibration.py).
@Suite struct CalibrationParityTests {
  struct Case: Decodable {
    let name: String
    let scores: [Double]
    let labels: [Int]
    let weights: [Double]?
    let slope: Double
    let intercept: Double
    let sigmoidSlope: Double
    let sigmoidIntercept: Double
    let grid: [Double]
    let isotonic: [Double]
  }

  private static func cases() throws -> [Case] {
    struct File: Decodable { let cases: [Case] }
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/calibration/calibration.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: path)).cases
  }

  @Test func plattsNumbersAreThoseOfTheOptimum() throws {
    for sample in try Self.cases() {
      let map = try PlattScaling(
        fitting: sample.scores, isPositive: sample.labels.map { $0 == 1 }, weights: sample.weights)
      // Both are at the minimum of one strictly convex function: rounding of the gradient is all that is left.
      let scale = max(1, abs(sample.slope), abs(sample.intercept))
      #expect(abs(map.slope - sample.slope) < 1e-9 * scale, "\(sample.name)")
      #expect(abs(map.intercept - sample.intercept) < 1e-9 * scale, "\(sample.name)")
      // scikit-learn stops where scipy's limits stop it.
      #expect(abs(map.slope - sample.sigmoidSlope) < 1e-3 * scale, "\(sample.name)")
      #expect(abs(map.intercept - sample.sigmoidIntercept) < 1e-3 * scale, "\(sample.name)")
    }
  }

  @Test func isotonicProbabilitiesEqualScikitLearns() throws {
    for sample in try Self.cases() {
      let map = try IsotonicCalibration(
        fitting: sample.scores, isPositive: sample.labels.map { $0 == 1 }, weights: sample.weights)
      for (score, expected) in zip(sample.grid, sample.isotonic) {
        // Means of the same few numbers, summed in another order.
        #expect(abs(map.probability(of: score) - expected) < 1e-12, "\(sample.name) at \(score)")
      }
    }
  }
}
