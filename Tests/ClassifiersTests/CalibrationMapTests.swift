import Classifiers
import Foundation
import Reproducibility
import Testing

@Suite struct CalibrationMapTests {
  private static func sample(_ count: Int, seed: UInt64) -> (scores: [Double], isPositive: [Bool]) {
    var generator = SeededGenerator(seed: seed)
    let scores = (0..<count).map { _ in 6 * generator.unitInterval() - 3 }
    return (scores, scores.map { generator.unitInterval() < 1 / (1 + exp(-$0)) })
  }

  @Test func plattsTargetsAreThePapers() {
    // Platt (2000) for 30 positive rows and 70 others.
    let targets = PlattScaling.targets(positives: 30, others: 70)
    #expect(abs(targets.positive - 0.96875) < 1e-15)
    #expect(abs(targets.other - 0.013888888888888888) < 1e-15)
  }

  @Test func plattsGradientVanishes() throws {
    let (scores, isPositive) = Self.sample(400, seed: 1)
    let map = try PlattScaling(fitting: scores, isPositive: isPositive)
    #expect(map.slope < 0)
    let positives = Double(isPositive.count { $0 })
    let targets = PlattScaling.targets(positives: positives, others: 400 - positives)
    var gradient = (0.0, 0.0)
    for (score, positive) in zip(scores, isPositive) {
      let error = (positive ? targets.positive : targets.other) - map.probability(of: score)
      gradient = (gradient.0 + error * score, gradient.1 + error)
    }
    // Sums of 400 terms below 3, each rounded once.
    #expect(abs(gradient.0) < 1e-9 && abs(gradient.1) < 1e-9)
  }

  @Test func plattsProbabilitiesKeepTheOrder() throws {
    let (scores, isPositive) = Self.sample(100, seed: 2)
    let map = try PlattScaling(fitting: scores, isPositive: isPositive)
    let sorted = scores.sorted().map(map.probability)
    #expect(sorted == sorted.sorted())
    #expect(map.probability(of: 1e300) <= 1 && map.probability(of: -1e300) >= 0)
  }

  @Test func wholeWeightsAreRepeatedRows() throws {
    let (scores, isPositive) = Self.sample(60, seed: 3)
    let weights = scores.indices.map { Double($0 % 3) }
    let rows = scores.indices.flatMap { [Int](repeating: $0, count: $0 % 3) }
    let heavy = try PlattScaling(fitting: scores, isPositive: isPositive, weights: weights)
    let repeated = try PlattScaling(fitting: rows.map { scores[$0] }, isPositive: rows.map { isPositive[$0] })
    #expect(abs(heavy.slope - repeated.slope) < 1e-9 && abs(heavy.intercept - repeated.intercept) < 1e-9)
    let risen = try IsotonicCalibration(fitting: scores, isPositive: isPositive, weights: weights)
    let same = try IsotonicCalibration(fitting: rows.map { scores[$0] }, isPositive: rows.map { isPositive[$0] })
    for score in stride(from: -4.0, through: 4, by: 0.25) {
      #expect(abs(risen.probability(of: score) - same.probability(of: score)) < 1e-12)
    }
  }

  @Test func isotonicPoolsViolatorsAndRunsStraightBetweenKnots() throws {
    let map = try IsotonicCalibration(
      fitting: [1, 2, 3, 4, 4, 6], isPositive: [false, true, false, true, true, true])
    #expect(map.scores == [1, 2, 3, 4, 6] && map.probabilities == [0, 0.5, 0.5, 1, 1])
    #expect(map.probability(of: 1.5) == 0.25)
    #expect(map.probability(of: -9) == 0 && map.probability(of: 99) == 1)
    #expect(map.isSound)
  }

  @Test func isotonicMeansAreTheShares() throws {
    let (scores, isPositive) = Self.sample(500, seed: 4)
    let map = try IsotonicCalibration(fitting: scores, isPositive: isPositive)
    let predicted = scores.reduce(0) { $0 + map.probability(of: $1) }
    #expect(abs(predicted - Double(isPositive.count { $0 })) < 1e-9)
    let sorted = scores.sorted().map(map.probability)
    #expect(sorted == sorted.sorted())
  }

  @Test func rowsOfOneClassAreRefused() {
    let error = #expect(throws: ClassifierError.self) {
      try PlattScaling(fitting: [1, 2], isPositive: [true, true])
    }
    #expect(error?.problem.hasPrefix("probabilities cannot be calibrated on rows of one class (2.0 positive") == true)
  }

  @Test func mapsAreReadBack() throws {
    let (scores, isPositive) = Self.sample(50, seed: 5)
    for method in [CalibrationMethod.platt, .isotonic] {
      let map = try #require(
        try CalibrationMap.fitted(method, logits: scores, isPositive: isPositive, weights: nil))
      let text = try JSONValue(encoding: map).text()
      #expect(text.hasPrefix("{\"method\":\"\(method.rawValue)\""))
      #expect(try JSONDecoder().decode(CalibrationMap.self, from: Data(text.utf8)) == map)
    }
    #expect(try CalibrationMap.fitted(.none, logits: scores, isPositive: isPositive, weights: nil) == nil)
  }
}
