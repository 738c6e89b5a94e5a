import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

@Suite("The certificate of optimality")
struct CertificateTests {
  @Test("The duality gap bounds what is missing to the optimum", arguments: [2, 3, 4], [0.01, 1, 100])
  func bound(classes: Int, strength: Double) throws {
    var problem = Problem.mixed(rows: 90, classes: classes)
    problem.weights = problem.labels.indices.map { Double($0 % 5) / 2 }
    for fitsIntercept in [true, false] {
      try Self.check(problem, strength: strength, fitsIntercept: fitsIntercept)
    }
  }

  private static func check(_ problem: Problem, strength: Double, fitsIntercept: Bool) throws {
    func fit(iterations: Int, _ solver: SolverSelection) throws -> FitReport {
      try problem.fit {
        $0.fitsIntercept = fitsIntercept
        $0.inverseRegularization = strength
        $0.classWeight = .balanced
        $0.maximumIterations = iterations
        $0.solver = solver
      }.report
    }
    let optimum = try fit(iterations: 1000, .newtonCholesky)
    #expect(optimum.dualityGap < 1e-14 * optimum.objective)
    #expect(optimum.relativeGradientNorm < 1e-12)
    for solver in [SolverSelection.newtonCholesky, .newtonCG, .lbfgs] {
      for iterations in 1...6 {
        let report = try fit(iterations: iterations, solver)
        let missing = report.objective - optimum.objective
        #expect(report.dualityGap >= missing - 1e-12 * optimum.objective)
        #expect(report.dualityGap >= 0)
      }
    }
  }

  /// f - D by their definitions, for two classes without intercept, where the fitted probabilities are feasible.
  @Test("The gap is the difference of the primal and the dual value")
  func definition() throws {
    let problem = Problem.dense(rows: 50, columns: 4, classes: 2)
    let fit = try problem.fit {
      $0.fitsIntercept = false
      $0.maximumIterations = 1
      $0.solver = .lbfgs
      $0.inverseRegularization = 0.7
    }
    #expect(fit.report.outcome == .iterationLimit)
    let probabilities = fit.model.probabilities(problem.matrix, on: .serial)
    let multipliers = problem.labels.indices.map { 0.7 * probabilities[$0, 1 - problem.labels[$0]] }
    let signed = problem.labels.indices.map { problem.labels[$0] == 1 ? multipliers[$0] : -multipliers[$0] }
    let weights = problem.matrix.transposedTimes(signed, on: .serial)
    var entropy = 0.0
    for multiplier in multipliers {
      let share: Double = multiplier / 0.7
      entropy -= 0.7 * (share * log(share) + (1 - share) * log(1 - share))
    }
    let dual = entropy - BLAS.dot(weights, weights) / 2
    #expect(fit.report.dualityGap > 1e-6)
    #expect(abs(fit.report.objective - dual - fit.report.dualityGap) < 1e-12)
  }

  @Test("One iteration where more are needed is reported, not thrown", arguments: [2, 3])
  func iterationLimit(classes: Int) throws {
    let problem = Problem.sparse(rows: 200, columns: 60, rowLength: 8, classes: classes)
    for solver in [SolverSelection.newtonCholesky, .newtonCG, .lbfgs] {
      let report = try problem.fit {
        $0.maximumIterations = 1
        $0.solver = solver
      }.report
      #expect(report.outcome == .iterationLimit)
      #expect(report.iterations == 1)
      #expect(report.polishingSteps == 0)
      #expect(report.relativeGradientNorm > 1e-8)
    }
  }

  @Test("The report counts the data")
  func facts() throws {
    let problem = Problem.mixed(rows: 90, classes: 3)
    let report = try problem.fit().report
    #expect(report.rowCount == 90)
    #expect(report.columnCount == 15)
    #expect(report.storedCount == problem.matrix.storedCount)
    #expect(report.classRowCounts == (0..<3).map { index in problem.labels.count { $0 == index } })
    #expect(report.classWeights == [1, 1, 1])
    let copy = try JSONDecoder().decode(FitReport.self, from: JSONEncoder().encode(report))
    #expect(copy == report)
  }

  @Test("The choice of solver follows the size, and says why")
  func choice() throws {
    let small = try Problem.dense(rows: 50, columns: 4, classes: 3).fit().report
    #expect(small.solver == .newtonCholesky)
    #expect(small.solverReason.hasPrefix("15 parameters are few enough"))
    let large = try Problem.sparse(rows: 60, columns: 4000, rowLength: 8, classes: 2).fit().report
    #expect(large.solver == .coordinate)
    #expect(large.solverReason.hasPrefix("4001 parameters are too many"))
    let several = try Problem.sparse(rows: 60, columns: 4000, rowLength: 8, classes: 3).fit().report
    #expect(several.solver == .newtonCG)
    let asked = try Problem.dense(rows: 50, columns: 4, classes: 3).fit { $0.solver = .lbfgs }.report
    #expect(asked.solver == .lbfgs)
    #expect(asked.solverReason == "it was asked for")
  }
}
