/// Bins of equal mass of one resample, made from the highest score down.
///
/// The edges of B bins are numpy's linear quantiles of the scores at shares k/B, and bins are closed on the right, as in
/// scikit-learn's `calibration_curve`. Only which scores lie at or below an edge matters, and those are the scores up to the
/// order statistic of rank ⌊(W - 1) k / B⌋ counted from 0, W being the number of rows, or their weight in rows.
struct MassBins {
  /// What a rank may be off by, in rows, where fractional weights were summed; far below the 1/B that ranks are apart by.
  private static let slack = 1e-9

  /// The summed differences of positive weight and score over the bins.
  private(set) var error = 0.0
  /// The positions where bins end, ascending; the last is the row count.
  private(set) var ends: [Int] = []
  private var closed = RankedSums()

  /// Bins a resample.
  ///
  /// - Parameters:
  ///   - seen: the sums before each block, and last over all.
  ///   - weights: what each source weighs in each resample.
  ///   - lane: the resample.
  /// - Complexity: O(bins × (log n + length of a block)).
  init(of seen: SeenSums, in blocks: RankingBlocks, weights: [Lanes], lane: Int, count binCount: Int) {
    let (total, rowWeight) = (seen.all.weight, blocks.ranked.rowWeight)
    for edge in stride(from: binCount - 1, to: 0, by: -1) {
      // Rows at or below the edge are those whose weight from the top, their own included, is at least the limit.
      let rank = (max(0, total / rowWeight - 1) * Double(edge) / Double(binCount) + Self.slack).rounded(.down)
      let limit = total - (rank + Self.slack) * rowWeight
      let place = blocks.run(reaching: limit, seen: seen, weights: weights, lane: lane)
      close(at: place.position, after: place.before)
    }
    close(at: blocks.ranked.positionCount, after: seen.all)
  }

  /// Ends a bin before `position`, unless nothing is in it.
  private mutating func close(at position: Int, after seen: RankedSums) {
    guard seen.weight > closed.weight else { return }
    let bin = seen - closed
    error += abs(bin.positive - bin.score)
    ends.append(position)
    closed = seen
  }
}

extension RankingBlocks {
  /// The run of equal scores with which the weight from the top comes to `limit`, and the sums before it.
  func run(
    reaching limit: Double, seen: SeenSums, weights: [Lanes], lane: Int
  ) -> (position: Int, before: RankedSums) {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if seen.weight(before: middle + 1) >= limit { high = middle } else { low = middle + 1 }
    }
    let (sources, scores, weights) = (ranked.sources.span, ranked.scores.span, weights.span)
    var sums = seen.before(low)
    for index in firstRun(of: low)..<runEnds[low] {
      let run = ranked.runs[index]
      var next = sums
      for entry in Int(run.start)..<Int(run.end) {
        let weight = weights[Int(sources[entry])][lane]
        next.weight += weight
        next.score += weight * scores[entry]
        if entry >= run.positives { next.positive += weight }
      }
      if next.weight >= limit { return (Int(run.position), sums) }
      sums = next
    }
    // The weights of a block, summed in another order, may come out a rounding step below the note at its end.
    let end = runEnds[low]
    return (end < ranked.runs.count ? Int(ranked.runs[end].position) : ranked.positionCount, seen.before(low + 1))
  }
}
