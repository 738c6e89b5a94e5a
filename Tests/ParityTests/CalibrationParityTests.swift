import Classifiers
import Foundation
import Testing

/// Calibration maps against scikit-learn 1.9 (Fixtures/generators/calibration.py).
@Suite struct CalibrationParityTests {
  private struct Case: Decodable {
    let name: String
    let logits: [Double]
    let labels: [Int]
    let weights: [Double]?
    let slope: Double
    let intercept: Double
    let grid: [Double]
    let isotonic: [Double]
  }

  private struct Fixture: Decodable {
    let cases: [Case]

    static func read() throws -> Fixture {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/calibration")
      return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: folder.appending(path: "maps.json")))
    }
  }

  @Test func plattsMapIsTheMinimum() throws {
    for sample in try Fixture.read().cases {
      let map = PlattScaling(
        logits: sample.logits, isPositive: sample.labels.map { $0 == 1 }, weights: sample.weights)
      #expect(abs(map.slope - sample.slope) < 1e-9 * max(1, abs(sample.slope)), "\(sample.name)")
      #expect(abs(map.intercept - sample.intercept) < 1e-9 * max(1, abs(sample.slope)), "\(sample.name)")
    }
  }

  @Test func isotonicMapsEqualScikitLearns() throws {
    for sample in try Fixture.read().cases {
      let map = IsotonicRegression(
        logits: sample.logits, isPositive: sample.labels.map { $0 == 1 }, weights: sample.weights)
      for (logit, expected) in zip(sample.grid, sample.isotonic) {
        #expect(abs(map.probability(ofLogit: logit) - expected) < 1e-12, "\(sample.name) at \(logit)")
      }
    }
  }
}
