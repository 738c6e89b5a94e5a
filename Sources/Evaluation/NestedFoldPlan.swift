public import Reproducibility

/// A fold plan with, for each fold, a plan of its training rows by which settings are chosen.
public struct NestedFoldPlan: Sendable, Hashable {
  /// The folds that are reported.
  public let outer: FoldPlan
  /// For each outer fold the plan of its training rows, whose row r is the fold's training row r; nil where nothing is nested.
  public let inner: [FoldPlan]?

  /// Joins plans.
  ///
  /// - Precondition: there is an inner plan for each outer fold, of as many rows as that trains on.
  public init(outer: FoldPlan, inner: [FoldPlan]? = nil) {
    if let inner {
      precondition(inner.count == outer.folds.count, "\(inner.count) inner plans for \(outer.folds.count) folds")
      for (index, plan) in inner.enumerated() {
        let expected = outer.trainingRows(ofFold: index).count
        precondition(plan.rowCount == expected, "an inner plan of \(plan.rowCount) rows for \(expected) training rows")
      }
    }
    self.outer = outer
    self.inner = inner
  }

  /// The identity of the plan: without inner plans that of the outer one, else the digest of both kinds' digests, a line each.
  public var digest: ContentDigest {
    guard let inner else { return outer.digest }
    var digester = Digester()
    for plan in [outer] + inner { digester.update(Array("\(plan.digest)\n".utf8)) }
    return digester.finish()
  }
}
