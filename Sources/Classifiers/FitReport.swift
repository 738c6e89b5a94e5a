/// A solver that was used.
public enum Solver: String, Codable, Sendable, Hashable, CaseIterable {
  /// Newton's method with a Cholesky factor of the Hessian.
  case newtonCholesky = "newton-cholesky"
  /// Trust-region Newton with conjugate gradients.
  case newtonCG = "newton-cg"
  /// Limited-memory BFGS.
  case lbfgs
  /// Dual coordinate descent, and trust-region Newton from where that came to.
  case coordinate
  /// Proximal Newton, its steps by coordinate descent over columns: for penalties with absolute values.
  case proximalNewton = "proximal-newton"
}

/// How a fit ended.
public enum FitOutcome: String, Codable, Sendable, Hashable, CaseIterable {
  /// The gradient fell below the tolerance, or the duality gap below the one asked for.
  case converged
  /// The maximum of iterations was reached first: the model is not the one that was asked for.
  case iterationLimit
  /// Rounding errors allow no further progress though the gradient is above the tolerance; the duality gap tells how far
  /// from the optimum the model can be.
  case stalled
}

/// How a model was fitted and how near it is to the best one: a certificate that is kept with the model.
public struct FitReport: Codable, Sendable, Hashable {
  /// The solver used.
  public let solver: Solver
  /// Why that one, in words.
  public let solverReason: String
  /// How the fit ended. A model whose fit has not converged must not be used unseen.
  public let outcome: FitOutcome
  /// The solver's iterations; of `coordinate`, the sweeps over the rows and the Newton steps after them.
  public let iterations: Int
  /// Newton steps taken after convergence, towards the last digits.
  public let polishingSteps: Int
  /// The penalty + C Σ s_i loss_i at the returned model, natural logarithms; the L2 penalty is 1/2 ||w||².
  public let objective: Double
  /// The Euclidean length of the objective's gradient at the returned model; where the objective has kinks, of the shortest of
  /// the gradients that it has there.
  public let gradientNorm: Double
  /// The same, divided by the length of the loss's gradient at the model which knows only the classes' shares (zero weights).
  public let relativeGradientNorm: Double
  /// A bound on how far the objective lies above its minimum: the difference to a feasible value of the dual problem. Never
  /// negative.
  public let dualityGap: Double
  /// Training rows.
  public let rowCount: Int
  /// Feature columns.
  public let columnCount: Int
  /// Stored elements of the feature matrix: those not zero, but all of dense blocks.
  public let storedCount: Int
  /// Training rows of each class.
  public let classRowCounts: [Int]
  /// What the rows of each class count because of it: all 1 without class weights.
  public let classWeights: [Double]
  /// What was added to the intercept after the fit, to meet a prevalence that was asked for; all other figures are of the model
  /// before. Nil where none was.
  public let interceptCorrection: Double?
}
