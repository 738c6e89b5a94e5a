extension ClusteredEstimates {
  /// The mean of each actor's statements, with covariances that hold where statements of one cluster depend on one another.
  ///
  /// With e the sum of a cluster's deviations from the actor's mean, the variance is G/(G - 1) Σ e² / n² over the actor's G clusters: what
  /// `sandwich::vcovCL(lm(y ~ 1), cluster)` gives for that actor's statements. Actors in one cluster covary by the products of their
  /// e, with the geometric mean of their G/(G - 1).
  ///
  /// - Parameter values: of each statement.
  /// - Complexity: O(n), and for each cluster the square of its actors.
  public init(meansOf values: [Double], in table: ClusterTable) {
    let counts = table.statementCounts.map(Double.init)
    let means = zip(table.actorSums(values), counts).map { $0 / $1 }
    let sums = table.entrySums(zip(values, table.actors).map { $0 - means[$1] })
    let factors = zip(table.clusterCounts, counts).map { clusters, count in
      clusters > 1 ? (Double(clusters) / Double(clusters - 1)).squareRoot() / count : 0
    }
    var covariance = [[Double]](repeating: [Double](repeating: 0, count: means.count), count: means.count)
    for cluster in 0..<table.clusterCount {
      let entries = table.entries(of: cluster)
      for one in entries {
        let actor = table.entryActors[one]
        for other in entries {
          let second = table.entryActors[other]
          covariance[actor][second] += factors[actor] * factors[second] * sums[one] * sums[other]
        }
      }
    }
    self.init(
      values: means, covariance: covariance, clusterCounts: table.clusterCounts,
      sharedClusters: table.sharedClusterCounts())
  }
}
