/// What does not depend on the order of the scores, summed once for each unit: a resample adds units up, not rows.
struct UnitSums: Sendable {
  private let totals: Totals<[Double]>
  /// Units with rows of one true and predicted class, and the weight of those rows, cell by cell of the confusion table.
  private let cellUnits: [Int32]
  private let cellWeights: [Double]
  /// Where each cell's units end.
  private let cellEnds: [Int]

  init(_ ranking: RankedScores, units: ResamplingUnits) {
    func perUnit(_ value: (Int) -> Double) -> [Double] {
      var sums = [Double](repeating: 0, count: units.count)
      for position in 0..<ranking.count { sums[Int(units.ofPosition[position])] += value(position) }
      return sums
    }
    let (weights, scores) = (ranking.weights, ranking.scores)
    totals = Totals(
      weight: perUnit { weights[$0] }, squaredError: perUnit { weights[$0] * ranking.squaredErrors[$0] },
      logLoss: perUnit { weights[$0] * ranking.logLosses[$0] },
      squaredScore: perUnit { weights[$0] * scores[$0] * scores[$0] },
      positiveScore: perUnit { weights[$0] * ranking.positives[$0] * scores[$0] })
    let cellCount = ranking.classNames.count * ranking.classNames.count
    let byUnit = Self.stableOrder(of: Array(0..<ranking.count), by: units.ofPosition, below: units.count)
    let byCell = Self.stableOrder(of: byUnit, by: ranking.outcomes, below: cellCount)
    var (cellUnits, cellWeights, ends) = ([Int32](), [Double](), [Int](repeating: 0, count: cellCount))
    var last: (cell: Int, unit: Int32) = (-1, -1)
    for position in byCell where weights[position] > 0 {
      let place = (cell: Int(ranking.outcomes[position]), unit: units.ofPosition[position])
      if place == last {
        cellWeights[cellWeights.count - 1] += weights[position]
      } else {
        cellUnits.append(place.unit)
        cellWeights.append(weights[position])
        last = place
      }
      ends[place.cell] = cellUnits.count
    }
    for cell in ends.indices.dropFirst() { ends[cell] = max(ends[cell], ends[cell - 1]) }
    (self.cellUnits, self.cellWeights, cellEnds) = (cellUnits, cellWeights, ends)
  }

  /// `items` by ascending key, those with one key in the order they were in (a counting sort).
  private static func stableOrder(of items: [Int], by keys: [Int32], below bound: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: bound + 1)
    for item in items { starts[Int(keys[item]) + 1] += 1 }
    for key in 0..<bound { starts[key + 1] += starts[key] }
    var ordered = items
    for item in items {
      let key = Int(keys[item])
      ordered[starts[key]] = item
      starts[key] += 1
    }
    return ordered
  }

  /// The sums over all rows.
  ///
  /// - Complexity: O(units).
  func totals(drawn counts: [Lanes]) -> Totals<Lanes> { totals.map { Lanes.sum(of: $0, drawn: counts) } }

  /// The confusion table: true class × number of classes + predicted class.
  ///
  /// - Complexity: O(units × cells), and at most O(rows).
  func cells(drawn counts: [Lanes]) -> [Lanes] {
    let (units, weights, counts) = (cellUnits.span, cellWeights.span, counts.span)
    var start = 0
    return cellEnds.map { end in
      var sum = Lanes.zero
      for index in start..<end { sum += counts[Int(units[index])] * weights[index] }
      start = end
      return sum
    }
  }
}

/// Weighted sums over rows: of one resample, of several, or a column with one for each unit.
struct Totals<Sum> {
  let weight: Sum
  let squaredError: Sum
  let logLoss: Sum
  /// Of the squares of the scores.
  let squaredScore: Sum
  /// Of the scores of positive rows.
  let positiveScore: Sum

  func map<Result>(_ transform: (Sum) -> Result) -> Totals<Result> {
    Totals<Result>(
      weight: transform(weight), squaredError: transform(squaredError), logLoss: transform(logLoss),
      squaredScore: transform(squaredScore), positiveScore: transform(positiveScore))
  }
}

extension Totals: Sendable where Sum: Sendable {}

extension Totals where Sum == Double {
  var brier: Double { squaredError / weight }
  var meanLogLoss: Double { logLoss / weight }
}
