import Evaluation
import Foundation
import Reproducibility
import Statistics
import Testing

/// Intervals against resamples whose rows are in fact repeated, and figures of those by their definitions.
@Suite struct ResampleReferenceTests {
  enum Weights: CaseIterable { case none, whole, fractional }

  struct Case: CustomStringConvertible, Sendable {
    let decimals: Int?
    let clusterCount: Int?
    let weights: Weights
    let seed: UInt64

    var description: String {
      "\(decimals.map(String.init) ?? "all") decimals, \(clusterCount ?? 0) clusters, weights \(weights), seed \(seed)"
    }

    static let all: [Case] = [nil, 2, 1].flatMap { decimals in
      [nil, 3, 40].flatMap { clusterCount in
        Weights.allCases.enumerated().map { index, weights in
          Case(
            decimals: decimals, clusterCount: clusterCount, weights: weights,
            seed: UInt64(index + 3 * (clusterCount ?? 0)))
        }
      }
    }

    /// More rows than a block of the ranking has, so that bins of equal mass end in several.
    func sample() -> Sample {
      var sample = Sample(count: 420, decimals: decimals, seed: seed)
      var generator = SeededGenerator(seed: seed).child(named: "reference")
      sample.clusters = clusterCount.map { count in sample.labels.map { _ in 7 * generator.index(below: count) - 20 } }
      switch weights {
      case .none: break
      case .whole: sample.weights = sample.labels.map { _ in Double(generator.index(below: 4)) }
      case .fractional: sample.weights = sample.labels.map { _ in 0.1 + generator.unitInterval() }
      }
      return sample
    }
  }

  // Eleven: one batch of eight and a part of the next.
  private static let resamples = 11

  @Test(arguments: Case.all) func intervalsAreThoseOfRepeatedRows(_ given: Case) throws {
    let sample = given.sample()
    let result = try evaluate(try sample.scored(), resamples: Self.resamples)
    let repeated = (0..<Self.resamples).map { sample.selecting(resampledRows(of: sample, index: $0)) }
    let evaluations = try repeated.map { try evaluate(try $0.scored()) }
    // Fractional weights are counted in rows of mean weight, which is another one after rows were repeated.
    for metric in Metric.allCases where !(metric == .eceMass && given.weights == .fractional) {
      try expect(result.metrics[metric], spans: evaluations.map { $0.metrics[metric].value }, "\(metric)")
    }
    let naive = repeated.map(NaiveFigures.init)
    try expect(result.metrics[.rocAUC], spans: naive.map(\.rocArea), "area by pairs")
    try expect(result.metrics[.averagePrecision], spans: naive.map(\.averagePrecision), "precision by thresholds")
    try expect(result.metrics[.f1], spans: naive.map(\.f1), "F1 by counts")
    try expect(result.metrics[.brier], spans: naive.map(\.brier), "Brier score by rows")
    try expect(result.metrics[.logLoss], spans: naive.map(\.logLoss), "log loss by rows")
    for (index, row) in result.thresholds.enumerated() where row.reason == .grid {
      let values = evaluations.map { evaluation in
        evaluation.thresholds.first { $0.reason == .grid && $0.threshold == row.threshold }?.specificity.value
      }
      try expect(row.specificity, spans: values, "specificity, row \(index)")
    }
    try expect(result.murphy.resolution, spans: evaluations.map(\.murphy.resolution.value), "resolution")
    try expect(
      result.murphy.withinBinCovariance, spans: evaluations.map(\.murphy.withinBinCovariance.value), "covariance")
  }

  @Test func severalClassesAreResampledAsRows() throws {
    let data = try multiclassSample(count: 300, classes: 4, positive: 2)
    let result = try evaluate(data, resamples: Self.resamples)
    var sample = Sample(count: 300)
    (sample.labels, sample.scores) = (data.truth.labels, data.scores)
    let evaluations = try (0..<Self.resamples).map { index in
      let rows = resampledRows(of: sample, index: index, positive: 2)
      return try evaluate(
        try data.truth.scored(rows: rows, probabilities: data.probabilities.map { column in rows.map { column[$0] } }))
    }
    for metric in Metric.allCases {
      try expect(result.metrics[metric], spans: evaluations.map { $0.metrics[metric].value }, "\(metric)")
    }
  }

