public import Statistics

/// An estimate for each actor, and how they vary and depend on one another where statements of one cluster do.
public struct ClusteredEstimates: Sendable, Hashable {
  /// Each actor's estimate.
  public let values: [Double]
  /// Their covariance, a row for each actor; zero for actors of one cluster, of whom it is not known.
  public let covariance: [[Double]]
  /// The number of clusters that carry each estimate.
  public let clusterCounts: [Int]
  /// For each pair of actors, in how many clusters both have statements.
  public let sharedClusters: [[Int]]

  /// What rounding leaves of a standard error of zero, relative to the estimate.
  private static let rounding = 1e-12

  /// The standard error of an actor's estimate; nil for an actor of one cluster, or whose clusters do not differ.
  public func standardError(of actor: Int) -> Double? {
    guard clusterCounts[actor] > 1 else { return nil }
    let error = covariance[actor][actor].squareRoot()
    return error > Self.rounding * max(abs(values[actor]), .leastNormalMagnitude) ? error : nil
  }

  /// Why an actor has no standard error; nil where it has one.
  public func reasonForNoError(of actor: Int) -> String? {
    if standardError(of: actor) != nil { return nil }
    return clusterCounts[actor] == 1 ? "one cluster alone has no error" : "its clusters do not differ at all"
  }

  /// Estimate ± t × standard error with as many degrees of freedom as there are clusters less one.
  ///
  /// - Precondition: `confidence` is strictly between 0 and 1.
  public func interval(of actor: Int, confidence: Double) -> ConfidenceInterval? {
    guard let error = standardError(of: actor) else { return nil }
    let reach = multiplier(of: actor, confidence: confidence) * error
    return ConfidenceInterval(low: values[actor] - reach, high: values[actor] + reach)
  }

  /// The interval of a share, which stays within 0 and 1: Wilson's, with as many trials as independent ones would be needed for the same
  /// error (Korn and Graubard 1998), and t instead of z.
  ///
  /// Where the share is 0 or 1, so that no error can be seen, each cluster counts as one trial. Nil for an actor of one cluster.
  public func shareInterval(of actor: Int, statements: Int, confidence: Double) -> ConfidenceInterval? {
    guard clusterCounts[actor] > 1 else { return nil }
    let share = max(0, min(1, values[actor]))
    var trials = Double(clusterCounts[actor])
    if share > 0, share < 1, let error = standardError(of: actor) {
      trials = min(Double(statements), share * (1 - share) / (error * error))
    }
    return .wilson(share: share, trials: trials, multiplier: multiplier(of: actor, confidence: confidence))
  }

  private func multiplier(of actor: Int, confidence: Double) -> Double {
    StudentDistribution.quantile((1 + confidence) / 2, degreesOfFreedom: Double(clusterCounts[actor] - 1))
  }

  /// The standard error of `first` less `second`; nil where either has none, or the difference is the same in all clusters.
  func standardError(of first: Int, less second: Int) -> Double? {
    guard standardError(of: first) != nil, standardError(of: second) != nil else { return nil }
    let sum = covariance[first][first] + covariance[second][second]
    let variance = sum - 2 * covariance[first][second]
    return variance > Self.rounding * sum ? variance.squareRoot() : nil
  }

  /// The degrees of freedom of a difference: Welch and Satterthwaite's where no cluster has statements of both, else the smaller
  /// number of clusters less one, which is right where each cluster has both and on the safe side otherwise.
  func degreesOfFreedom(of first: Int, less second: Int) -> Double {
    let (a, b) = (Double(clusterCounts[first] - 1), Double(clusterCounts[second] - 1))
    guard sharedClusters[first][second] == 0 else { return min(a, b) }
    let (one, other) = (covariance[first][first], covariance[second][second])
    return (one + other) * (one + other) / (one * one / a + other * other / b)
  }
}
