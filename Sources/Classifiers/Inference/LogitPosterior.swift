public import LinearAlgebra
public import Reproducibility
internal import RealModule

/// How sure a model with an L2 penalty is of its log-odds, given the rows that it was fitted to.
///
/// The penalty ||W||² / 2 beside C Σ_i s_i loss_i is that of weights drawn from normal distributions of variance C, intercepts
/// being anything; the fitted model θ is then the mode of their posterior. Laplace's approximation takes the posterior for the
/// normal distribution with that mode and the inverse of its Hessian
///
///     H = Σ_i s_i (x_i x_iᵀ) ⊗ S_i + P / C
///
/// as covariance (`LogisticObjective.Curvature` is C H), so that log-odds gᵀ θ have the variance gᵀ H⁻¹ g. Conjugate gradients find
/// H⁻¹ g by products with H alone; the variance is off by the square of what they leave.
///
/// For more than two classes the log-odds of one class against all others are not linear in θ: g is their gradient (the delta
/// method), Σ_k (e_label - q) ⊗ x for q the shares of the other classes among themselves.
///
/// Source: MacKay 1992, The evidence framework applied to classification networks (Neural Computation 4); Bishop 2006, Pattern
/// recognition and machine learning, section 4.5.
public struct LogitPosterior: Sendable {
  /// What the model's fit minimised, at the model: that of its `FitReport` where the rows are those it was fitted to.
  public let objectiveValue: Double

  private let objective: LogisticObjective
  private let curvature: LogisticObjective.Curvature
  private let preconditioner: [Double]
  private let strength: Double

  /// The residual, relative to g, that conjugate gradients stop at.
  private static let relativeResidual = 1e-9
  /// The relative residual up to which a solution that came no nearer is still one.
  private static let usableResidual = 1e-4

  /// Prepares for questions about `model`.
  ///
  /// - Parameters:
  ///   - matrix: the rows that the model was fitted to; `labels` and `weights` as for that fit.
  ///   - configuration: that of the fit.
  ///   - interceptCorrection: what was added to the intercept after it.
  /// - Throws: `ClassifierError` for weights that are none, and for classes without rows.
  /// - Precondition: the penalty is L2 and the model has the matrix's columns.
  /// - Complexity: three passes over the rows.
  public init(
    _ model: LogisticModel, of matrix: DesignMatrix, labels: [Int], weights: [Double]? = nil,
    configuration: LogisticConfiguration, interceptCorrection: Double? = nil, on parallelism: Parallelism
  ) throws {
    precondition(configuration.penalty == .l2, "a normal posterior of the penalty \(configuration.penalty.rawValue)")
    let rows = try TrainingRows(
      labels: labels, classCount: model.classCount, weights: weights, classWeight: configuration.classWeight)
    strength = configuration.inverseRegularization
    objective = LogisticObjective(
      matrix, labels: labels, classCount: model.classCount, costs: rows.weights.map { [strength] in $0 * strength },
      hasIntercept: configuration.fitsIntercept, on: parallelism)
    let fitted = model.shiftingIntercept(by: interceptCorrection.map { -$0 })
    let place = objective.place(at: objective.parameters(of: fitted))
    objectiveValue = place.value
    curvature = objective.curvature(at: place)
    preconditioner = ConjugateGradient.preconditioner(curvature.diagonal())
  }

  /// The variance of the log-odds of the class `label` against all others for a row of features, or nil where the solution was
  /// not found.
  ///
  /// - Parameters:
  ///   - features: a value for each column.
  ///   - shares: the model's probability of each class for that row, of which those of the other classes are used.
  /// - Precondition: there are as many features as columns, and as many shares as classes.
  /// - Complexity: a pass over the training rows for each step, of which there are some dozens.
  public func variance(of features: [Double], label: Int, shares: [Double]) -> Double? {
    precondition(features.count == objective.featureCount, "\(features.count) of \(objective.featureCount) features")
    let direction = direction(label: label, shares: shares)
    var gradient = features.flatMap { feature in direction.map { $0 * feature } }
    if objective.hasIntercept { gradient += direction }
    let solver = ConjugateGradient(
      preconditioner: preconditioner, relativeResidual: Self.relativeResidual, radius: .infinity,
      maximumProducts: max(200, min(10_000, 4 * objective.parameterCount)))
    let found = solver.step(gradient: gradient.map { -$0 }, curvature: curvature)
    let left = norm(found.residual)
    guard left <= Self.usableResidual * norm(gradient) else { return nil }
    return max(0, strength * (BLAS.dot(gradient, found.step) + BLAS.dot(found.step, found.residual)))
  }

  /// How the log-odds change with the logits of the outputs.
  private func direction(label: Int, shares: [Double]) -> [Double] {
    guard objective.outputCount > 1 else { return [label == 1 ? 1 : -1] }
    precondition(shares.count == objective.outputCount, "\(shares.count) shares of \(objective.outputCount) classes")
    let others = shares.indices.reduce(0) { $1 == label ? $0 : $0 + shares[$1] }
    // Where all the probability is the class's own, the others are taken for equally likely.
    let count = Double(shares.count - 1)
    return shares.indices.map { $0 == label ? 1 : others > 0 ? -shares[$0] / others : -1 / count }
  }

  /// The length that conjugate gradients measure residuals by.
  private func norm(_ vector: [Double]) -> Double {
    zip(vector, preconditioner).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }.squareRoot()
  }
}
