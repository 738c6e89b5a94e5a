/// What a pass over a ranking gives for each of several resamples.
struct RankingAreas {
  /// 2 P N times the area above the ROC curve, P and N being the weight of positive and of other rows.
  let twiceAboveROC: Lanes
  /// P times the average precision.
  let precisionSum: Lanes
  /// The weight of positive entries before each block, and last of all.
  let positives: [Lanes]
  /// The weight of other entries before each block, and last of all; too great by `offset`.
  let others: [Lanes]

  /// What is counted as weight of other entries before the first: then no quotient of seen rows is 0 / 0 where nothing has
  /// weight yet. The first weight swallows so small a number, whose square is still a number.
  static let offset = 0x1p-500

  /// Area under the ROC curve of one resample; not-a-number without both classes.
  func rocArea(lane: Int) -> Double {
    let (positive, other) = (positives[positives.count - 1][lane], others[others.count - 1][lane] - Self.offset)
    return positive > 0 && other > 0 ? 1 - twiceAboveROC[lane] / (2 * positive * other) : .nan
  }

  /// Average precision of one resample; not-a-number without a positive row.
  func averagePrecision(lane: Int) -> Double {
    let positive = positives[positives.count - 1][lane]
    return positive > 0 ? precisionSum[lane] / positive : .nan
  }
}

extension RankingBlocks {
  /// One pass over the ranking, run of equal scores by run, for several resamples.
  ///
  /// With tp and fp the weight of positive and other rows seen so far, and p and n that of one score: the area above the ROC
  /// curve is Σ p (fp + n/2) / (P N), so that ties count half, and AP = Σ p (tp + p) / (tp + p + fp + n) / P.
  ///
  /// - Parameter weights: what each source weighs in each resample.
  /// - Complexity: O(entries).
  func areas(weights: [Lanes]) -> RankingAreas {
    var (seenPositives, seenOthers) = ([Lanes](), [Lanes]())
    seenPositives.reserveCapacity(count + 1)
    seenOthers.reserveCapacity(count + 1)
    let (weights, sources) = (weights.span, ranked.sources.span)
    let (groups, groupEnds) = (groups.span, groupEnds.span)
    var pass = AreaPass()
    var group = 0
    for block in groupEnds.indices {
      seenPositives.append(pass.positives)
      seenOthers.append(pass.others)
      while group < groupEnds[block] {
        pass.take(groups[group], sources: sources, weights: weights)
        group += 1
      }
    }
    seenPositives.append(pass.positives)
    seenOthers.append(pass.others)
    return RankingAreas(
      twiceAboveROC: pass.twiceAboveROC, precisionSum: pass.precisionSum, positives: seenPositives, others: seenOthers)
  }

  /// The weighted scores before each block, and last of all.
  ///
  /// - Parameter weights: what each source weighs in each resample.
  /// - Complexity: O(entries).
  func scores(weights: [Lanes]) -> [Lanes] {
    var seen: [Lanes] = []
    seen.reserveCapacity(count + 1)
    let (sources, scores) = (ranked.sources.span, ranked.scores.span)
    let (weights, ends) = (weights.span, entryEnds.span)
    var total = Lanes.zero
    var start = 0
    for block in ends.indices {
      seen.append(total)
      var sum = Lanes.zero
      for entry in start..<ends[block] { sum += weights[Int(sources[entry])] * scores[entry] }
      total += sum
      start = ends[block]
    }
    seen.append(total)
    return seen
  }
}

/// The sums of a pass over a ranking so far.
private struct AreaPass {
  var positives = Lanes.zero
  var others = Lanes(repeating: RankingAreas.offset)
  var twiceAboveROC = Lanes.zero
  var precisionSum = Lanes.zero
  private var entry = 0

  /// Inlined, so that the sums stay in registers from group to group.
  @inline(__always)
  mutating func take(_ group: RankingBlocks.Group, sources: Span<Int32>, weights: Span<Lanes>) {
    let (looseEnd, joinedEnd, end) = (Int(group.looseEnd), Int(group.joinedEnd), Int(group.end))
    while entry < looseEnd {
      others += weights[Int(sources[entry])]
      entry += 1
    }
    if entry < joinedEnd { takeJoined(to: Int(group.tiedEnd), joinedEnd, sources: sources, weights: weights) }
    let before = positives
    // A division takes as long as ten multiplications, so that two quotients are brought to one denominator.
    while entry + 1 < end {
      let (first, second) = (weights[Int(sources[entry])], weights[Int(sources[entry + 1])])
      let middle = positives + first
      positives = middle + second
      let (firstTotal, secondTotal) = (middle + others, positives + others)
      let numerator = first * middle * secondTotal + second * positives * firstTotal
      precisionSum += numerator / (firstTotal * secondTotal)
      entry += 2
    }
    if entry < end {
      let weight = weights[Int(sources[entry])]
      positives += weight
      precisionSum += weight * positives / (positives + others)
      entry += 1
    }
    twiceAboveROC += (positives - before) * (others + others)
  }

  /// Other and positive entries of one score.
  @inline(__always)
  private mutating func takeJoined(to tiedEnd: Int, _ end: Int, sources: Span<Int32>, weights: Span<Lanes>) {
    let above = others
    while entry < tiedEnd {
      others += weights[Int(sources[entry])]
      entry += 1
    }
    var weight = Lanes.zero
    while entry < end {
      weight += weights[Int(sources[entry])]
      entry += 1
    }
    positives += weight
    twiceAboveROC += weight * (above + others)
    precisionSum += weight * positives / (positives + others)
  }
}
