internal import RealModule

/// What is known of one coefficient.
public struct RegressionTerm: Codable, Sendable, Hashable {
  /// The column's name.
  public let name: String
  /// What a unit of the column adds to the log-odds of the outcome.
  public let estimate: Double
  /// The estimate's standard error; robust against dependence within clusters where there are some.
  public let standardError: Double
  /// The lower end of the interval; nil where the likelihood never falls far enough.
  public let low: Double?
  /// The upper end.
  public let high: Double?
  /// z for Wald intervals, chi-squared with one degree of freedom for profiles; nil where it was not found.
  public let statistic: Double?
  /// The two-sided p-value of a coefficient of zero.
  public let p: Double?

  /// e to the estimate: what a unit of the column multiplies the odds with.
  public var oddsRatio: Double { Double.exp(estimate) }
}

/// A logistic regression that explains: unpenalised or with Firth's penalty, with errors, intervals and tests.
public struct RegressionFit: Codable, Sendable, Hashable {
  /// The coefficients, the intercept's first.
  public let terms: [RegressionTerm]
  /// The logarithm of the likelihood at the estimates, without any penalty.
  public let logLikelihood: Double
  /// Firth's penalised one; nil for maximum likelihood.
  public let penalizedLogLikelihood: Double?
  /// The logarithm of the likelihood with an intercept alone.
  public let nullLogLikelihood: Double
  /// The cases used.
  public let caseCount: Int
  /// The cases with the outcome.
  public let outcomeCount: Int
  /// The number of clusters, or nil where cases are taken for independent.
  public let clusterCount: Int?
  /// What the clusters' sum of squares was multiplied with, G/(G - 1) (n - 1)/(n - p); nil without clusters.
  public let clusterCorrection: Double?
  /// Steps taken to the estimates.
  public let iterations: Int
  /// Firth's method only: the intercept that makes the fitted probabilities add up to the number of outcomes (FLIC), for those who
  /// want probabilities. All else is of the fit before.
  public let flicIntercept: Double?
}
