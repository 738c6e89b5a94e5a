/// Who made each statement and which cluster it is of, a cluster being statements that depend on one another: a speech, an article.
///
/// What one actor said in one cluster is an entry; all later work is on the sums of entries, of which there are no more than
/// statements.
public struct ClusterTable: Sendable {
  /// The number of actors.
  public let actorCount: Int
  /// The number of clusters.
  public let clusterCount: Int
  /// The number of each actor's statements.
  public let statementCounts: [Int]
  /// The number of clusters that each actor has statements in.
  public let clusterCounts: [Int]

  /// The actor of each statement.
  let actors: [Int]
  /// The cluster of each statement.
  public let clusters: [Int]
  /// The entry of each statement.
  let entryOfRow: [Int]
  /// The actor of each entry, entries being in the order of their clusters and, within one, of their actors.
  let entryActors: [Int]
  /// The number of statements of each entry.
  let entryCounts: [Int]
  /// Where the entries of each cluster begin, and at the end their number.
  let clusterStarts: [Int]

  /// - Parameters:
  ///   - actors: the actor of each statement, in `0 ..< actorCount`.
  ///   - clusters: the cluster of each, in `0 ..< clusterCount`.
  /// - Precondition: both have a number for each statement; every actor and every cluster has a statement.
  /// - Complexity: O(n log n).
  public init(actors: [Int], actorCount: Int, clusters: [Int], clusterCount: Int) {
    precondition(actors.count == clusters.count, "\(actors.count) actors and \(clusters.count) clusters")
    self.actors = actors
    self.clusters = clusters
    self.actorCount = actorCount
    self.clusterCount = clusterCount
    let order = actors.indices.sorted { (clusters[$0], actors[$0], $0) < (clusters[$1], actors[$1], $1) }
    var (entryOfRow, entryActors) = ([Int](repeating: 0, count: actors.count), [Int]())
    var (entryCounts, starts) = ([Int](), [Int]())
    var last = (cluster: -1, actor: -1)
    for row in order {
      let place = (cluster: clusters[row], actor: actors[row])
      if place.cluster != last.cluster { starts.append(entryActors.count) }
      if place != last {
        entryActors.append(place.actor)
        entryCounts.append(0)
        last = place
      }
      entryOfRow[row] = entryActors.count - 1
      entryCounts[entryCounts.count - 1] += 1
    }
    precondition(starts.count == clusterCount, "\(starts.count) of \(clusterCount) clusters have statements")
    (self.entryOfRow, self.entryActors, self.entryCounts) = (entryOfRow, entryActors, entryCounts)
    clusterStarts = starts + [entryActors.count]
    var (statements, clustersOf) = ([Int](repeating: 0, count: actorCount), [Int](repeating: 0, count: actorCount))
    for (actor, count) in zip(entryActors, entryCounts) {
      statements[actor] += count
      clustersOf[actor] += 1
    }
    precondition(!statements.contains(0), "an actor without statements")
    (statementCounts, clusterCounts) = (statements, clustersOf)
  }

  /// The number of statements.
  public var count: Int { actors.count }

  /// The entries of a cluster.
  func entries(of cluster: Int) -> Range<Int> { clusterStarts[cluster]..<clusterStarts[cluster + 1] }

  /// The clusters that each actor has statements in, ascending.
  func clustersOfActors() -> [[Int]] {
    var found = [[Int]](repeating: [], count: actorCount)
    for cluster in 0..<clusterCount {
      for entry in entries(of: cluster) { found[entryActors[entry]].append(cluster) }
    }
    return found
  }

  /// The sum of `values` over the statements of each entry.
  func entrySums(_ values: [Double]) -> [Double] {
    precondition(values.count == count, "\(values.count) values of \(count) statements")
    var sums = [Double](repeating: 0, count: entryActors.count)
    for (row, entry) in entryOfRow.enumerated() { sums[entry] += values[row] }
    return sums
  }

  /// The sum of `values` over each actor's statements.
  func actorSums(_ values: [Double]) -> [Double] {
    precondition(values.count == count, "\(values.count) values of \(count) statements")
    var sums = [Double](repeating: 0, count: actorCount)
    for (row, actor) in actors.enumerated() { sums[actor] += values[row] }
    return sums
  }

  /// For each pair of actors, a row for the first, in how many clusters both have statements.
  func sharedClusterCounts() -> [[Int]] {
    var shared = [[Int]](repeating: [Int](repeating: 0, count: actorCount), count: actorCount)
    for cluster in 0..<clusterCount {
      let entries = entries(of: cluster)
      for one in entries {
        for other in entries { shared[entryActors[one]][entryActors[other]] += 1 }
      }
    }
    return shared
  }
}
