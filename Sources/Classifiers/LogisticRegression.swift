public import LinearAlgebra
public import Reproducibility
internal import RealModule

/// A fitted model and how it was fitted.
public struct LogisticFit: Sendable, Hashable {
  /// The model.
  public let model: LogisticModel
  /// How near it is to the best one; its outcome has to be looked at.
  public let report: FitReport
}

/// Logistic regression for two classes (one weight vector) or more (one each, adding up to zero), with an L2 penalty on the
/// weights and none on the intercepts; for two classes also with an L1 penalty or an elastic net.
///
/// It minimises penalty(W) + C Σ_i s_i loss_i, as scikit-learn and LIBLINEAR do, where s_i is the row's weight times its
/// class's and the penalty 1/2 ||W||², ||W||₁, or (1 - ρ)/2 ||W||² + ρ ||W||₁. The minimum is found to the last digits; it is
/// unique with L2 and elastic nets, so that the model depends on neither the solver, nor the number of threads (to the bit),
/// nor the order of the rows (to about 1e-12, relative). With L1 alone it is unique unless columns depend on one another.
public struct LogisticRegression: Sendable, Hashable {
  /// How to fit.
  public let configuration: ValidatedLogisticConfiguration

  /// A regression with a checked configuration.
  public init(_ configuration: ValidatedLogisticConfiguration) { self.configuration = configuration }

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - matrix: the features, a row a training row.
  ///   - labels: the class of each row, in `0 ..< classCount`.
  ///   - classCount: K, at least 2.
  ///   - weights: how much each row counts, zero or more; nil for one each. A weight of 2 is the row twice, of 0 none.
  ///   - start: a model of the same shape to begin with, as one of a neighbouring C; it changes the time, not the result.
  ///   - parallelism: how many threads to use.
  ///   - progress: told after each iteration.
  /// - Returns: the model with its report, even where the fit has not converged.
  /// - Throws: `ClassifierError` for no rows, no features, fewer than two classes, a class without rows, weights below
  ///   zero, and numbers that are not finite.
  public func fit(
    _ matrix: DesignMatrix, labels: [Int], classCount: Int, weights: [Double]? = nil,
    startingFrom start: LogisticModel? = nil, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws -> LogisticFit {
    precondition(labels.count == matrix.rowCount, "\(labels.count) labels for \(matrix.rowCount) rows")
    if let weights {
      precondition(weights.count == matrix.rowCount, "\(weights.count) weights for \(matrix.rowCount) rows")
    }
    try check(matrix, classCount: classCount)
    let options = configuration.values
    let rows = try TrainingRows(
      labels: labels, classCount: classCount, weights: weights, classWeight: options.classWeight)
    let objective = LogisticObjective(
      matrix, labels: labels, classCount: classCount, costs: rows.weights.map { $0 * options.inverseRegularization },
      hasIntercept: options.fitsIntercept, on: parallelism)
    let fitted = Fitted(
      matrix: matrix, rows: rows, correction: try correction(for: rows, classCount: classCount))
    if let penalty = options.elasticNet {
      guard classCount == 2 else { throw ClassifierError.sparseOfManyClasses(options.penalty, count: classCount) }
      return try fitSparse(
        SparseObjective(objective, penalty: penalty), of: fitted, startingFrom: start, progress: progress)
    }
    return try fitSmooth(objective, of: fitted, startingFrom: start, progress: progress)
  }

  /// What a fit is of, as its report says.
  private struct Fitted {
    let matrix: DesignMatrix
    let rows: TrainingRows
    /// What is added to the intercept after the fit.
    let correction: Double?
  }

  private func fitSmooth(
    _ objective: LogisticObjective, of fitted: Fitted, startingFrom start: LogisticModel?, progress: ProgressHandler?
  ) throws -> LogisticFit {
    let options = configuration.values
    let choice = try SolverChoice(options.solver, for: objective)
    let search = try LogisticSearch(objective, classTotals: fitted.rows.classTotals, warmStart: start)
    let found = search.run(choice.solver, options: options, progress: progress)
    let report = FitReport(
      solver: choice.solver, solverReason: choice.reason, outcome: found.outcome, iterations: found.iterations,
      polishingSteps: found.polishingSteps, objective: found.place.value, gradientNorm: found.place.gradientNorm,
      relativeGradientNorm: found.place.gradientNorm / search.gradientScale,
      dualityGap: found.dualityGap, rowCount: fitted.matrix.rowCount,
      columnCount: fitted.matrix.columnCount, storedCount: fitted.matrix.storedCount,
      classRowCounts: fitted.rows.classRowCounts, classWeights: fitted.rows.classWeights,
      interceptCorrection: fitted.correction)
    return LogisticFit(
      model: objective.model(of: found.place.parameters).shiftingIntercept(by: fitted.correction), report: report)
  }

  private func fitSparse(
    _ objective: SparseObjective, of fitted: Fitted, startingFrom start: LogisticModel?, progress: ProgressHandler?
  ) throws -> LogisticFit {
    let search = try SparseSearch(objective, classTotals: fitted.rows.classTotals, warmStart: start)
    let found = search.run(options: configuration.values, progress: progress)
    let used = found.place.parameters.prefix(objective.featureCount).count { $0 != 0 }
    let report = FitReport(
      solver: .proximalNewton,
      solverReason: "the penalty has a kink at zero, which \(objective.featureCount - used) of "
        + "\(objective.featureCount) weights rest in",
      outcome: found.outcome, iterations: found.iterations, polishingSteps: found.polishingSteps,
      objective: found.place.value, gradientNorm: found.place.violationNorm,
      relativeGradientNorm: found.place.violationNorm / search.gradientScale,
      dualityGap: objective.dualityGap(at: found.place), rowCount: fitted.matrix.rowCount,
      columnCount: fitted.matrix.columnCount, storedCount: fitted.matrix.storedCount,
      classRowCounts: fitted.rows.classRowCounts, classWeights: fitted.rows.classWeights,
      interceptCorrection: fitted.correction)
    return LogisticFit(
      model: objective.smooth.model(of: found.place.parameters).shiftingIntercept(by: fitted.correction),
      report: report)
  }

  private func correction(for rows: TrainingRows, classCount: Int) throws -> Double? {
    guard let prevalence = configuration.values.prevalence else { return nil }
    guard classCount == 2 else { throw ClassifierError.prevalenceOfManyClasses(classCount) }
    return PriorCorrection.shift(to: prevalence, of: rows)
  }

  private func check(_ matrix: DesignMatrix, classCount: Int) throws {
    guard classCount >= 2 else { throw ClassifierError.tooFewClasses(classCount) }
    guard matrix.rowCount > 0 else { throw ClassifierError.noRows }
    guard matrix.columnCount > 0 else { throw ClassifierError.noColumns }
    if let place = matrix.firstNonFinite() {
      throw ClassifierError.notFinite(matrix[place.row, place.column], row: place.row, column: place.column)
    }
  }
}
