import Evaluation
import Foundation
import Reproducibility
import Testing

@Suite("Calibration by group")
struct GroupCalibrationTests {
  private func options(resamples: Int = 200) throws -> ValidatedEvaluationOptions {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    return try options.validated()
  }

  /// Statements of `groups` actors whose rates rise from one to the next; scores are the true rates, plus `bias`.
  private func scored(groups: Int, rows: Int, bias: Double = 0) throws -> (data: ScoredLabels, names: [String]) {
    var generator = SeededGenerator(seed: 6)
    var (labels, scores, names): ([Int], [Double], [String]) = ([], [], [])
    for group in 0..<groups {
      let rate = 0.1 + 0.7 * Double(group) / Double(groups - 1)
      for _ in 0..<rows {
        labels.append(generator.unitInterval() < rate ? 1 : 0)
        scores.append(rate + bias)
        names.append("actor \(group)")
      }
    }
    return (try ScoredLabels(labels: labels, positiveScores: scores), names)
  }

  @Test("Shares are the groups' own, and calibrated scores leave no difference")
  func shares() throws {
    let (data, names) = try scored(groups: 8, rows: 400)
    let result = GroupCalibration(of: data, groups: names, column: "actor", options: try options())
    #expect(result.groups.map(\.name) == (0..<8).map { "actor \($0)" })
    for (number, group) in result.groups.enumerated() {
      let labels = names.indices.filter { names[$0] == group.name }.map { data.truth.labels[$0] }
      #expect(abs(group.observed - Double(labels.reduce(0, +)) / 400) < 1e-12)
      #expect(abs(group.predicted - (0.1 + 0.1 * Double(number))) < 1e-12)
      #expect(abs(group.difference.value ?? .nan) < 0.1)
    }
    #expect(result.rankCorrelation.value ?? 0 > 0.9)
    #expect(result.rankCorrelation.low ?? 0 > 0.5)
  }

  @Test("A bias of all scores is found in every group and leaves their order")
  func bias() throws {
    let (plain, names) = try scored(groups: 6, rows: 500)
    let (biased, _) = try scored(groups: 6, rows: 500, bias: 0.15)
    let first = GroupCalibration(of: plain, groups: names, column: "actor", options: try options())
    let second = GroupCalibration(of: biased, groups: names, column: "actor", options: try options())
    for (left, right) in zip(first.groups, second.groups) {
      #expect(abs((right.difference.value ?? .nan) - (left.difference.value ?? .nan) - 0.15) < 1e-12)
      #expect(right.difference.low ?? 0 > 0)
    }
    #expect(first.rankCorrelation == second.rankCorrelation)
  }

  @Test("The interval of a single group holds the true difference as often as it says")
  func coverage() throws {
    var held = 0
    for seed in 0..<1000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let labels = (0..<120).map { _ in generator.unitInterval() < 0.3 ? 1 : 0 }
      let data = try ScoredLabels(labels: labels, positiveScores: Array(repeating: 0.3, count: 120))
      let result = GroupCalibration(
        of: data, groups: Array(repeating: "x", count: 120), column: "actor", options: try options(resamples: 0))
      let difference = result.groups[0].difference
      if let low = difference.low, let high = difference.high, low <= 0, high >= 0 { held += 1 }
    }
    #expect((930...970).contains(held), "\(held)")
  }

  @Test("Too few groups are not ranked, and said to be too few")
  func few() throws {
    let (data, names) = try scored(groups: 6, rows: 10)
    let result = GroupCalibration(of: data, groups: names, column: "actor", options: try options())
    #expect(result.rankedGroups == 0)
    #expect(result.rankCorrelation.value == nil)
    #expect(result.rankCorrelation.note?.contains("0 groups") == true)
  }

  @Test("A weight of 2 counts as the row twice")
  func weights() throws {
    let data = try ScoredLabels(labels: [1, 0, 0], positiveScores: [0.5, 0.2, 0.2])
    let weighted = try ScoredLabels(labels: [1, 0], positiveScores: [0.5, 0.2], weights: [1, 2])
    let plain = GroupCalibration(of: data, groups: ["g", "g", "g"], column: "g", options: try options()).groups[0]
    let heavy = GroupCalibration(of: weighted, groups: ["g", "g"], column: "g", options: try options()).groups[0]
    #expect(abs(plain.observed - heavy.observed) < 1e-15)
    #expect(abs(plain.predicted - heavy.predicted) < 1e-15)
  }
}
