import Evaluation
import Foundation
import Reproducibility

/// The figures, by default without intervals.
func evaluate(
  _ data: ScoredLabels, resamples: Int = 0, threads: Int = 1, change: (inout EvaluationOptions) -> Void = { _ in }
) throws -> EvaluationResult {
  var options = EvaluationOptions()
  options.resampleCount = resamples
  change(&options)
  return try Evaluator(options.validated()).evaluate(data, on: Parallelism(threadCount: threads))
}

func isClose(_ value: Double?, _ expected: Double, tolerance: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(1, abs(expected))
}

/// Random rows whose scores say something of their labels.
struct Sample {
  var labels: [Int]
  var scores: [Double]
  var weights: [Double]?
  var clusters: [Int]?

  /// - Parameter decimals: scores are rounded to so many, which makes ties; nil for none.
  init(count: Int, share: Double = 0.4, decimals: Int? = nil, seed: UInt64 = 1) {
    var generator = SeededGenerator(seed: seed)
    labels = (0..<count).map { _ in generator.unitInterval() < share ? 1 : 0 }
    scores = labels.map { label in
      let score = 0.25 * Double(label) + 0.75 * generator.unitInterval()
      guard let decimals else { return score }
      let scale = pow(10, Double(decimals))
      return (score * scale).rounded() / scale
    }
  }

  func scored() throws -> ScoredLabels {
    try ScoredLabels(labels: labels, positiveScores: scores, weights: weights, clusters: clusters)
  }

  /// The rows at `rows`, in that order.
  func selecting(_ rows: [Int]) -> Sample {
    var copy = self
    copy.labels = rows.map { labels[$0] }
    copy.scores = rows.map { scores[$0] }
    copy.weights = weights.map { weights in rows.map { weights[$0] } }
    copy.clusters = clusters.map { clusters in rows.map { clusters[$0] } }
    return copy
  }

  func mappingScores(_ transform: (Double) -> Double) -> Sample {
    var copy = self
    copy.scores = scores.map(transform)
    return copy
  }
}

/// Random rows of several classes.
func multiclassSample(count: Int, classes: Int, positive: Int, seed: UInt64 = 1) throws -> ScoredLabels {
  var generator = SeededGenerator(seed: seed)
  let labels = (0..<count).map { _ in generator.index(below: classes) }
  var columns = [[Double]](repeating: [], count: classes)
  for label in labels {
    let odds = (0..<classes).map { generator.unitInterval() + ($0 == label ? 0.4 : 0) }
    let total = odds.reduce(0, +)
    for column in 0..<classes { columns[column].append(odds[column] / total) }
  }
  let names = (0..<classes).map { "class \($0)" }
  return try ScoredLabels(
    LabelledRows(classNames: names, labels: labels, positiveClass: positive), probabilities: columns)
}
