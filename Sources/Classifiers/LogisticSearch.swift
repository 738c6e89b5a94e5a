internal import LinearAlgebra
internal import Reproducibility
internal import RealModule

/// The way from a start to the minimum: the same whichever solver walks it.
struct LogisticSearch {
  let objective: LogisticObjective
  let start: LogisticObjective.Place
  /// What a gradient's length is measured against: its length at zero weights with the intercepts at the classes' shares.
  /// Where that is nothing but rounding, because no feature tells anything, 1e-7 of the length that c_i x_i have together.
  let gradientScale: Double

  struct Result {
    let place: LogisticObjective.Place
    let outcome: FitOutcome
    let iterations: Int
    let polishingSteps: Int
    /// The gap between `place` and a feasible value of the dual problem.
    let dualityGap: Double
  }

  /// - Parameters:
  ///   - classTotals: Σ s_i of each class.
  ///   - warmStart: where to begin unless zero weights are better.
  /// - Throws: `ClassifierError` where numbers overflow.
  init(_ objective: LogisticObjective, classTotals: [Double], warmStart: LogisticModel?) throws {
    self.objective = objective
    let ignorant = objective.place(at: objective.parameters(forShares: classTotals))
    let squares = objective.matrix.weightedSquareSums(objective.loss.costs.map { $0 * $0 }, on: objective.parallelism)
    gradientScale = max(ignorant.gradientNorm, 1e-7 * squares.reduce(0, +).squareRoot(), .leastNormalMagnitude)
    guard ignorant.value.isFinite, gradientScale.isFinite else { throw ClassifierError.overflow }
    let warm = warmStart.map { objective.place(at: objective.parameters(of: $0)) }
    start = warm.flatMap { $0.value < ignorant.value && $0.gradientNorm.isFinite ? $0 : nil } ?? ignorant
  }

  func run(_ solver: Solver, options: LogisticConfiguration, progress: ProgressHandler?) -> Result {
    guard solver == .coordinate, start.gradientNorm > options.tolerance * gradientScale else {
      return finish(solver, from: start, options: options, progress: progress)
    }
    let descent = descend(options: options, progress: progress)
    if let gap = descent.provenGap {
      return result(.converged, at: descent.place, iterations: descent.sweeps, polishingSteps: 0, dualityGap: gap)
    }
    let found = finish(.coordinate, from: descent.place, options: options, sweeps: descent.sweeps, progress: progress)
    guard found.outcome == .stalled else { return found }
    // Where weights differ by many orders of magnitude, descent can lead to a place from which rounding lets nothing go on.
    let other = finish(.coordinate, from: start, options: options, sweeps: descent.sweeps, progress: progress)
    return other.outcome == .converged || other.place.value < found.place.value ? other : found
  }

  /// Walks on with a solver that sees whole places, to the tolerance and beyond it, or to the gap that was asked for.
  private func finish(
    _ solver: Solver, from start: LogisticObjective.Place, options: LogisticConfiguration, sweeps: Int = 0,
    progress: ProgressHandler?
  ) -> Result {
    let rule = StoppingRule(
      gradientTolerance: options.tolerance * gradientScale,
      maximumIterations: max(0, options.maximumIterations - sweeps))
    var provenGap: Double?
    let isGoodEnough = { (place: LogisticObjective.Place) in
      provenGap = certifiedGap(at: place, within: options.gap)
      return provenGap != nil
    }
    let found =
      switch solver {
      case .newtonCholesky:
        NewtonCholeskySolver(stopping: rule).minimize(objective, from: start, progress: progress, until: isGoodEnough)
      case .newtonCG, .coordinate:
        TrustRegionNewtonSolver(stopping: rule).minimize(
          objective, from: start, progress: progress, until: isGoodEnough)
      case .proximalNewton: preconditionFailure("a solver for penalties with kinks was given a smooth objective")
      case .lbfgs: LBFGSSolver(stopping: rule).minimize(objective, from: start, progress: progress, until: isGoodEnough)
      }
    let iterations = sweeps + found.iterations
    guard found.outcome == .converged, options.gap == nil else {
      return result(found.outcome, at: found.place, iterations: iterations, polishingSteps: 0, dualityGap: provenGap)
    }
    let weights = found.place.parameters[..<(objective.featureCount * objective.outputCount)]
    // The penalty bends f by 1 or more along every weight, so that weights lie no further from the optimum than the gradient
    // is long.
    let goal = max(1e-12 * BLAS.norm(Array(weights)), 1e-16 * gradientScale)
    let polishing = Polishing(gradientGoal: goal, usesFactor: solver == .newtonCholesky)
    let (place, steps) = polishing.polish(objective, from: found.place)
    return result(found.outcome, at: place, iterations: iterations, polishingSteps: steps)
  }

