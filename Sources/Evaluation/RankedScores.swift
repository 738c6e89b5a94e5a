/// Rows in descending order of the positive class's score, sorted once; every resample is a pass over this order.
///
/// A resample does not move rows: it only says how much each row weighs. All figures are therefore functions of this order
/// and a weight per position, and a bootstrap of n rows costs O(n) a resample instead of O(n log n).
///
/// Equal scores are ordered by class, weight and cluster, so that the sums, and with them the last bits of every figure, do
/// not depend on the order of the rows in the file.
struct RankedScores: Sendable {
  /// The row in the caller's order at each position.
  let rows: [Int]
  /// The positive class's score, descending.
  let scores: [Double]
  /// 1 for a row of the positive class, else 0.
  let positives: [Double]
  /// What the row weighs before any resampling.
  let weights: [Double]
  /// What one row weighs: 1 where weights are whole numbers, which count rows as if each were there so often; otherwise their
  /// mean. Only the edges of bins of equal mass, which lie between counted rows, depend on it.
  let rowWeight: Double
  /// The squared difference of score and class.
  let squaredErrors: [Double]
  /// The negative logarithm of the true class's probability.
  let logLosses: [Double]
  /// True class × number of classes + predicted class.
  let outcomes: [Int32]
  /// The position after the last of each run of equal scores, ascending.
  let tieEnds: [Int32]
  let classNames: [String]

  var count: Int { scores.count }

  init(_ data: ScoredLabels, decision: DecisionRule) {
    let (labels, scores) = (data.truth.labels, data.scores)
    let weights = data.truth.weights ?? Array(repeating: 1, count: data.count)
    let order = Self.descendingOrder(scores: scores, labels: labels, weights: weights, clusters: data.truth.clusters)
    let ranked = order.map { scores[$0] }
    let positives = order.map { labels[$0] == data.truth.positiveClass ? 1.0 : 0 }
    rows = order
    self.scores = ranked
    self.positives = positives
    self.weights = order.map { weights[$0] }
    let isCount = weights.allSatisfy { $0 == $0.rounded() }
    rowWeight = isCount ? 1 : self.weights.reduce(0, +) / Double(weights.count)
    squaredErrors = ranked.indices.map { (ranked[$0] - positives[$0]) * (ranked[$0] - positives[$0]) }
    logLosses = order.map { LogLoss.ofProbability(data.probabilities[labels[$0]][$0]) }
    outcomes = order.map { row in Int32(labels[row] * data.classCount + decision.predictedClass(of: row, in: data))
    }
    tieEnds = ranked.indices.filter { $0 + 1 == ranked.count || ranked[$0 + 1] != ranked[$0] }.map { Int32($0 + 1) }
    classNames = data.truth.classNames
  }

  private static func descendingOrder(scores: [Double], labels: [Int], weights: [Double], clusters: [Int]?) -> [Int] {
    struct Key {
      let score: Double
      let row: Int
    }
    var keys = scores.indices.map { Key(score: scores[$0], row: $0) }
    keys.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      if labels[left.row] != labels[right.row] { return labels[left.row] < labels[right.row] }
      if weights[left.row] != weights[right.row] { return weights[left.row] < weights[right.row] }
      if let clusters, clusters[left.row] != clusters[right.row] { return clusters[left.row] < clusters[right.row] }
      return left.row < right.row
    }
    return keys.map(\.row)
  }
}

extension DecisionRule {
  /// - Precondition: a threshold goes with two classes.
  func predictedClass(of row: Int, in data: ScoredLabels) -> Int {
    switch self {
    case .threshold(let threshold):
      let positive = data.truth.positiveClass
      return data.scores[row] >= threshold ? positive : 1 - positive
    case .mostProbable:
      var best = 0
      for label in 1..<data.classCount where data.probabilities[label][row] > data.probabilities[best][row] {
        best = label
      }
      return best
    }
  }
}
