/// Two models' predictions of the same rows, of which any cluster's can be exchanged.
///
/// The rows are there twice, once with either model's probabilities, and each half of a cluster is a unit. Choosing a half of every
/// cluster makes one model's predictions, the other halves the other's; a resample that draws the chosen halves once gives the
/// figures.
struct SwappedClusters: Sendable {
  private let calculator: FigureCalculator
  /// The number of clusters.
  let clusterCount: Int
  /// The number of rows that either model scored.
  let rowCount: Int

  /// - Parameter clusters: the cluster of each row, in `0 ..< clusterCount`.
  init(_ a: ScoredLabels, _ b: ScoredLabels, clusters: [Int], clusterCount: Int, options: ValidatedEvaluationOptions)
    throws
  {
    let rows = Array(0..<a.count)
    let truth = LabelledRows(
      classNames: a.truth.classNames, labels: a.truth.labels + b.truth.labels, positiveClass: a.truth.positiveClass,
      weights: a.truth.weights.map { $0 + $0 },
      clusters: rows.map { 2 * clusters[$0] } + rows.map { 2 * clusters[$0] + 1 })
    let both = try ScoredLabels(
      truth, probabilities: zip(a.probabilities, b.probabilities).map { $0 + $1 })
    calculator = FigureCalculator(both, options: options)
    self.clusterCount = clusterCount
    rowCount = a.count
  }

  /// The difference of each metric for some ways of swapping at once.
  ///
  /// - Parameter isSwapped: whether a cluster's predictions are exchanged in a lane.
  /// - Precondition: there are no more than eight lanes.
  func differences(lanes: Int, isSwapped: (_ lane: Int, _ cluster: Int) -> Bool) -> [[Double]] {
    var counts = [Lanes](repeating: .zero, count: 2 * clusterCount)
    for lane in 0..<lanes {
      for cluster in 0..<clusterCount { counts[2 * cluster + (isSwapped(lane, cluster) ? 1 : 0)][lane] = 1 }
    }
    for lane in lanes..<Lanes.scalarCount { for unit in counts.indices { counts[unit][lane] = 1 } }
    let first = ResampleBatch(calculator, drawn: counts)
    var others = counts.map { 1 - $0 }
    for lane in lanes..<Lanes.scalarCount { for unit in others.indices { others[unit][lane] = 1 } }
    let second = ResampleBatch(calculator, drawn: others)
    return (0..<lanes).map { lane in
      let (one, other) = (ResampleFigures(first, lane: lane), ResampleFigures(second, lane: lane))
      return Metric.allCases.map { (one[$0].value ?? .nan) - (other[$0].value ?? .nan) }
    }
  }
}
