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
  /// weight yet. The first weight swallows so small a number.
  static let offset = Double.leastNormalMagnitude

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
  /// - Parameter counts: how often each unit was drawn in each resample.
  /// - Complexity: O(entries).
  func areas(drawn counts: [Lanes]) -> RankingAreas {
    var (seenPositives, seenOthers) = ([Lanes](), [Lanes]())
    seenPositives.reserveCapacity(count + 1)
    seenOthers.reserveCapacity(count + 1)
    let (units, weights, counts) = (ranked.units.span, ranked.weights.span, counts.span)
    let (steps, stepEnds) = (steps.span, stepEnds.span)
    var (positives, others) = (Lanes.zero, Lanes(repeating: RankingAreas.offset))
    var (twiceAbove, precisionSum) = (Lanes.zero, Lanes.zero)
    var (step, entry) = (0, 0)
    for block in stepEnds.indices {
      seenPositives.append(positives)
      seenOthers.append(others)
      while step < stepEnds[block] {
        let (looseEnd, tiedEnd, end) = (Int(steps[step].looseEnd), Int(steps[step].tiedEnd), Int(steps[step].end))
        while entry < looseEnd {
          others += counts[Int(units[entry])] * weights[entry]
          entry += 1
        }
        let above = others
        while entry < tiedEnd {
          others += counts[Int(units[entry])] * weights[entry]
          entry += 1
        }
        var positive = Lanes.zero
        while entry < end {
          positive += counts[Int(units[entry])] * weights[entry]
          entry += 1
        }
        positives += positive
        twiceAbove += positive * (above + others)
        precisionSum += positive * positives / (positives + others)
        step += 1
      }
    }
    return RankingAreas(
      twiceAboveROC: twiceAbove, precisionSum: precisionSum, positives: seenPositives + [positives],
      others: seenOthers + [others])
  }

  /// The weighted scores before each block, and last of all.
  ///
  /// - Complexity: O(entries).
  func scores(drawn counts: [Lanes]) -> [Lanes] {
    var seen: [Lanes] = []
    seen.reserveCapacity(count + 1)
    let (units, scores) = (ranked.units.span, ranked.weightedScores.span)
    let (counts, ends) = (counts.span, entryEnds.span)
    var total = Lanes.zero
    var start = 0
    for block in ends.indices {
      seen.append(total)
      var sum = Lanes.zero
      for entry in start..<ends[block] { sum += counts[Int(units[entry])] * scores[entry] }
      total += sum
      start = ends[block]
    }
    return seen + [total]
  }
}
