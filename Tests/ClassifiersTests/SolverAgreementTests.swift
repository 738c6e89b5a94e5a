import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

@Suite("All solvers find one model")
struct SolverAgreementTests {
  @Test(arguments: [2, 3, 5], [0.01, 1, 100])
  func sparse(classes: Int, strength: Double) throws {
    let problem = Problem.sparse(rows: 200, columns: 60, rowLength: 8, classes: classes)
    let fits = try SolverSelection.all(forClasses: classes).map { solver in
      try problem.fit {
        $0.solver = solver
        $0.inverseRegularization = strength
      }
    }
    for fit in fits {
      #expect(fit.report.outcome == .converged)
      #expect(distance(fit.model, fits[0].model) < 1e-11)
    }
  }
}
