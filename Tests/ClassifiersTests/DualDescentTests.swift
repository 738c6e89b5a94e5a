import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

@Suite("Dual coordinate descent")
struct DualDescentTests {
  @Test("The best logit solves its equation, from wherever it is looked for")
  func bestLogit() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<20_000 {
      let bend = pow(10, generator.unitInterval() * 12 - 6)
      let target = (generator.unitInterval() - 0.5) * pow(10, generator.unitInterval() * 5)
      let start = (generator.unitInterval() - 0.5) * 80
      var found = (logit: start, share: logistic(start))
      // The first search ends where a step is short; the next ones, as a row's later visits, take the rest of the way.
      for visit in 0..<3 {
        found = DualVariables.bestLogit(bend: bend, target: target, near: found)
        let missed = abs(found.logit + bend * logistic(found.logit) - target) / (1 + abs(target) + bend)
        #expect(missed <= (visit == 0 ? 2e-5 : 1e-9), "\(bend) \(target) \(start)")
        #expect(abs(found.share - logistic(found.logit)) <= 1e-8 * found.share)
      }
    }
  }

  private func logistic(_ logit: Double) -> Double {
    let small = exp(-abs(logit))
    return (logit >= 0 ? 1 : small) / (1 + small)
  }

  @Test("A gap that is asked for is proven, and takes fewer iterations", arguments: SolverSelection.all(forClasses: 2))
  func gap(solver: SolverSelection) throws {
    let problem = Problem.sparse(rows: 3000, columns: 800, rowLength: 12, classes: 2)
    let best = try problem.fit { $0.solver = solver }
    for goal in [1e-2, 1e-4, 1e-6] {
      let fit = try problem.fit {
        $0.solver = solver
        $0.gap = goal
      }
      #expect(fit.report.outcome == .converged)
      #expect(fit.report.dualityGap <= goal * fit.report.objective)
      #expect(fit.report.objective - best.report.objective <= fit.report.dualityGap + 1e-12 * best.report.objective)
      #expect(fit.report.objective >= best.report.objective * (1 - 1e-14))
      #expect(fit.report.iterations <= best.report.iterations)
      #expect(fit.report.polishingSteps == 0)
    }
  }

  @Test("With a block of scaled counts it finds what Newton's method finds", arguments: [0.01, 1, 100], [false, true])
  func scaledCounts(strength: Double, fitsIntercept: Bool) throws {
    let problem = Problem.counted(rows: 900, columns: 300, rowLength: 9)
    let fits = try SolverSelection.all(forClasses: 2).map { solver in
      try problem.fit {
        $0.solver = solver
        $0.inverseRegularization = strength
        $0.fitsIntercept = fitsIntercept
      }
    }
    for fit in fits {
      #expect(fit.report.outcome == .converged)
      #expect(distance(fit.model, fits[0].model) < 1e-11)
    }
  }

  @Test("Rows sorted by class take hardly more sweeps than rows in any order")
  func sortedRows() throws {
    let problem = Problem.counted(rows: 4000, columns: 900, rowLength: 9)
    let sorted = problem.selecting(rows: problem.labels.indices.sorted { problem.labels[$0] < problem.labels[$1] })
    let iterations = try [problem, sorted].map { problem in
      try problem.fit {
        $0.solver = .coordinate
        $0.gap = 1e-6
      }.report.iterations
    }
    #expect(iterations[1] <= 2 * iterations[0] + 2, "\(iterations)")
  }

  @Test("More than two classes are refused with a way out")
  func manyClasses() {
    let problem = Problem.sparse(rows: 50, columns: 10, rowLength: 3, classes: 3)
    #expect(throws: ClassifierError.self) { try problem.fit { $0.solver = .coordinate } }
  }
}
