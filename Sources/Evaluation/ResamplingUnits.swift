/// What is drawn when rows are resampled: whole clusters of rows, or single rows.
struct ResamplingUnits: Sendable {
  /// The unit of each position of a ranking.
  let ofPosition: [Int32]
  /// The number of units, without gaps from 0.
  let count: Int
  /// Whether units are clusters.
  let isClustered: Bool

  /// Each position is a unit of its own.
  init(positions: Int) {
    ofPosition = (0..<positions).map { Int32($0) }
    count = positions
    isClustered = false
  }

  /// Clusters, numbered from 0 in ascending order of their ids, so that draws do not depend on the order of the rows.
  ///
  /// - Parameters:
  ///   - clusters: the cluster's id of each row.
  ///   - rows: the row at each position.
  init(clusters: [Int], rows: [Int]) {
    var numbers: [Int: Int32] = [:]
    for id in Set(clusters).sorted() { numbers[id] = Int32(numbers.count) }
    ofPosition = rows.map { numbers[clusters[$0]] ?? 0 }
    count = numbers.count
    isClustered = true
  }

  /// The counts of a resample that draws every unit once.
  var once: [Lanes] { Array(repeating: Lanes(repeating: 1), count: count) }
}
