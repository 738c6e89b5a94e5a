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
  /// - Parameters:
  ///   - weights: what each position weighs, in the order of the ranking.
  ///   - total: the sum of `weights`.
  ///   - binCount: the number of bins of equal mass.
  /// - Complexity: O(n).
  func rankingSums(weights: [Double], total: Double, binCount: Int) -> RankingSums {
    let (weights, scores, positives, tieEnds) = (weights.span, scores.span, positives.span, tieEnds.span)
    var bins = MassBins(count: binCount, total: total, rowWeight: rowWeight)
    var limit = bins.limit
    var seen = SeenRows()
    var (area, precisionSum) = (0.0, 0.0)
    var start = 0
    for run in tieEnds.indices {
      let end = Int(tieEnds[run])
      var (weight, positive) = (0.0, 0.0)
      for index in start..<end {
        weight += weights[index]
        positive += weights[index] * positives[index]
      }
      if seen.weight + weight >= limit { limit = bins.close(at: start, after: seen, before: weight) }
      area += (weight - positive) * (seen.positive + 0.5 * positive)
      seen.positive += positive
      seen.weight += weight
      seen.score += weight * scores[start]
      // Where nothing has weight yet, positive is zero, and so must be the quotient.
      precisionSum += positive * seen.positive / max(seen.weight, .leastNormalMagnitude)
      start = end
    }
    _ = bins.close(at: start, after: seen, before: 0)
    let others = seen.weight - seen.positive
    return RankingSums(
      rocArea: seen.positive > 0 && others > 0 ? area / (seen.positive * others) : .nan,
      averagePrecision: seen.positive > 0 ? precisionSum / seen.positive : .nan,
      calibrationError: bins.error / total, massBinEnds: bins.ends)
  }
}

/// Sums over the positions from the top that a pass has seen.
private struct SeenRows {
  var (weight, positive, score) = (0.0, 0.0, 0.0)
}

/// Closes bins of equal mass from the highest score down.
///
/// The edges of B bins are numpy's linear quantiles of the scores at shares k/B, and bins are closed on the right, as in
/// scikit-learn's `calibration_curve`. Only which scores lie at or below an edge matters, and those are the scores up to the
/// order statistic of rank ⌊(W - 1) k / B⌋ counted from 0, W being the number of rows, or their weight in rows.
private struct MassBins {
  /// What a rank may be off by, in rows, where fractional weights were summed; far below the 1/B that ranks are apart by.
  private static let slack = 1e-9

  private let total: Double
  private let rowWeight: Double
  private let binCount: Int
  /// The number of the edge below the open bin, from `binCount - 1` down to 1; 0 for the lowest bin.
  private var edge: Int
  private var closed = SeenRows()
  /// The summed differences of positive weight and score over the closed bins.
  private(set) var error = 0.0
  /// Where the closed bins end.
  private(set) var ends: [Int] = []

  init(count: Int, total: Double, rowWeight: Double) {
    self.total = total
    self.rowWeight = rowWeight
    binCount = count
    edge = count - 1
  }

  /// Rows at or below the edge are those whose weight from the top, their own included, is at least this.
  var limit: Double {
    guard edge > 0 else { return .infinity }
    let rank = (max(0, total / rowWeight - 1) * Double(edge) / Double(binCount) + Self.slack).rounded(.down)
    return total - (rank + Self.slack) * rowWeight
  }

  /// Ends the open bin before `position`, and passes over the bins that a run of `weight` from there on leaves empty.
  ///
  /// - Returns: the new limit.
  mutating func close(at position: Int, after seen: SeenRows, before weight: Double) -> Double {
    if seen.weight > closed.weight {
      error += abs((seen.positive - closed.positive) - (seen.score - closed.score))
      ends.append(position)
      closed = seen
    }
    while seen.weight + weight >= limit { edge -= 1 }
    return limit
  }
}
