import Evaluation
import Foundation
import Reproducibility
import Testing

/// Intervals of chosen figures.
@Suite struct MetricIntervalTests {
  private func clusteredSample() throws -> ScoredLabels {
    var sample = Sample(count: 300, decimals: 2)
    var generator = SeededGenerator(seed: 5)
    sample.clusters = sample.labels.map { _ in generator.index(below: 45) }
    sample.weights = sample.labels.map { _ in generator.unitInterval() }
    return try sample.scored()
  }

  private func intervals(
    _ metrics: Set<Metric>, of data: ScoredLabels, resamples: Int, threads: Int = 1
  ) throws -> MetricIntervals {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    return try Evaluator(options.validated()).intervals(of: metrics, for: data, on: Parallelism(threadCount: threads))
  }

  @Test func chosenFiguresAreThoseOfTheWholeEvaluation() throws {
    let samples = [
      try clusteredSample(), try Sample(count: 300).scored(), try multiclassSample(count: 150, classes: 3, positive: 1),
      try ScoredLabels(labels: [1, 1, 1], positiveScores: [0.2, 0.7, 0.4]),
    ]
    let four: Set<Metric> = [.rocAUC, .averagePrecision, .f1, .brier]
    for data in samples {
      let whole = try evaluate(data, resamples: 37)
      for metrics in Metric.allCases.map({ [$0] }) + [four, Set(Metric.allCases)] {
        let chosen = try intervals(metrics, of: data, resamples: 37)
        #expect(chosen.metrics == Metric.allCases.filter(metrics.contains))
        for metric in Metric.allCases {
          #expect(chosen[metric] == (metrics.contains(metric) ? whole.metrics[metric] : nil), "\(metric)")
        }
        #expect(chosen.bootstrap == whole.bootstrap)
      }
    }
  }

  @Test func anyThreadCountGivesTheSameBits() throws {
    let data = try clusteredSample()
    let one = try intervals([.rocAUC, .eceMass, .f1], of: data, resamples: 100)
    #expect(try intervals([.rocAUC, .eceMass, .f1], of: data, resamples: 100, threads: 2) == one)
    #expect(try intervals([.rocAUC, .eceMass, .f1], of: data, resamples: 100, threads: 5) == one)
  }

  @Test func withoutResamplesThereAreFiguresOnly() throws {
    let data = try clusteredSample()
    let chosen = try intervals([.brier], of: data, resamples: 0)
    #expect(chosen[.brier] == (try evaluate(data).metrics[.brier]))
    #expect(chosen.bootstrap == nil)
    let alone = try intervals([.brier], of: try ScoredLabels(labels: [1], positiveScores: [0.5]), resamples: 9)
    #expect(alone[.brier] == MetricValue(value: 0.25))
    #expect(alone.bootstrap?.note == "one row has no interval")
  }

  @Test func whatCannotBeChosenIsRefused() throws {
    let error = #expect(throws: EvaluationError.self) { try intervals([], of: try clusteredSample(), resamples: 5) }
    #expect(error?.problem == "no metric was named (at least one was expected)")
    var options = EvaluationOptions()
    options.decision = .threshold(0.3)
    let evaluator = Evaluator(try options.validated())
    let classes = try multiclassSample(count: 30, classes: 3, positive: 1)
    #expect(throws: EvaluationError.self) { try evaluator.intervals(of: [.brier], for: classes, on: .serial) }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    for resamples in [0, 20] {
      let chosen = try intervals([.brier, .rocAUC, .kappa], of: try clusteredSample(), resamples: resamples)
      let text = try JSONEncoder().encode(chosen)
      #expect(try JSONDecoder().decode(MetricIntervals.self, from: text) == chosen)
    }
  }
}
