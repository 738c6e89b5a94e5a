import Evaluation
import Foundation
import Reproducibility
import Testing

/// Whether intervals hold the truth as often as they say, and tests reject as seldom, on data whose truth is known.
@Suite struct CoverageTests {
  /// Rows that share a cluster's luck.
  private struct Simulation {
    var generator: SeededGenerator
    let clusterCount: Int
    let clusterSize: Int

    init(_ name: String, _ index: Int, clusters: Int, size: Int) {
      generator = SeededGenerator(seed: 1).child(named: name, index: index)
      clusterCount = clusters
      clusterSize = size
    }

    var clusters: [Int] { (0..<(clusterCount * clusterSize)).map { $0 / clusterSize } }

    mutating func normal() -> Double {
      // Box and Muller.
      let radius = (-2 * log(1 - generator.unitInterval())).squareRoot()
      return radius * cos(2 * .pi * generator.unitInterval())
    }

    /// Rows of two classes by turns, and predictions of them that are right with a probability of the cluster's own, uniform
    /// from 0.4 to 1: in truth 0.7.
    mutating func decisions(clustered: Bool) throws -> ScoredLabels {
      let labels = clusters.indices.map { $0 % 2 }
      var scores: [Double] = []
      for cluster in 0..<clusterCount {
        let chance = 0.4 + 0.6 * generator.unitInterval()
        for row in (cluster * clusterSize)..<((cluster + 1) * clusterSize) {
          let isRight = generator.unitInterval() < chance
          scores.append(isRight == (labels[row] == 1) ? 0.9 : 0.1)
        }
      }
      return try ScoredLabels(labels: labels, positiveScores: scores, clusters: clustered ? clusters : nil)
    }

    /// Scores of clusters that are of one class throughout, with an area in truth of Φ(1 / 2).
    mutating func areas(clustered: Bool) throws -> ScoredLabels {
      var (labels, scores) = ([Int](), [Double]())
      for cluster in 0..<clusterCount {
        let shift = normal() + Double(cluster % 2)
        for _ in 0..<clusterSize {
          labels.append(cluster % 2)
          scores.append(1 / (1 + exp(-(shift + normal()))))
        }
      }
      return try ScoredLabels(labels: labels, positiveScores: scores, clusters: clustered ? clusters : nil)
    }
  }

  /// The share of simulations whose interval holds `truth`.
  private func coverage(
    of metric: Metric, truth: Double, simulations: Int, interval: IntervalMethod = .percentile,
    _ data: @Sendable (Int) throws -> ScoredLabels
  ) throws -> Double {
    var options = EvaluationOptions()
    options.resampleCount = 400
    options.interval = interval
    let fixed = options
    let held = try Parallelism(threadCount: Parallelism.processorCount).map(count: simulations) { index in
      var options = fixed
      options.seed = UInt64(index)
      let value = try Evaluator(options.validated()).intervals(of: [metric], for: data(index), on: .serial)[metric]
      let (low, high) = (try #require(value?.low), try #require(value?.high))
      return low <= truth && truth <= high
    }
    return Double(held.count { $0 }) / Double(simulations)
  }

  @Test("95 % intervals over many clusters cover 93 to 97 %", arguments: IntervalMethod.allCases)
  func clusteredIntervalsHold(method: IntervalMethod) throws {
    let accuracy = try coverage(of: .accuracy, truth: 0.7, simulations: 1_000, interval: method) { index in
      var simulation = Simulation("accuracy", index, clusters: 120, size: 6)
      return try simulation.decisions(clustered: true)
    }
    #expect((0.93...0.97).contains(accuracy), "accuracy: \(accuracy)")
    let area = try coverage(of: .rocAUC, truth: 0.5 * erfc(-1 / 8.0.squareRoot()), simulations: 1_000, interval: method)
    {
      index in
      var simulation = Simulation("area", index, clusters: 200, size: 3)
      return try simulation.areas(clustered: true)
    }
    #expect((0.93...0.97).contains(area), "area: \(area)")
  }

  @Test("intervals that do not know of the clusters do not cover") func unclusteredIntervalsDoNotHold() throws {
    let accuracy = try coverage(of: .accuracy, truth: 0.7, simulations: 300) { index in
      var simulation = Simulation("accuracy", index, clusters: 120, size: 6)
      return try simulation.decisions(clustered: false)
    }
    #expect(accuracy < 0.9, "accuracy: \(accuracy)")
    let area = try coverage(of: .rocAUC, truth: 0.5 * erfc(-1 / 8.0.squareRoot()), simulations: 300) { index in
      var simulation = Simulation("area", index, clusters: 200, size: 3)
      return try simulation.areas(clustered: false)
    }
    #expect(area < 0.9, "area: \(area)")
  }

  @Test("the exact test over few clusters keeps its level, and McNemar's does not") func signFlipsHaveTheirLevel()
    throws
  {
    let simulations = 400
    let outcomes = try Parallelism(threadCount: Parallelism.processorCount).map(count: simulations) { index in
      var simulation = Simulation("flips", index, clusters: 7, size: 12)
      var options = EvaluationOptions()
      options.resampleCount = 1
      let comparison = try ModelComparison(
        simulation.decisions(clustered: true), simulation.decisions(clustered: true), options: options.validated(),
        on: .serial)
      return (
        flips: try #require(comparison.metrics[.accuracy].p) <= 0.05,
        mcNemar: try #require(comparison.mcNemar).p <= 0.05
      )
    }
    let level = Double(outcomes.count { $0.flips }) / Double(simulations)
    let naive = Double(outcomes.count { $0.mcNemar }) / Double(simulations)
    // Of an exact test no more than 5 % reject but for chance: three standard errors of a share of 400.
    #expect(level < 0.05 + 3 * (0.05 * 0.95 / Double(simulations)).squareRoot(), "sign flips: \(level)")
    #expect(level > 0.01, "sign flips: \(level)")
    #expect(naive > 0.1, "McNemar: \(naive)")
  }
}
