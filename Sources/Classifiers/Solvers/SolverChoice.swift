internal import LinearAlgebra

/// A solver and why it was chosen.
struct SolverChoice: Hashable {
  /// The largest Hessian that is written out: 800 MB.
  static let choleskyLimit = 10_000

  let solver: Solver
  let reason: String

  /// The solver for a problem of that size.
  ///
  /// - Throws: `ClassifierError` where the solver that was asked for cannot do it.
  init(_ selection: SolverSelection, for objective: LogisticObjective) throws {
    switch selection {
    case .auto: self.init(size: ProblemSize(objective))
    case .newtonCG: self.init(solver: .newtonCG, reason: "it was asked for")
    case .lbfgs: self.init(solver: .lbfgs, reason: "it was asked for")
    case .coordinate:
      guard objective.outputCount == 1 else { throw ClassifierError.coordinateOfManyClasses(objective.outputCount) }
      self.init(solver: .coordinate, reason: "it was asked for")
    case .newtonCholesky:
      guard objective.parameterCount <= Self.choleskyLimit else {
        throw ClassifierError.tooLargeForCholesky(
          parameterCount: objective.parameterCount, limit: Self.choleskyLimit)
      }
      self.init(solver: .newtonCholesky, reason: "it was asked for")
    }
  }

  private init(solver: Solver, reason: String) {
    self.solver = solver
    self.reason = reason
  }

  private init(size: ProblemSize) {
    if size.parameterCount <= 500 {
      solver = .newtonCholesky
      reason = "\(size.parameterCount) parameters are few enough to factorise their Hessian in each iteration"
    } else if size.parameterCount <= 3000, size.factorisationWork < size.conjugateGradientWork {
      solver = .newtonCholesky
      reason =
        "factorising the Hessian of \(size.parameterCount) parameters takes less work than conjugate gradients over "
        + "\(size.storedCount) stored elements"
    } else if size.outputCount == 1, size.isSparse {
      solver = .coordinate
      reason =
        "\(size.parameterCount) parameters are too many to factorise their Hessian, and rows with "
        + "\(size.storedCount / max(1, size.rowCount)) of them each are quick to visit"
    } else {
      solver = .newtonCG
      reason =
        "\(size.parameterCount) parameters are too many to factorise their Hessian for \(size.storedCount) stored elements"
    }
  }
}

/// What the work of an iteration depends on.
private struct ProblemSize {
  let parameterCount: Int
  let storedCount: Int
  let rowCount: Int
  let outputCount: Int
  /// Whether rows have few of the columns.
  let isSparse: Bool

  init(_ objective: LogisticObjective) {
    parameterCount = objective.parameterCount
    storedCount = objective.matrix.storedCount
    rowCount = objective.matrix.rowCount
    outputCount = objective.outputCount
    isSparse = objective.features.storedCount < objective.features.columnCount * objective.matrix.rowCount / 10
  }

  /// Multiplications for the Hessian and its factor, which run about eight to a sparse one.
  var factorisationWork: Double {
    let rowLength = Double(storedCount) / Double(max(1, rowCount))
    let blocks = Double(outputCount * (outputCount + 1) / 2)
    let parameters = Double(parameterCount)
    return (Double(rowCount) * rowLength * rowLength * blocks + parameters * parameters * parameters / 3) / 8
  }

  /// Multiplications for about 30 products with the Hessian.
  var conjugateGradientWork: Double { 30 * 2 * Double(storedCount * outputCount) }
}
