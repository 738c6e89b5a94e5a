import Classifiers
import Foundation
import Reproducibility
import Testing

@Suite("Calibration")
struct CalibrationTests {
  @Test("Platt's targets for 30 and 70 rows (formulas 4.8)")
  func targets() {
    let targets = PlattScaling.targets(positives: 30, others: 70)
    #expect(abs(targets.positive - 0.96875) < 1e-12)
    #expect(abs(targets.other - 0.01388889) < 1e-8)
  }

  private func rows(_ count: Int) -> (logits: [Double], isPositive: [Bool]) {
    var generator = SeededGenerator(seed: 9)
    let logits = (0..<count).map { _ in 6 * generator.unitInterval() - 3 }
    // The classes follow half the logit: scores are twice as sure as they should be.
    return (logits, logits.map { generator.unitInterval() < 1 / (1 + exp(-$0 / 2)) })
  }

  @Test("Scores that are too sure are drawn back by either map")
  func overconfidence() {
    let (logits, isPositive) = rows(20_000)
    for method in CalibrationMethod.allCases {
      let map = CalibrationMap(method, logits: logits, isPositive: isPositive)
      for logit in [-2.0, -1, 0, 1, 2] {
        #expect(abs(map.probability(ofLogit: logit) - 1 / (1 + exp(-logit / 2))) < 0.04, "\(method) \(logit)")
      }
    }
  }

  @Test("Maps rise, stay in 0 to 1, and do not depend on the order of rows")
  func shape() {
    let (logits, isPositive) = rows(300)
    for method in CalibrationMethod.allCases {
      let map = CalibrationMap(method, logits: logits, isPositive: isPositive)
      let reversed = CalibrationMap(method, logits: logits.reversed(), isPositive: isPositive.reversed())
      #expect(map.isSound)
      var last = 0.0
      for step in -50...50 {
        let probability = map.probability(ofLogit: Double(step) / 10)
        #expect(probability >= last && probability <= 1)
        #expect(abs(probability - reversed.probability(ofLogit: Double(step) / 10)) < 1e-9)
        last = probability
      }
    }
  }

  @Test("A weight of 2 is the row twice, and of 0 none")
  func weights() {
    let (logits, isPositive) = rows(200)
    let weights = logits.indices.map { Double($0 % 3) }
    let repeated = logits.indices.flatMap { Array(repeating: $0, count: $0 % 3) }
    for method in CalibrationMethod.allCases {
      let weighted = CalibrationMap(method, logits: logits, isPositive: isPositive, weights: weights)
      let copied = CalibrationMap(
        method, logits: repeated.map { logits[$0] }, isPositive: repeated.map { isPositive[$0] })
      for logit in [-3.0, -0.5, 0.1, 2.5] {
        #expect(abs(weighted.probability(ofLogit: logit) - copied.probability(ofLogit: logit)) < 1e-9)
      }
    }
  }

  @Test("Separated scores have a finite map, and a map is read back as it was written")
  func separated() throws {
    let logits = (0..<20).map { Double($0) - 9.5 }
    for method in CalibrationMethod.allCases {
      let map = CalibrationMap(method, logits: logits, isPositive: logits.map { $0 > 0 })
      #expect(map.isSound)
      let copy = try JSONDecoder().decode(CalibrationMap.self, from: JSONEncoder().encode(map))
      #expect(copy == map)
    }
  }
}
