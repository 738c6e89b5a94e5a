internal import ArgumentParser
internal import Classifiers
internal import ParlanceKit

/// How the model is fitted. The defaults are scikit-learn's `LogisticRegression`'s, but for the tolerance.
struct ModelOptions: ParsableArguments {
  @Option(name: .customLong("C"), help: "The inverse strength of the penalty.")
  var inverseRegularization = 1.0

  @Option(
    help:
      "The penalty: l2, or for two classes l1 or elasticnet, which leave many weights at zero (Firth's: parlance regress)."
  )
  var penalty: Penalty = .l2

  @Option(
    help: ArgumentHelp(
      "The share of absolute values in the penalty elasticnet: --penalty elasticnet --l1-ratio 0.5.",
      valueName: "ratio"))
  var l1Ratio: Double?

  @Option(help: "Weigh classes alike however many rows they have: none or balanced.")
  var classWeight: ClassWeight = .none

  @Option(
    help: ArgumentHelp(
      "Correct the intercept to this share of the positive class where the model will be used, as 0.05, or to the "
        + "training rows' own (sample), as after --class-weight balanced.", valueName: "share"))
  var prevalence: Prevalence?

  @Option(help: "Stop when the gradient has shrunk to this share of what it was.")
  var tolerance = 1e-8

  @Option(help: "Stop when the objective is proven to be within this share of its minimum, as 1e-6.")
  var gap: Double?

  @Option(help: "Stop after this many iterations, converged or not.")
  var maxIterations = 1000

  @Option(help: "The solver: auto, newton-cholesky, newton-cg, lbfgs or coordinate.")
  var solver: SolverSelection = .auto

  /// The options as one value.
  ///
  /// - Throws: `ClassifierError` for values that cannot be.
  func configuration() throws -> LogisticConfiguration {
    var configuration = LogisticConfiguration()
    configuration.inverseRegularization = inverseRegularization
    configuration.penalty = penalty
    configuration.l1Ratio = l1Ratio
    configuration.prevalence = prevalence
    configuration.classWeight = classWeight
    configuration.tolerance = tolerance
    configuration.gap = gap
    configuration.maximumIterations = maxIterations
    configuration.solver = solver
    return try configuration.validated().values
  }
}
