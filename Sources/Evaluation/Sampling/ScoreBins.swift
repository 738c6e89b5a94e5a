internal import Statistics

/// Bins of nearly as many scores each, as strata.
public struct ScoreBins: Sendable, Hashable {
  /// The scores that bins end with, ascending; the last bin has no end.
  public let edges: [Double]
  /// The bin of each score, from 0.
  public let numbers: [Int]

  /// Cuts scores at their quantiles k/`count` (numpy's linear ones); bins are closed on the right and equal scores stay together, so
  /// that there may be fewer bins.
  ///
  /// - Precondition: there are scores, none is not-a-number, and `count` is positive.
  public init(_ scores: [Double], count: Int) {
    precondition(count > 0, "\(count) bins")
    let sorted = scores.sorted()
    var edges: [Double] = []
    for cut in 1..<max(1, count) {
      let edge = Quantiles.linear(sorted, Double(cut) / Double(count))
      if edge > edges.last ?? -.infinity, edge < sorted[sorted.count - 1] { edges.append(edge) }
    }
    self.edges = edges
    numbers = scores.map { score in edges.count { $0 < score } }
  }
}