  private func expect(_ found: MetricValue, spans values: [Double?], _ what: String) throws {
    let interval = try #require(ConfidenceInterval.percentile(of: values.compactMap { $0 }, confidence: 0.95))
    #expect(isClose(found.low, interval.low), "\(what), low: \(found) instead of \(interval)")
    #expect(isClose(found.high, interval.high), "\(what), high: \(found) instead of \(interval)")
  }

  /// The rows of resample `index`, each as often as it was drawn: the draws that a seed stands for, spelt out.
  private func resampledRows(of sample: Sample, index: Int, positive: Int = 1) -> [Int] {
    let rows = Array(sample.labels.indices)
    let units: [[Int]]
    if let clusters = sample.clusters {
      units = Set(clusters).sorted().map { id in rows.filter { clusters[$0] == id } }
    } else {
      func key(_ row: Int) -> (Double, Int, Double, Int) {
        (-sample.scores[row], sample.labels[row], sample.weights?[row] ?? 1, row)
      }
      units = rows.sorted { key($0) < key($1) }.map { [$0] }
    }
    var generator = SeededGenerator(seed: SeededGenerator.defaultSeed).child(named: "bootstrap", index: index)
    while true {
      let drawn = units.indices.flatMap { _ in units[generator.index(below: units.count)] }
      let kinds = Set(drawn.filter { sample.weights?[$0] != 0 }.map { sample.labels[$0] == positive })
      if kinds.count == 2 { return drawn }
    }
  }
}

/// Figures of two classes by their definitions.
private struct NaiveFigures {
  let rocArea: Double
  let averagePrecision: Double
  let f1: Double
  let brier: Double
  let logLoss: Double

  init(_ sample: Sample) {
    let weights = sample.weights ?? Array(repeating: 1, count: sample.labels.count)
    let rows = sample.labels.indices.map { (sample.labels[$0], sample.scores[$0], weights[$0]) }
    let total = weights.reduce(0, +)
    let (positives, others) = (rows.filter { $0.0 == 1 }, rows.filter { $0.0 == 0 })
    let positiveWeight = positives.reduce(0) { $0 + $1.2 }
    var wins = 0.0
    for (_, score, weight) in positives {
      for other in others { wins += weight * other.2 * (score > other.1 ? 1 : score == other.1 ? 0.5 : 0) }
    }
    rocArea = wins / (positiveWeight * others.reduce(0) { $0 + $1.2 })
    averagePrecision = Set(sample.scores).reduce(0) { sum, threshold in
      let called = rows.filter { $0.1 >= threshold && $0.2 > 0 }
      guard !called.isEmpty else { return sum }
      let hits = called.reduce(0) { $0 + Double($1.0) * $1.2 }
      let step = called.reduce(0) { $0 + ($1.1 == threshold ? Double($1.0) * $1.2 : 0) }
      return sum + step / positiveWeight * hits / called.reduce(0) { $0 + $1.2 }
    }
    let hits = positives.reduce(0) { $0 + ($1.1 > 0.5 ? $1.2 : 0) }
    f1 = 2 * hits / (positiveWeight + rows.reduce(0) { $0 + ($1.1 > 0.5 ? $1.2 : 0) })
    brier = rows.reduce(0) { $0 + $1.2 * pow($1.1 - Double($1.0), 2) } / total
    logLoss =
      rows.reduce(0) { sum, row in
        let probability = min(max(row.0 == 1 ? row.1 : 1 - row.1, .ulpOfOne), 1 - .ulpOfOne)
        return sum - row.2 * log(probability)
      } / total
  }
}
