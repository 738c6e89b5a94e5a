/// The width of a window that predicts best, by leaving out one cluster at a time.
///
/// A statement is predicted by the window's weighted mean about its day, without its own cluster; the loss of a width is the mean
/// squared error over all statements of all actors. Where a window is empty without the cluster, the actor's overall mean without it
/// predicts. An actor of one cluster has nothing to predict from, and is left out. Leaving out clusters rather than statements keeps
/// widths from being chosen for following single speeches (Rice and Silverman 1991).
public struct SmoothingWidth: Sendable, Hashable {
  /// The width of least loss in days; of widths that lose alike, the widest. The widest of all where there are no losses.
  public let days: Int
  /// The widths that were tried, in the order they were given.
  public let candidates: [Int]
  /// The mean squared error of each; empty where no actor has two clusters.
  public let losses: [Double]

  /// Losses that differ by no more than this share are alike: sums in another order differ in their last digits.
  private static let rounding = 1e-12

  /// Chooses a width for several actors.
  ///
  /// - Precondition: there are candidates, all positive.
  /// - Complexity: for each candidate O(days × days in the window + Σ m²) with m the days of a cluster.
  public init(for series: [DatedValues], candidates: [Int], kernel: SmoothingKernel) {
    precondition(
      candidates.allSatisfy { $0 > 0 }, "the width of a window must be positive, not \(candidates.min() ?? 0)")
    guard var chosen = candidates.max() else { preconditionFailure("no width to choose from") }
    let usable = series.filter { $0.clusterCount > 1 }
    let statements = usable.reduce(0) { $0 + $1.count }
    var losses: [Double] = []
    if statements > 0 {
      let predictions = usable.map(LeftOutClusters.init)
      losses = candidates.map { width in
        predictions.reduce(0) { $0 + $1.squaredError(width: width, kernel: kernel) } / Double(statements)
      }
      let bound = (losses.min() ?? 0) * (1 + Self.rounding)
      chosen = zip(candidates, losses).filter { $1 <= bound }.map(\.0).max() ?? chosen
    }
    (days, self.candidates, self.losses) = (chosen, candidates, losses)
  }
}

/// An actor's sums by day, from which those of a cluster are taken away again.
private struct LeftOutClusters {
  private let cells: [DatedValues.Cell]
  private let cellsOfClusters: [[Int]]
  /// For each cell, which of the days it is of.
  private let dayOfCell: [Int]
  private let days: [Int]
  private let base: Double
  /// Over all statements, and over those of each cluster and each day.
  private let total: Sums
  private let ofClusters: [Sums], ofDays: [Sums]

  /// A number of statements, their weights, and the weighted sum of their deviations from `base`.
  private struct Sums {
    var count = 0
    var (weight, sum) = (0.0, 0.0)

    mutating func add(_ other: Sums, weight factor: Double = 1) {
      count += other.count
      weight += factor * other.weight
      sum += factor * other.sum
    }
  }

  init(_ values: DatedValues) {
    cells = values.cells
    cellsOfClusters = values.cellsOfClusters()
    let base = cells.reduce(0) { $0 + Double($1.count) * $1.mean } / Double(values.count)
    var (days, dayOfCell, ofDays, total) = ([Int](), [Int](), [Sums](), Sums())
    var ofClusters = [Sums](repeating: Sums(), count: values.clusterCount)
    for cell in values.cells {
      if days.last != cell.day {
        days.append(cell.day)
        ofDays.append(Sums())
      }
      let sums = Self.sums(of: cell, base: base)
      dayOfCell.append(days.count - 1)
      ofDays[days.count - 1].add(sums)
      ofClusters[cell.cluster].add(sums)
      total.add(sums)
    }
    (self.days, self.dayOfCell, self.ofDays) = (days, dayOfCell, ofDays)
    (self.total, self.ofClusters, self.base) = (total, ofClusters, base)
  }

  private static func sums(of cell: DatedValues.Cell, base: Double) -> Sums {
    let count = Double(cell.count)
    return Sums(count: cell.count, weight: count, sum: count * (cell.mean - base))
  }

  /// The sum over statements of the squared error of their predictions.
  func squaredError(width: Int, kernel: SmoothingKernel) -> Double {
    let reach = kernel.reach(ofWidth: width)
    let weights = (0...reach).map { kernel.weight(at: $0, width: width) }
    let windows = windows(reach: reach, weights: weights)
    var error = 0.0
    for (place, cell) in cells.enumerated() {
      var own = Sums()
      for other in cellsOfClusters[cell.cluster] {
        let distance = abs(cells[other].day - cell.day)
        if distance <= reach { own.add(Self.sums(of: cells[other], base: base), weight: weights[distance]) }
      }
      let distance = cell.mean - base - prediction(windows[dayOfCell[place]], without: own, cluster: cell.cluster)
      error += cell.squares + Double(cell.count) * distance * distance
    }
    return error
  }

  private func prediction(_ window: Sums, without own: Sums, cluster: Int) -> Double {
    // Counts are whole numbers, so that an empty window is told from one of little weight.
    if window.count > own.count { return (window.sum - own.sum) / (window.weight - own.weight) }
    return (total.sum - ofClusters[cluster].sum) / Double(total.count - ofClusters[cluster].count)
  }

  /// The weighted sums about each day.
  private func windows(reach: Int, weights: [Double]) -> [Sums] {
    var first = 0
    return days.map { day in
      while days[first] < day - reach { first += 1 }
      var (sums, place) = (Sums(), first)
      while place < days.count, days[place] <= day + reach {
        sums.add(ofDays[place], weight: weights[abs(days[place] - day)])
        place += 1
      }
      return sums
    }
  }
}
