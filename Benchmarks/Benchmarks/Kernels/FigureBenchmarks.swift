import Benchmark
import ParlanceKit

/// Figures with bootstrap intervals.
func addFigureBenchmarks() {
  Benchmark("bootstrap of 20,000 rows, 200 resamples", configuration: usualConfiguration()) { benchmark, scored in
    var options = EvaluationOptions()
    options.resampleCount = 200
    let evaluator = Evaluator(try options.validated())
    benchmark.startMeasurement()
    let result = try evaluator.evaluate(scored, on: .serial)
    benchmark.stopMeasurement()
    let area = result.metrics[.rocAUC]
    verify((area.low ?? 1) < (area.value ?? 0) && (area.value ?? 1) < (area.high ?? 0), "an interval around its value")
  } setup: {
    try scoredRows(count: 20_000)
  }
}

/// Rows in clusters of about twenty, with scores that tell the classes apart somewhat.
private func scoredRows(count: Int) throws -> ScoredLabels {
  var generator = SeededGenerator(seed: SeededGenerator.defaultSeed)
  var (labels, scores, clusters): ([Int], [Double], [Int]) = ([], [], [])
  for _ in 0..<count {
    let label = generator.index(below: 2)
    labels.append(label)
    scores.append((generator.unitInterval() + generator.unitInterval() + Double(label) * 0.5) / 2.5)
    clusters.append(generator.index(below: count / 20))
  }
  return try ScoredLabels(labels: labels, positiveScores: scores, clusters: clusters)
}
