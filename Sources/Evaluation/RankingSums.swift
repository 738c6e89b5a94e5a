/// What depends on the order of the scores: the areas under both curves, and the calibration of bins of equal mass.
struct RankingSums {
  /// Area under the ROC curve; not-a-number without both classes.
  var rocArea = Double.nan
  /// Average precision; not-a-number without a positive row.
  var averagePrecision = Double.nan
  /// Expected calibration error over bins of equal mass.
  var calibrationError = 0.0
  /// The positions where bins of equal mass end, ascending, so from the highest scores down; the last is the row count.
  var massBinEnds: [Int] = []
}

extension RankedScores {
  /// One pass over the ranking, run of equal scores by run.
  ///
  /// With P and N the weight of positive and other rows, tp and fp those seen so far, and p, n those of one run:
  /// AUC = Σ n (tp + p/2) / (P N), so ties count half; AP = Σ p (tp + p) / (tp + p + fp + n) / P.
  ///
  /// The edges of B bins of equal mass are numpy's linear quantiles of the scores at shares k/B, and bins are closed on the
  /// right, as in scikit-learn's `calibration_curve`. Only which scores lie at or below an edge matters, and those are the
  /// scores up to the order statistic of rank ⌊(W - 1) k / B⌋ counted from 0, W being the total weight.
  ///
  /// - Parameter weights: what each position weighs, in the order of the ranking.
  /// - Complexity: O(n).
  func rankingSums(weights: [Double], binCount: Int) -> RankingSums {
    let (weights, scores, positives, tieEnds) = (weights.span, scores.span, positives.span, tieEnds.span)
    var total = 0.0
    for index in weights.indices { total += weights[index] }
    var bins = MassBins(count: binCount, total: total)
    var sums = RankingSums()
    var (truePositives, seen, area, precisionSum) = (0.0, 0.0, 0.0, 0.0)
    var start = 0
    for run in tieEnds.indices {
      let end = Int(tieEnds[run])
      var (weight, positive) = (0.0, 0.0)
      for index in start..<end {
        weight += weights[index]
        positive += weights[index] * positives[index]
      }
      if bins.reaches(seen + weight) { bins.closeBins(below: seen + weight, at: start, sums: &sums) }
      bins.add(weight: weight, positive: positive, score: scores[start])
      area += (weight - positive) * (truePositives + 0.5 * positive)
      truePositives += positive
      seen += weight
      if positive > 0 { precisionSum += positive * truePositives / seen }
      start = end
    }
    bins.finish(at: start, sums: &sums)
    let others = seen - truePositives
    if truePositives > 0, others > 0 { sums.rocArea = area / (truePositives * others) }
    if truePositives > 0 { sums.averagePrecision = precisionSum / truePositives }
    return sums
  }
}

/// Collects rows from the highest score down into bins of equal mass.
private struct MassBins {
  private let total: Double
  private let binCount: Int
  /// The number of the edge below the bin that is open, from `binCount - 1` down to 1; 0 for the lowest bin.
  private var edge: Int
  /// The weight from the top at which the open bin must have ended.
  private var limit: Double
  private var (weight, positive, scoreSum) = (0.0, 0.0, 0.0)

  init(count: Int, total: Double) {
    self.total = total
    binCount = count
    edge = count - 1
    limit = Self.limit(edge: edge, total: total, binCount: count)
  }

  /// The rows at or below edge k are those whose weight from the top, their own included, is at least this.
  private static func limit(edge: Int, total: Double, binCount: Int) -> Double {
    guard edge > 0 else { return .infinity }
    return total - (max(0, total - 1) * Double(edge) / Double(binCount)).rounded(.down)
  }

  func reaches(_ weightFromTop: Double) -> Bool { weightFromTop >= limit }

  mutating func closeBins(below weightFromTop: Double, at position: Int, sums: inout RankingSums) {
    close(at: position, sums: &sums)
    while weightFromTop >= limit {
      edge -= 1
      limit = Self.limit(edge: edge, total: total, binCount: binCount)
    }
  }

  mutating func add(weight: Double, positive: Double, score: Double) {
    self.weight += weight
    self.positive += positive
    scoreSum += weight * score
  }

  mutating func finish(at position: Int, sums: inout RankingSums) {
    close(at: position, sums: &sums)
  }

  private mutating func close(at position: Int, sums: inout RankingSums) {
    if weight > 0 {
      sums.calibrationError += abs(positive - scoreSum) / total
      sums.massBinEnds.append(position)
    }
    (weight, positive, scoreSum) = (0, 0, 0)
  }
}
