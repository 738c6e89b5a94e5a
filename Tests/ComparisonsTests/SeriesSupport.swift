import Comparisons
import Reproducibility

/// Statements of one actor in time.
struct SeriesRows {
  var (days, values, clusters) = ([Int](), [Double](), [Int]())

  var dated: DatedValues { DatedValues(days: days, values: values, clusters: clusters) }

  mutating func append(_ value: Double, day: Int, cluster: Int) {
    days.append(day)
    values.append(value)
    clusters.append(cluster)
  }

  /// The same rows in another order.
  func ordered(_ order: [Int]) -> SeriesRows {
    SeriesRows(days: order.map { days[$0] }, values: order.map { values[$0] }, clusters: order.map { clusters[$0] })
  }
}

extension Simulation {
  /// Clusters with luck of their own, each on a random day of `0 ..< days`, of 1 to `largest` statements about `mean(day)`.
  mutating func dated(
    clusters: Int, days: Int, largest: Int, mean: (Int) -> Double = { _ in 0 }
  ) -> SeriesRows {
    var rows = SeriesRows()
    for cluster in 0..<clusters {
      let (day, luck) = (generator.index(below: days), normal())
      for _ in 0..<(1 + generator.index(below: largest)) {
        rows.append(mean(day) + luck + normal(), day: day, cluster: cluster)
      }
    }
    return rows
  }

  /// A series in which each period keeps `share` of the one before.
  mutating func autoregressive(_ count: Int, share: Double) -> [Double] {
    var (series, last) = ([Double](), normal() / (1 - share * share).squareRoot())
    for _ in 0..<count {
      last = share * last + normal()
      series.append(last)
    }
    return series
  }
}
