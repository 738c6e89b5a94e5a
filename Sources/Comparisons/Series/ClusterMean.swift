/// The mean of a cluster's statements, at the mean of their days.
public struct ClusterMean: Sendable, Hashable {
  /// The number of the day, to the nearest whole one.
  public let day: Int
  /// The mean.
  public let value: Double

  fileprivate init(of cells: [DatedValues.Cell]) {
    let statements = cells.reduce(0) { $0 + $1.count }
    let base = cells[0].mean
    let sum = cells.reduce(0) { $0 + Double($1.count) * ($1.mean - base) }
    // In whole numbers and from the first day on, so that all days shifted alike shift the mean alike.
    let days = cells.reduce(0) { $0 + $1.count * ($1.day - cells[0].day) }
    day = cells[0].day + (2 * days + statements) / (2 * statements)
    value = base + sum / Double(statements)
  }
}

extension DatedValues {
  /// The mean of each cluster, in the order of days and, within one, of values. Complexity: O(n log n).
  public func clusterMeans() -> [ClusterMean] {
    cellsOfClusters().map { own in ClusterMean(of: own.map { cells[$0] }) }.sorted {
      ($0.day, $0.value) < ($1.day, $1.value)
    }
  }
}
