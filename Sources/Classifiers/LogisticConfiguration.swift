/// What is added to the loss so that weights stay small.
public enum Penalty: String, Codable, Sendable, Hashable, CaseIterable {
  /// Half the sum of squared weights.
  case l2
  /// The sum of the weights' absolute values, which makes many weights zero. For two classes.
  case l1
  /// (1 - ρ) times the one and ρ times the other; see `LogisticConfiguration.l1Ratio`. For two classes.
  case elasticnet
}

/// How much a row counts because of its class.
public enum ClassWeight: String, Codable, Sendable, Hashable, CaseIterable {
  /// Every class alike.
  case none
  /// Each class in inverse proportion to its share of the (weighted) rows: n / (K n_k) for n rows, n_k of them in class k of
  /// K. scikit-learn's `balanced`.
  case balanced
}

/// Which solver to use.
public enum SolverSelection: String, Codable, Sendable, Hashable, CaseIterable {
  /// The one that suits the size of the problem; the report says which and why.
  case auto
  /// Newton's method with a Cholesky factor of the Hessian: for few parameters.
  case newtonCholesky = "newton-cholesky"
  /// Trust-region Newton with conjugate gradients: for many, sparse features.
  case newtonCG = "newton-cg"
  /// Limited-memory BFGS.
  case lbfgs
  /// Dual coordinate descent, then trust-region Newton: for two classes and many, sparse features.
  case coordinate
}

/// How a logistic regression is fitted. The defaults are scikit-learn's `LogisticRegression`'s, but for a tolerance that leaves
/// nothing to chance.
public struct LogisticConfiguration: Codable, Sendable, Hashable {
  /// C, the weight of the loss against the penalty: the smaller, the stronger the regularisation. Positive. Default 1.
  public var inverseRegularization = 1.0
  /// What is added to the loss. Default L2.
  public var penalty = Penalty.l2
  /// ρ, the share of the absolute values in an elastic net: 0 ... 1, and nil for other penalties. Default nil.
  public var l1Ratio: Double?
  /// How much a row counts because of its class. Default none.
  public var classWeight = ClassWeight.none
  /// Whether each class has an unpenalised constant. Default true.
  public var fitsIntercept = true
  /// The share of the positive class (the second of two) where the model is going to be used; the intercept is corrected for it
  /// after the fit, see `PriorCorrection`. Default nil: the training rows' own, as they are weighted.
  public var prevalence: Prevalence?
  /// Which solver to use. Default auto. All give the same model. Penalties with absolute values have a solver of their own, and
  /// take `auto` and `coordinate` only.
  public var solver = SolverSelection.auto
  /// The length of the gradient, relative to that of the model which knows only the classes' shares, at which a fit has
  /// converged; above 0 and below 1. Default 1e-8. Converged fits are polished far beyond it.
  public var tolerance = 1e-8
  /// The duality gap, relative to the objective, at which a fit has converged whatever its gradient, for those who need no last
  /// digits; above 0 and below 1, or nil to go on to the tolerance. Default nil.
  ///
  /// The gap bounds how far the objective lies above its minimum; 1e-6 is far beyond what changes a prediction's rank.
  public var gap: Double?
  /// How many iterations a solver may take before it gives up, at least 1. Default 1000.
  public var maximumIterations = 1000

  /// The defaults.
  public init() {}

  /// The configuration, checked.
  ///
  /// - Throws: `ClassifierError` for a number out of its range.
  public func validated() throws -> ValidatedLogisticConfiguration {
    guard inverseRegularization > 0, inverseRegularization.isFinite else {
      throw ClassifierError.badOption("C", value: "\(inverseRegularization)", expected: "a number above zero")
    }
    guard tolerance > 0, tolerance < 1 else {
      throw ClassifierError.badOption("tolerance", value: "\(tolerance)", expected: "a number between 0 and 1")
    }
    if let gap, !(gap > 0 && gap < 1) {
      throw ClassifierError.badOption("gap", value: "\(gap)", expected: "a number between 0 and 1")
    }
    guard maximumIterations > 0 else {
      throw ClassifierError.badOption("maximum of iterations", value: "\(maximumIterations)", expected: "at least 1")
    }
    try checkPenalty()
    if let prevalence { try prevalence.check(fitsIntercept: fitsIntercept) }
    return ValidatedLogisticConfiguration(values: self)
  }

  private func checkPenalty() throws {
    if penalty == .elasticnet {
      guard let l1Ratio, l1Ratio >= 0, l1Ratio <= 1 else {
        throw ClassifierError.badOption(
          "l1-ratio", value: l1Ratio.map { "\($0)" } ?? "not given",
          expected: "a number from 0 to 1 for the penalty elasticnet")
      }
    } else if let l1Ratio {
      throw ClassifierError.badOption(
        "l1-ratio", value: "\(l1Ratio)", expected: "none for the penalty \(penalty.rawValue), only for elasticnet")
    }
    guard penalty == .l2 || solver == .auto || solver == .coordinate else {
      throw ClassifierError.badOption(
        "solver", value: solver.rawValue, expected: "auto or coordinate for the penalty \(penalty.rawValue)")
    }
  }

  /// The penalty of one weight, or nil where it is smooth.
  var elasticNet: ElasticNet? {
    switch penalty {
    case .l2: nil
    case .l1: ElasticNet(absoluteShare: 1)
    case .elasticnet: ElasticNet(absoluteShare: l1Ratio ?? 0)
    }
  }
}

/// A `LogisticConfiguration` whose numbers are known to be in range.
public struct ValidatedLogisticConfiguration: Sendable, Hashable {
  /// The configuration that was checked.
  public let values: LogisticConfiguration

  fileprivate init(values: LogisticConfiguration) { self.values = values }
}
