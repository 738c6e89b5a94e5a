/// Exact tests of whether two actors' means differ, for few clusters: all ways to deal the clusters out, or to exchange the names
/// within them.
public struct ClusterPermutation: Sendable, Hashable {
  /// The share of arrangements with a difference at least as large as the one observed, itself among them.
  public let p: Double
  /// The number of arrangements, those aside that leave an actor without statements.
  public let count: Int

  /// The most clusters of either actor, where none has statements of both.
  public static let mostClusters = 8
  /// The most clusters, where some have statements of both.
  private static let mostShared = 16
  /// Differences that are nearly as large count as being so: sums in another order differ in their last digits.
  private static let rounding = 1e-10

  /// What two actors have in one cluster.
  private struct Cluster {
    var sums = (0.0, 0.0)
    var counts = (0, 0)
  }

  /// Tests the difference of two actors' means; nil where there are too many clusters.
  ///
  /// Where no cluster has statements of both, clusters are exchanged whole: all ways to give as many of them to each actor as it has.
  /// Else the two names change places within clusters, in all 2^G ways.
  ///
  /// - Parameter clusters: the clusters of each actor.
  /// - Complexity: O(12,870) or O(65,536), times the number of clusters.
  init?(_ first: Int, _ second: Int, sums: [Double], table: ClusterTable, clustersOf: [[Int]]) {
    var numbers: [Int: Int] = [:]
    var clusters: [Cluster] = []
    for cluster in clustersOf[first] + clustersOf[second] where numbers[cluster] == nil {
      numbers[cluster] = clusters.count
      var found = Cluster()
      for entry in table.entries(of: cluster) {
        if table.entryActors[entry] == first { found.sums.0 = sums[entry]; found.counts.0 = table.entryCounts[entry] }
        if table.entryActors[entry] == second { found.sums.1 = sums[entry]; found.counts.1 = table.entryCounts[entry] }
      }
      clusters.append(found)
    }
    let isShared = clusters.count < clustersOf[first].count + clustersOf[second].count
    let differences = isShared ? Self.exchanged(clusters) : Self.dealt(clusters, to: clustersOf[first].count)
    guard let observed = differences.first else { return nil }
    let bound = abs(observed) * (1 - Self.rounding)
    count = differences.count
    p = Double(differences.count { abs($0) >= bound }) / Double(count)
  }

  /// Whether actors of so many clusters can be tested.
  static func isFeasible(clusters first: Int, _ second: Int, shared: Int) -> Bool {
    shared == 0
      ? first <= mostClusters && second <= mostClusters : first + second - shared <= mostShared
  }

  /// The difference for each way to give the first actor `count` clusters, beginning with the one observed.
  private static func dealt(_ clusters: [Cluster], to count: Int) -> [Double] {
    let sums = clusters.map { $0.sums.0 + $0.sums.1 }
    let counts = clusters.map { Double($0.counts.0 + $0.counts.1) }
    let (totalSum, totalCount) = (sums.reduce(0, +), counts.reduce(0, +))
    var differences: [Double] = []
    var chosen = Array(0..<count)
    while true {
      let sum = chosen.reduce(0) { $0 + sums[$1] }
      let size = chosen.reduce(0) { $0 + counts[$1] }
      differences.append(sum / size - (totalSum - sum) / (totalCount - size))
      // The next choice in alphabetical order.
      guard let place = chosen.indices.last(where: { chosen[$0] < clusters.count - count + $0 }) else {
        return differences
      }
      chosen[place] += 1
      for later in (place + 1)..<max(place + 1, count) { chosen[later] = chosen[later - 1] + 1 }
    }
  }

  /// The difference for each way to exchange the names within clusters, beginning with none.
  private static func exchanged(_ clusters: [Cluster]) -> [Double] {
    (0..<(1 << clusters.count)).compactMap { pattern in
      var (sums, counts) = ((0.0, 0.0), (0, 0))
      for (place, cluster) in clusters.enumerated() {
        let isExchanged = pattern >> place & 1 == 1
        sums.0 += isExchanged ? cluster.sums.1 : cluster.sums.0
        sums.1 += isExchanged ? cluster.sums.0 : cluster.sums.1
        counts.0 += isExchanged ? cluster.counts.1 : cluster.counts.0
        counts.1 += isExchanged ? cluster.counts.0 : cluster.counts.1
      }
      guard counts.0 > 0, counts.1 > 0 else { return nil }
      return sums.0 / Double(counts.0) - sums.1 / Double(counts.1)
    }
  }
}
