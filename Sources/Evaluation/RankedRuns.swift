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

  /// What each entry counts each time it is drawn: a number of `weights(drawn:)`.
  private(set) var sources: [Int32] = []
  /// The score of each entry.
  private(set) var scores: [Double] = []
  /// The unit and weight of each source. Those of weight 1 come first, one for each unit in their order.
  private var sourceUnits: [Int32]
  private var sourceWeights: [Double]
  private let unitCount: Int
  /// The runs of equal scores, from the highest down.
  private(set) var runs: [Run] = []
  /// As in the ranking.
  let rowWeight: Double
  let positionCount: Int

  init(_ ranking: RankedScores, units: ResamplingUnits) {
    rowWeight = ranking.rowWeight
    positionCount = ranking.count
    unitCount = units.count
    sourceUnits = (0..<units.count).map { Int32($0) }
    sourceWeights = Array(repeating: 1, count: units.count)
    sources.reserveCapacity(ranking.count)
    scores.reserveCapacity(ranking.count)
    runs.reserveCapacity(ranking.tieEnds.count)
    var known: [Source: Int32] = [:]
    var start = 0
    for tieEnd in ranking.tieEnds {
      let end = Int(tieEnd)
      let first = sources.count
      append(start..<end, where: 0, of: ranking, units: units, known: &known)
      let positives = sources.count
      append(start..<end, where: 1, of: ranking, units: units, known: &known)
      if sources.count > first {
        runs.append(
          Run(
            start: Int32(first), positives: Int32(positives), end: Int32(sources.count), position: Int32(start)))
      }
      start = end
    }
  }

  private struct Source: Hashable {
    let unit: Int32
    let weight: Double
  }

  /// Adds entries for the rows of one kind at `positions`, which have one score.
  private mutating func append(
    _ positions: Range<Int>, where kind: Double, of ranking: RankedScores, units: ResamplingUnits,
    known: inout [Source: Int32]
  ) {
    var chosen = positions.filter { ranking.positives[$0] == kind && ranking.weights[$0] > 0 }
    if chosen.count > 1 { chosen.sort { (units.ofPosition[$0], $0) < (units.ofPosition[$1], $1) } }
    var next = 0
    while next < chosen.count {
      let unit = units.ofPosition[chosen[next]]
      var weight = 0.0
      while next < chosen.count, units.ofPosition[chosen[next]] == unit {
        weight += ranking.weights[chosen[next]]
        next += 1
      }
      sources.append(number(of: Source(unit: unit, weight: weight), known: &known))
      scores.append(ranking.scores[positions.lowerBound])
    }
  }

  private mutating func number(of source: Source, known: inout [Source: Int32]) -> Int32 {
    if source.weight == 1 { return source.unit }
    if let number = known[source] { return number }
    let number = Int32(sourceUnits.count)
    sourceUnits.append(source.unit)
    sourceWeights.append(source.weight)
    known[source] = number
    return number
  }

  /// The unit of each entry.
  var units: [Int32] { sources.map { sourceUnits[Int($0)] } }

  /// What each source weighs in each resample, so that passes over the entries need only add.
  ///
  /// - Complexity: O(1) where rows weigh 1 and none was put to another, else O(sources).
  func weights(drawn counts: [Lanes]) -> [Lanes] {
    precondition(counts.count == unitCount, "counts of \(counts.count) units instead of \(unitCount)")
    guard sourceUnits.count > unitCount else { return counts }
    var weights = counts
    weights.reserveCapacity(sourceUnits.count)
    for source in unitCount..<sourceUnits.count {
      weights.append(counts[Int(sourceUnits[source])] * sourceWeights[source])
    }
    return weights
  }
}
