import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

@Suite("Solvers on a quadratic")
struct SolverTests {
  /// Those that see nothing of a problem but its objective.
  static let solvers = [Solver.newtonCholesky, .newtonCG, .lbfgs]

  static func minimize(
    _ objective: Quadratic, _ solver: Solver, tolerance: Double = 1e-9, maximumIterations: Int = 500,
    until isGoodEnough: (Quadratic.Place) -> Bool = { _ in false }
  ) -> SolverResult<Quadratic.Place> {
    let rule = StoppingRule(gradientTolerance: tolerance, maximumIterations: maximumIterations)
    let start = objective.place(at: Array(repeating: 0, count: objective.parameterCount))
    return switch solver {
    case .newtonCholesky:
      NewtonCholeskySolver(stopping: rule).minimize(objective, from: start, until: isGoodEnough)
    case .newtonCG, .coordinate, .proximalNewton:
      TrustRegionNewtonSolver(stopping: rule).minimize(objective, from: start, until: isGoodEnough)
    case .lbfgs: LBFGSSolver(stopping: rule).minimize(objective, from: start, until: isGoodEnough)
    }
  }

  @Test("Each finds the minimum, whatever the value there", arguments: solvers, [0, -1e3, 1e6])
  func minimum(solver: Solver, lowestValue: Double) {
    var objective = Quadratic(eigenvalues: [1, 2, 5, 10, 30, 100, 300, 1000])
    objective.lowestValue = lowestValue
    let result = Self.minimize(objective, solver)
    #expect(result.outcome == .converged)
    for (found, expected) in zip(result.place.parameters, objective.centre) { #expect(abs(found - expected) < 1e-8) }
  }

  @Test("Newton's method needs one step")
  func newtonIsExact() {
    #expect(Self.minimize(Quadratic(eigenvalues: [1, 10, 1e6]), .newtonCholesky, tolerance: 1e-7).iterations == 1)
  }

  @Test("A start at the minimum needs none", arguments: solvers)
  func nothingToDo(solver: Solver) {
    let objective = Quadratic(eigenvalues: [1, 2, 3])
    let result = Self.minimize(objective, solver, tolerance: 1e9)
    #expect(result.iterations == 0)
    #expect(result.outcome == .converged)
  }

  @Test("The limit of iterations is an outcome", arguments: [Solver.newtonCG, .lbfgs])
  func limit(solver: Solver) {
    let result = Self.minimize(Quadratic(eigenvalues: [1, 50, 2500, 1e5]), solver, maximumIterations: 1)
    #expect(result.outcome == .iterationLimit)
    #expect(result.iterations == 1)
  }

  @Test("A tolerance below the rounding of numbers ends in a stall, at the minimum", arguments: solvers)
  func stall(solver: Solver) {
    let objective = Quadratic(eigenvalues: [1, 1e3, 1e6, 3e6, 1e7])
    let result = Self.minimize(objective, solver, tolerance: 1e-300, maximumIterations: 100_000)
    #expect(result.outcome == .stalled || result.place.gradient.allSatisfy { $0 == 0 })
    for (found, expected) in zip(result.place.parameters, objective.centre) { #expect(abs(found - expected) < 1e-7) }
  }

  @Test("A place that is good enough ends the search", arguments: solvers)
  func goodEnough(solver: Solver) {
    let result = Self.minimize(Quadratic(eigenvalues: [1, 50, 2500, 1e5]), solver) { _ in true }
    #expect(result.iterations == 0)
    #expect(result.outcome == .converged)
  }
}