  /// The duality gap at `place` where it is within the one asked for.
  private func certifiedGap(at place: LogisticObjective.Place, within goal: Double?) -> Double? {
    guard let goal else { return nil }
    // A gradient this long never comes with so small a gap in practice, and finding out costs a pass over the matrix.
    let plausible = 100 * (2 * goal * place.value).squareRoot()
    guard place.gradientNorm <= plausible else { return nil }
    let gap = DualityGap(objective: objective).value(at: place)
    return gap <= goal * place.value ? gap : nil
  }

  private func result(
    _ outcome: FitOutcome, at place: LogisticObjective.Place, iterations: Int, polishingSteps: Int,
    dualityGap: Double? = nil
  ) -> Result {
    let balanced = objective.balance > 0 ? objective.place(at: objective.balanced(place.parameters)) : place
    return Result(
      place: balanced, outcome: outcome, iterations: iterations, polishingSteps: polishingSteps,
      dualityGap: dualityGap ?? DualityGap(objective: objective).value(at: balanced))
  }
}

/// Parameters of the objective, and the models they stand for.
extension LogisticObjective {
  /// Zero weights, and the intercepts that give every row the classes' shares as probabilities.
  func parameters(forShares classTotals: [Double]) -> [Double] {
    var parameters = [Double](repeating: 0, count: parameterCount)
    guard hasIntercept else { return parameters }
    let logarithms = classTotals.map { Double.log($0) }
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    let intercepts = outputCount == 1 ? [logarithms[1] - logarithms[0]] : logarithms.map { $0 - mean }
    for (output, intercept) in intercepts.enumerated() { parameters[featureCount * outputCount + output] = intercept }
    return parameters
  }

  /// The parameters of a model.
  ///
  /// - Precondition: the model has the same shape. Intercepts that are not fitted are left out.
  func parameters(of model: LogisticModel) -> [Double] {
    precondition(
      model.coefficients.rowCount == outputCount && model.featureCount == featureCount,
      "a start of \(model.coefficients.rowCount) x \(model.featureCount) for \(outputCount) x \(featureCount) weights")
    return model.coefficients.transposed().elements + (hasIntercept ? model.intercepts : [])
  }

  /// The same model with intercepts that add up to exactly zero where there are several.
  func balanced(_ parameters: [Double]) -> [Double] {
    guard balance > 0 else { return parameters }
    var result = parameters
    let first = featureCount * outputCount
    let mean = parameters[first...].reduce(0, +) / Double(outputCount)
    for index in first..<parameterCount { result[index] -= mean }
    return result
  }

  /// The model of `parameters`.
  func model(of parameters: [Double]) -> LogisticModel {
    let weights = DenseMatrix(
      rowCount: featureCount, columnCount: outputCount, elements: Array(parameters[..<(featureCount * outputCount)]))
    return LogisticModel(
      classCount: max(2, outputCount), coefficients: weights.transposed(),
      intercepts: hasIntercept
        ? Array(parameters[(featureCount * outputCount)...]) : Array(repeating: 0, count: outputCount))
  }
}
