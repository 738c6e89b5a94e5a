import Evaluation
import Foundation
import Reproducibility
import Testing

/// Labels that change places, and what a pipeline's figures are then worth.
@Suite struct PermutationTests {
  private let labels = [0, 0, 0, 1, 1, 0, 1, 1, 1, 0]
  private let groups = GroupIndex(["a", "a", "a", "a", "b", "b", "c", "c", "d", "d"])

  private func permuted(_ text: String, _ labels: [Int], seed: UInt64) throws -> [Int] {
    var generator = SeededGenerator(seed: seed)
    let scheme = try LabelPermutation(text)
    return scheme.permuted(labels, groups: scheme.column == nil ? nil : groups, by: &generator)
  }

  @Test("every scheme keeps the labels", arguments: ["rows", "within:actor", "between:actor"])
  func labelsStay(text: String) throws {
    #expect(try LabelPermutation(text).description == text)
    let results = try (0..<30).map { try permuted(text, labels, seed: UInt64($0)) }
    for result in results { #expect(result.sorted() == labels.sorted()) }
    #expect(Set(results).count > 3)
  }

  @Test func withinGroupsEachKeepsItsLabels() throws {
    for seed in 0..<20 {
      let result = try permuted("within:actor", labels, seed: UInt64(seed))
      for rows in groups.rows { #expect(rows.map { result[$0] }.sorted() == rows.map { labels[$0] }.sorted()) }
    }
  }

  @Test func betweenGroupsOfOneLabelEachGroupStaysOfOne() throws {
    let pure = [1, 1, 1, 1, 0, 0, 1, 1, 0, 0]
    let results = try (0..<40).map { try permuted("between:actor", pure, seed: UInt64($0)) }
    for result in results {
      let byGroup = groups.rows.map { rows in Set(rows.map { result[$0] }) }
      #expect(byGroup.allSatisfy { $0.count == 1 })
      #expect(byGroup.count { $0 == [1] } == 2, "as many groups of either label as before")
    }
    #expect(Set(results).count == 6, "all ways to choose two of four groups")
  }

  @Test func betweenGroupsLabelsOfOneGroupStayTogether() throws {
    // All of the first group's labels are of a class of its own, which no shuffle of rows would leave side by side.
    let marked = [2, 2, 2, 2, 0, 1, 0, 1, 0, 1]
    for seed in 0..<20 {
      let result = try permuted("between:actor", marked, seed: UInt64(seed))
      let places = result.indices.filter { result[$0] == 2 }
      #expect(places == Array(places[0]..<(places[0] + 4)))
    }
  }

  @Test func whatCannotBePermutedIsRefused() throws {
    #expect { try LabelPermutation("actors") } throws: { "\($0)".contains("within:COLUMN or between:COLUMN") }
    #expect { try LabelPermutation("between:x").validate(labels: [0, 1], groups: GroupIndex(["a", "a"])) } throws: {
      "\($0)".contains("all 2 rows have one x")
    }
    #expect { try LabelPermutation("within:x").validate(labels: [0, 1], groups: GroupIndex(["a", "b"])) } throws: {
      "\($0)".contains("in each of the 2 groups by x all labels are the same")
    }
  }

  @Test func pCountsTheObservedAsOneOfThePermutations() throws {
    let good = try evaluate(ScoredLabels(labels: [0, 0, 1, 1], positiveScores: [0.1, 0.2, 0.8, 0.9])).metrics
    let bad = try evaluate(ScoredLabels(labels: [1, 1, 0, 0], positiveScores: [0.1, 0.2, 0.8, 0.9])).metrics
    let test = PermutationTest(
      scheme: .rows, observed: good, permuted: [bad, bad, bad, good], redrawCount: 0, seed: 1)
    for metric in [Metric.rocAUC, .accuracy, .brier, .logLoss] { #expect(test.metrics[metric].p == 0.4, "\(metric)") }
    #expect(test.metrics[.rocAUC].nullMean == 0.25)
    let worst = PermutationTest(scheme: .rows, observed: bad, permuted: [good, good], redrawCount: 0, seed: 1)
    #expect(worst.metrics[.brier].p == 1)
  }

  @Test func foldwiseErrorsAreNadeauAndBengios() throws {
    let folds = try [[0.1, 0.9, 0.8, 0.4], [0.9, 0.2, 0.7, 0.3], [0.1, 0.2, 0.3, 0.9]].map { scores in
      (
        metrics: try evaluate(ScoredLabels(labels: [0, 0, 1, 1], positiveScores: scores)).metrics, tested: 4, trained: 8
      )
    }
    let figures = FoldwiseFigures(folds, confidence: 0.95)
    let values = folds.compactMap { $0.metrics[.brier].value }
    let mean = values.reduce(0, +) / 3
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2
    let brier = figures.metrics[.brier]
    #expect(isClose(brier.mean, mean))
    #expect(isClose(brier.standardError, (variance * (1.0 / 3 + 0.5)).squareRoot()))
    // Student's t with 2 degrees of freedom: 4.302653 (any table).
    #expect(isClose(brier.high, mean + 4.302_652_73 * (try #require(brier.standardError)), tolerance: 1e-8))
    #expect(figures.testedToTrained == 0.5 && brier.folds == 3)
    let single = FoldwiseFigures([folds[0]], confidence: 0.95).metrics[.brier]
    #expect(single.standardError == nil && single.low == nil && single.folds == 1)
  }
}
