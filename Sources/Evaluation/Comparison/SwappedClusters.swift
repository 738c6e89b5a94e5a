/// Two models' predictions of the same rows, of which any cluster's can be exchanged.
///
/// The rows are there twice, once with either model's probabilities, and each half of a cluster is a unit. Choosing a half of every
/// cluster makes one model's predictions, the other halves the other's; a resample that draws the chosen halves once gives the
/// figures.
///
/// Figures of the ranking are of ranks within each model, not of probabilities: mixed rankings of two models would else tell their
/// scales apart rather than their order (Venkatraman and Begg 1996).
struct SwappedClusters: Sendable {
  /// Over probabilities, and over ranks.
  private let calculators: [FigureCalculator]
  /// The number of clusters.
  let clusterCount: Int
  /// The number of rows that either model scored.
  let rowCount: Int

  /// - Parameter clusters: the cluster of each row, in `0 ..< clusterCount`.
  init(_ a: ScoredLabels, _ b: ScoredLabels, clusters: [Int], clusterCount: Int, options: ValidatedEvaluationOptions)
    throws
  {
    let halves = clusters.map { 2 * $0 } + clusters.map { 2 * $0 + 1 }
    let weights = a.truth.weights.map { $0 + $0 }
    let truth = LabelledRows(
      classNames: a.truth.classNames, labels: a.truth.labels + b.truth.labels, positiveClass: a.truth.positiveClass,
      weights: weights, clusters: halves)
    let both = try ScoredLabels(truth, probabilities: zip(a.probabilities, b.probabilities).map { $0 + $1 })
    let ranked = try ScoredLabels(
      labels: truth.labels.map { $0 == truth.positiveClass ? 1 : 0 },
      positiveScores: Self.ranks(of: a.scores) + Self.ranks(of: b.scores), weights: weights, clusters: halves)
    var rankOptions = options.values
    rankOptions.decision = .mostProbable
    calculators = [
      FigureCalculator(both, options: options), FigureCalculator(ranked, options: try rankOptions.validated()),
    ]
    self.clusterCount = clusterCount
    rowCount = a.count
  }

  /// The share of scores below each, equal ones counting half.
  private static func ranks(of scores: [Double]) -> [Double] {
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    var ranks = scores
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end) / Double(2 * order.count) }
      start = end
    }
    return ranks
  }

  /// The difference of each metric for some ways of swapping at once.
  ///
  /// - Parameter isSwapped: whether a cluster's predictions are exchanged in a lane.
  /// - Precondition: there are no more than eight lanes.
  func differences(lanes: Int, isSwapped: (_ lane: Int, _ cluster: Int) -> Bool) -> [[Double]] {
    // Lanes that are not asked for draw everything, so that no figure of theirs divides by nothing.
    var counts = [Lanes](repeating: Lanes(repeating: 1), count: 2 * clusterCount)
    var others = counts
    for lane in 0..<lanes {
      for cluster in 0..<clusterCount {
        let turn = isSwapped(lane, cluster) ? 1 : 0
        counts[2 * cluster + 1 - turn][lane] = 0
        others[2 * cluster + turn][lane] = 0
      }
    }
    let batches = calculators.map { (ResampleBatch($0, drawn: counts), ResampleBatch($0, drawn: others)) }
    return (0..<lanes).map { lane in
      let figures = batches.map { (ResampleFigures($0.0, lane: lane), ResampleFigures($0.1, lane: lane)) }
      return Metric.allCases.map { metric in
        let (one, other) = figures[metric.isOfRanking ? 1 : 0]
        return (one[metric].value ?? .nan) - (other[metric].value ?? .nan)
      }
    }
  }
}

extension Metric {
  /// Whether only the order of the scores counts.
  fileprivate var isOfRanking: Bool { self == .rocAUC || self == .averagePrecision }
}
