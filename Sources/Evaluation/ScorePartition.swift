/// Sums over consecutive positions of a ranking.
struct SegmentSums: Sendable {
  var weight = 0.0
  var positive = 0.0
  var score = 0.0
  var squaredScore = 0.0
  var positiveScore = 0.0
  var squaredError = 0.0
  var logLoss = 0.0

  static func += (left: inout SegmentSums, right: SegmentSums) {
    left.weight += right.weight
    left.positive += right.positive
    left.score += right.score
    left.squaredScore += right.squaredScore
    left.positiveScore += right.positiveScore
    left.squaredError += right.squaredError
    left.logLoss += right.logLoss
  }
}

/// A ranking cut at fixed places, so that bins and thresholds, which all end somewhere in the ranking, share one pass.
struct ScorePartition: Sendable {
  /// Where segments end, ascending; the last is the row count.
  private let ends: [Int]

  /// Cuts `0 ..< count` at each of `cuts`, in any order and with repetitions.
  init(cuts: [Int], count: Int) {
    var ends: [Int] = []
    for cut in (cuts + [count]).sorted() where cut > (ends.last ?? 0) { ends.append(cut) }
    self.ends = ends
  }

  /// The sums before each cut: element k is over the first k segments.
  ///
  /// - Complexity: O(n).
  func cumulativeSums(of ranking: RankedScores, weights: [Double]) -> CumulativeSums {
    let (weights, scores, positives) = (weights.span, ranking.scores.span, ranking.positives.span)
    let (squaredErrors, logLosses) = (ranking.squaredErrors.span, ranking.logLosses.span)
    var segments: [SegmentSums] = []
    segments.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      var sums = SegmentSums()
      for index in start..<end {
        let (weight, score) = (weights[index], scores[index])
        let positive = weight * positives[index]
        let weighted = weight * score
        sums.weight += weight
        sums.positive += positive
        sums.score += weighted
        sums.squaredScore += weighted * score
        sums.positiveScore += positive * score
        sums.squaredError += weight * squaredErrors[index]
        sums.logLoss += weight * logLosses[index]
      }
      segments.append(sums)
      start = end
    }
    return CumulativeSums(ends: ends, segments: segments)
  }
}

/// The sums of a partition's segments, asked for by ranges of positions.
struct CumulativeSums {
  fileprivate let ends: [Int]
  fileprivate let segments: [SegmentSums]

  /// The sums over `range`.
  ///
  /// - Precondition: the range begins and ends at cuts.
  subscript(range: Range<Int>) -> SegmentSums {
    var sums = SegmentSums()
    var start = 0
    for (index, end) in ends.enumerated() {
      if start >= range.lowerBound, end <= range.upperBound { sums += segments[index] }
      start = end
    }
    return sums
  }

  /// The sums over all positions.
  var all: SegmentSums { segments.reduce(into: SegmentSums()) { $0 += $1 } }
}
