/// A ranking as its passes read it: rows of one score, class and unit put together, rows without weight left out.
///
/// Everything that depends on the order of the scores is a pass over the entries and a count of draws for each unit.
struct RankedRuns: Sendable {
  /// Entries of one score: first those of other classes, then those of the positive class.
  struct Run: Sendable {
    let start: Int32
    /// The first positive entry, or `end`.
    let positives: Int32
    let end: Int32
    /// The position in the ranking at which the score begins.
    let position: Int32
  }

  /// The unit that each entry belongs to.
  private(set) var units: [Int32] = []
  /// The weight of each entry's rows.
  private(set) var weights: [Double] = []
  /// The same times their score.
  private(set) var weightedScores: [Double] = []
  /// The runs of equal scores, from the highest down.
  private(set) var runs: [Run] = []
  /// As in the ranking.
  let rowWeight: Double
  let positionCount: Int

  init(_ ranking: RankedScores, units: ResamplingUnits) {
    rowWeight = ranking.rowWeight
    positionCount = ranking.count
    self.units.reserveCapacity(ranking.count)
    weights.reserveCapacity(ranking.count)
    weightedScores.reserveCapacity(ranking.count)
    runs.reserveCapacity(ranking.tieEnds.count)
    var start = 0
    for tieEnd in ranking.tieEnds {
      let end = Int(tieEnd)
      let first = self.units.count
      append(start..<end, where: 0, of: ranking, units: units)
      let positives = self.units.count
      append(start..<end, where: 1, of: ranking, units: units)
      if self.units.count > first {
        runs.append(
          Run(
            start: Int32(first), positives: Int32(positives), end: Int32(self.units.count), position: Int32(start)))
      }
      start = end
    }
  }

  /// Adds entries for the rows of one kind at `positions`, which have one score.
  private mutating func append(
    _ positions: Range<Int>, where kind: Double, of ranking: RankedScores, units: ResamplingUnits
  ) {
    let first = self.units.count
    let score = ranking.scores[positions.lowerBound]
    var chosen = positions.filter { ranking.positives[$0] == kind && ranking.weights[$0] > 0 }
    if chosen.count > 1 {
      chosen.sort { (units.ofPosition[$0], $0) < (units.ofPosition[$1], $1) }
    }
    for position in chosen {
      let (unit, weight) = (units.ofPosition[position], ranking.weights[position])
      if self.units.count > first, self.units[self.units.count - 1] == unit {
        weights[weights.count - 1] += weight
        weightedScores[weights.count - 1] += weight * score
      } else {
        self.units.append(unit)
        weights.append(weight)
        weightedScores.append(weight * score)
      }
    }
  }
}
