/// The difference of two actors' estimates and how sure it is.
public struct Contrast: Sendable, Hashable {
  /// Where a p-value comes from.
  public enum Test: String, Codable, Sendable, Hashable {
    /// Student's t of the cluster-robust standard error.
    case t
    /// All ways to deal out few clusters, or to exchange the names within them.
    case exactPermutation
  }

  /// The number of the actor from whom the other is taken.
  public let first: Int
  /// The number of the actor who is taken.
  public let second: Int
  /// The first estimate less the second.
  public let difference: Double
  /// The standard error; nil where either estimate has none.
  public let standardError: Double?
  /// The standard error's degrees of freedom.
  public let degreesOfFreedom: Double?
  /// The ends of the interval of this difference by itself.
  public let low: Double?, high: Double?
  /// The ends of an interval; those of all contrasts hold at once as often as was asked.
  public let simultaneousLow: Double?, simultaneousHigh: Double?
  /// The p-value of no difference; nil where there is no test, and `note` says why.
  public let p: Double?
  /// Where it comes from.
  public let test: Test?
  /// The number of arrangements of an exact test.
  public let permutations: Int?
  /// Single-step max-|t| over all contrasts.
  public let pSimultaneous: Double?
  /// Holm's adjustment over all contrasts with a p-value.
  public let pAdjusted: Double?
  /// Benjamini and Hochberg's adjustment over the same.
  public let pFalseDiscovery: Double?
  /// The difference in standard deviations of the two actors' statements (Cohen's d); nil where they do not vary.
  public let effectSize: Double?
  /// The ends of its interval, by resampling clusters.
  public let effectLow: Double?, effectHigh: Double?
  /// The number of statements of both.
  public let statements: Int
  /// The number of clusters that have statements of either.
  public let clusters: Int
  /// The number of those that have statements of both.
  public let sharedClusters: Int
  /// Why there is no interval; nil where there is one.
  public let note: String?
}
