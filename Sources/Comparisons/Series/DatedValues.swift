internal import Statistics

/// One actor's statements in time.
///
/// What one cluster says on one day is a cell; all later work is on cells, of which there are no more than statements.
public struct DatedValues: Sendable {
  /// What one cluster says on one day.
  struct Cell: Sendable {
    let day: Int
    let cluster: Int
    /// The number of statements.
    let count: Int
    let mean: Double
    /// The sum of squares about that mean.
    let squares: Double
  }

  /// The number of statements.
  public let count: Int
  /// In the order of days.
  let cells: [Cell]
  /// The number of clusters, which are numbered from 0 here.
  let clusterCount: Int

  /// - Parameters:
  ///   - days: the day of each statement, as a number (1970-01-01 = 0).
  ///   - values: of each statement.
  ///   - clusters: the cluster of each statement, any numbers that are not negative. A cluster may span days.
  /// - Precondition: all are of one length, and the values are finite.
  /// - Complexity: O(n log n).
  public init(days: [Int], values: [Double], clusters: [Int]) {
    precondition(days.count == values.count, "\(days.count) days of \(values.count) values")
    precondition(clusters.count == values.count, "\(clusters.count) clusters of \(values.count) values")
    precondition(values.allSatisfy(\.isFinite), "a value that is not a finite number")
    precondition(clusters.allSatisfy { $0 >= 0 }, "a negative number of a cluster")
    // By value too, so that sums are the same to the last bit whatever the order of rows.
    let order = values.indices.sorted {
      (days[$0], clusters[$0], values[$0]) < (days[$1], clusters[$1], values[$1])
    }
    var (cells, numbers) = ([Cell](), [Int: Int]())
    var start = 0
    while start < order.count {
      let (day, cluster) = (days[order[start]], clusters[order[start]])
      let end = order[start...].firstIndex { days[$0] != day || clusters[$0] != cluster } ?? order.count
      let number = numbers[cluster] ?? numbers.count
      numbers[cluster] = number
      cells.append(Cell(day: day, cluster: number, values: order[start..<end].map { values[$0] }))
      start = end
    }
    count = values.count
    self.cells = cells
    clusterCount = numbers.count
  }

  /// The cells of each cluster, in the order of days.
  func cellsOfClusters() -> [[Int]] {
    var found = [[Int]](repeating: [], count: clusterCount)
    for (place, cell) in cells.enumerated() { found[cell.cluster].append(place) }
    return found
  }

  /// The cells of the days in a range, ends included.
  ///
  /// - Complexity: O(log n).
  func cells(from firstDay: Int, through lastDay: Int) -> Range<Int> {
    let start = firstCell { $0 >= firstDay }
    return start..<max(start, firstCell { $0 > lastDay })
  }

  /// The first cell with a day that is late enough; the number of cells where none is.
  private func firstCell(where isLateEnough: (Int) -> Bool) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if isLateEnough(cells[middle].day) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension DatedValues.Cell {
  /// - Parameter values: ascending, not empty.
  fileprivate init(day: Int, cluster: Int, values: [Double]) {
    let moments = Moments(of: values)
    // Rounding must not carry a mean beyond its values.
    let mean = max(values[0], min(values[values.count - 1], moments.mean))
    self.init(
      day: day, cluster: cluster, count: values.count, mean: mean,
      squares: (moments.sampleVariance ?? 0) * Double(values.count - 1))
  }
}
