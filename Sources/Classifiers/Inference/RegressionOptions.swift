/// How coefficients are estimated.
public enum EstimationMethod: String, Codable, Sendable, Hashable, CaseIterable {
  /// The maximum of the likelihood.
  case ml
  /// The maximum of Firth's penalised likelihood, which is finite whatever the data and nearly unbiased in small samples.
  case firth
}

/// How intervals and tests are made.
public enum IntervalKind: String, Codable, Sendable, Hashable, CaseIterable {
  /// Estimate ± a multiple of the standard error, and a z test.
  case wald
  /// The values that a likelihood-ratio test does not reject, and that test.
  case profile
}

/// How a regression that explains is fitted.
public struct RegressionOptions: Codable, Sendable, Hashable {
  /// How coefficients are estimated. Default ml.
  public var method = EstimationMethod.ml
  /// How intervals and tests are made; nil for Wald's with ml and profiles with firth. Default nil.
  public var interval: IntervalKind?
  /// How often an interval should hold the true value: above 0 and below 1. Default 0.95.
  public var confidence = 0.95

  /// The defaults.
  public init() {}

  /// The kind of interval, its default resolved.
  public var resolvedInterval: IntervalKind { interval ?? (method == .ml ? .wald : .profile) }

  /// Checks the options for data with or without clusters.
  ///
  /// - Throws: `ClassifierError` for a confidence out of its range, and for what does not go together.
  func check(hasClusters: Bool) throws {
    guard confidence > 0, confidence < 1 else {
      throw ClassifierError.badOption("confidence", value: "\(confidence)", expected: "a number between 0 and 1")
    }
    guard hasClusters else { return }
    if method == .firth {
      throw ClassifierError(
        problem: "clusters were given with Firth's method (its likelihood takes rows for independent)",
        hint: "use --method ml with --cluster, or leave --cluster out")
    }
    if resolvedInterval == .profile {
      throw ClassifierError(
        problem: "clusters were given with profile intervals (a likelihood takes rows for independent)",
        hint: "use --interval wald with --cluster, or leave --cluster out")
    }
  }
}
