import Classifiers
import Corpora
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

/// Fits against scikit-learn 1.9 polished to the optimum (Fixtures/generators/classifiers.py).
@Suite struct ClassifiersParityTests {
  /// Relative to the largest coefficient. The product claims 1e-6; both sides are at the optimum to their last digits, and what
  /// is left is the gradient's rounding times the condition of the Hessian, which C = 1000 and columns 1e8 apart in scale make
  /// large.
  private static let coefficientTolerance = 1e-10
  /// Relative: both sides' sums of a few hundred terms.
  private static let objectiveTolerance = 1e-13
  /// scikit-learn's own fit stops up to 1e-5 short of the optimum in the coefficients.
  private static let probabilityTolerance = 1e-6

  @Test(arguments: ["dense", "sparse"], SolverSelection.allCases)
  func everySolverFindsTheOptimum(file: String, solver: SolverSelection) throws {
    let fixture = try ClassifierFixture.read(file)
    for problem in fixture.problems where solver != .coordinate || problem.intercepts.count == 1 {
      let fit = try fixture.fit(problem, solver: solver)
      let found = fit.model.coefficients.elements + fit.model.intercepts
      let expected = problem.coefficients + problem.intercepts
      #expect(fit.report.outcome == .converged, "\(problem.name)")
      #expect(relativeDistance(found, expected) < Self.coefficientTolerance, "\(problem.name)")
      #expect(abs(fit.report.objective / problem.objective - 1) < Self.objectiveTolerance, "\(problem.name)")
      #expect(relativeDistance(fit.report.classWeights, problem.classWeights) < 1e-15, "\(problem.name)")
    }
  }

  @Test(arguments: ["dense", "sparse"])
  func probabilitiesEqualScikitLearns(file: String) throws {
    let fixture = try ClassifierFixture.read(file)
    for problem in fixture.problems {
      let fit = try fixture.fit(problem, solver: .auto)
      let matrix = try #require(fixture.rows[problem.rows]).matrix
      let probabilities = fit.model.probabilities(matrix, on: .serial).elements
      for (found, expected) in zip(probabilities, problem.probabilities) {
        #expect(abs(found - expected) < Self.probabilityTolerance, "\(problem.name)")
      }
    }
  }
}

/// UCI Adult (a9a), 32,561 rows.
@Suite(.enabled(if: AdultData.isThere, "the shared data is not beside the repository"))
struct AdultParityTests {
  @Test(arguments: [SolverSelection.newtonCholesky, .newtonCG, .lbfgs, .coordinate])
  func everySolverFindsTheOptimum(solver: SolverSelection) throws {
    let expected: AdultFixture = try readFixture("a9a")
    let (matrix, labels) = try AdultData.read("a9a")
    let fit = try AdultData.fit(matrix, labels, solver: solver, on: Parallelism(threadCount: 2))
    let found = fit.model.coefficients.elements + fit.model.intercepts
    #expect(fit.report.outcome == .converged)
    #expect(abs(fit.report.objective / expected.objective - 1) < 1e-13)
    #expect(relativeDistance(found, expected.coefficients + expected.intercepts) < 1e-10)
    #expect(fit.report.dualityGap < 1e-15 * expected.objective)
  }

  @Test func scoresOfUnseenRowsEqualTheReferences() throws {
    let expected: AdultFixture = try readFixture("a9a")
    let (matrix, labels) = try AdultData.read("a9a")
    let model = try AdultData.fit(matrix, labels, solver: .auto, on: .serial).model
    let (unseen, truth) = try AdultData.read("a9a.t")
    let scores = model.decisionValues(unseen, on: .serial).elements
    let right = zip(scores, truth).count { ($0 > 0) == ($1 == 1) }
    #expect(Double(right) / Double(truth.count) == expected.testAccuracy)
    #expect(abs(areaUnderCurve(scores, truth) - expected.testAUC) < 1e-12)
  }

  /// The share of pairs of a positive and a negative row in which the positive one scores higher, ties counting half.
  private func areaUnderCurve(_ scores: [Double], _ labels: [Int]) -> Double {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var (pairs, negatives, start) = (0.0, 0.0, 0)
    while start < order.count {
      var end = start
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      let positives = Double(order[start..<end].count { labels[$0] == 1 })
      let others = Double(end - start) - positives
      pairs += positives * (negatives + others / 2)
      negatives += others
      start = end
    }
    return pairs / (negatives * (Double(order.count) - negatives))
  }
}

private enum AdultData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/data/a9a"
  ).standardized

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func read(_ name: String) throws -> (DesignMatrix, [Int]) {
    let table = try LibSVMReader.read(folder.appending(path: name).path)
    let matrix = SparseMatrix(
      columnCount: 123, rowOffsets: table.rowOffsets, columnIndices: table.columnIndices, values: table.values)
    return (DesignMatrix(matrix), table.labels.map { $0 == "1" ? 1 : 0 })
  }

  static func fit(
    _ matrix: DesignMatrix, _ labels: [Int], solver: SolverSelection, on parallelism: Parallelism
  ) throws -> LogisticFit {
    var configuration = LogisticConfiguration()
    configuration.solver = solver
    return try LogisticRegression(configuration.validated()).fit(
      matrix, labels: labels, classCount: 2, on: parallelism)
  }
}

private struct AdultFixture: Decodable {
  let coefficients: [Double]
  let intercepts: [Double]
  let objective: Double
  let testAccuracy: Double
  let testAUC: Double
}

private struct ClassifierFixture: Decodable {
  struct Rows: Decodable {
    let columnCount: Int
    let elements: [Double]
    let rowOffsets: [Int]?
    let columnIndices: [Int32]?
    let labels: [Int]

    var matrix: DesignMatrix {
      guard let rowOffsets, let columnIndices else {
        return DesignMatrix(DenseMatrix(rowCount: labels.count, columnCount: columnCount, elements: elements))
      }
      return DesignMatrix(
        SparseMatrix(columnCount: columnCount, rowOffsets: rowOffsets, columnIndices: columnIndices, values: elements))
    }
  }

  struct Problem: Decodable {
    let name: String
    let rows: String
    let weights: [Double]?
    let C: Double
    let fitsIntercept: Bool
    let classWeight: ClassWeight
    let classWeights: [Double]
    let coefficients: [Double]
    let intercepts: [Double]
    let objective: Double
    let probabilities: [Double]
  }

  let rows: [String: Rows]
  let problems: [Problem]

  static func read(_ name: String) throws -> ClassifierFixture { try readFixture(name) }

  func fit(_ problem: Problem, solver: SolverSelection) throws -> LogisticFit {
    let data = try #require(rows[problem.rows])
    var configuration = LogisticConfiguration()
    configuration.inverseRegularization = problem.C
    configuration.classWeight = problem.classWeight
    configuration.fitsIntercept = problem.fitsIntercept
    configuration.solver = solver
    return try LogisticRegression(configuration.validated()).fit(
      data.matrix, labels: data.labels, classCount: problem.classWeights.count, weights: problem.weights, on: .serial)
  }
}

private func readFixture<Fixture: Decodable>(_ name: String) throws -> Fixture {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/classifiers")
  return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
}

/// The largest difference, relative to the largest expected number.
private func relativeDistance(_ found: [Double], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let scale = expected.reduce(0) { max($0, abs($1)) }
  return zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
}
