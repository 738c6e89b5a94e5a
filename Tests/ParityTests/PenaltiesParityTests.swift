import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

/// L1 and elastic-net fits against scikit-learn's saga polished to the optimum, and against glmnet as it is
/// (Fixtures/generators/penalties.py).
@Suite struct PenaltiesParityTests {
  /// Relative to the largest coefficient: both sides are at the optimum but for the rounding of their sums.
  private static let optimumTolerance = 1e-9
  /// glmnet stops by the change of its objective, here 1e-15 of the null deviance: half the digits remain in the coefficients.
  private static let glmnetTolerance = 1e-6
  /// Fewer where 25 rows with 60 columns are almost separated, so that the objective hardly bends.
  private static let almostSeparatedTolerance = 1e-4

  @Test func theOptimaAreFound() throws {
    let fixture: PenaltyFixture = try Fixture.read("penalties/optima")
    for problem in fixture.problems {
      let fit = try fixture.fit(problem)
      #expect(fit.report.outcome == .converged, "\(problem.name)")
      #expect(
        Fixture.relativeDistance(
          fit.model.coefficients.elements + fit.model.intercepts, problem.coefficients + [problem.intercept])
          < Self.optimumTolerance, "\(problem.name)")
      #expect(
        zip(fit.model.coefficients.elements, problem.coefficients).allSatisfy { ($0 == 0) == ($1 == 0) },
        "\(problem.name)")
      #expect(abs(fit.report.objective / problem.objective - 1) < 1e-12, "\(problem.name)")
      #expect(fit.report.dualityGap < 1e-9 * problem.objective, "\(problem.name)")
    }
  }

  @Test func glmnetFindsTheSame() throws {
    let fixture: PenaltyFixture = try Fixture.read("penalties/optima")
    let glmnet: GlmnetFixture = try Fixture.read("penalties/glmnet")
    #expect(glmnet.problems.count > 15)
    for expected in glmnet.problems {
      let problem = try #require(fixture.problems.first { $0.name == expected.name })
      let model = try fixture.fit(problem).model
      #expect(
        Fixture.relativeDistance(
          model.coefficients.elements + model.intercepts, expected.coefficients + [expected.intercept])
          < (problem.name == "wide, L1, C 30.0" ? Self.almostSeparatedTolerance : Self.glmnetTolerance),
        "\(problem.name)")
    }
  }
}

private struct GlmnetFixture: Decodable {
  struct Problem: Decodable {
    let name: String
    let intercept: Double
    let coefficients: [Double]
  }

  let problems: [Problem]
}

private struct PenaltyFixture: Decodable {
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
    let balanced: Bool
    let C: Double
    let l1Ratio: Double
    let fitsIntercept: Bool
    let coefficients: [Double]
    let intercept: Double
    let objective: Double
  }

  let rows: [String: Rows]
  let problems: [Problem]

  func fit(_ problem: Problem) throws -> LogisticFit {
    let data = try #require(rows[problem.rows])
    var configuration = LogisticConfiguration()
    configuration.inverseRegularization = problem.C
    configuration.penalty = problem.l1Ratio == 1 ? .l1 : .elasticnet
    configuration.l1Ratio = problem.l1Ratio == 1 ? nil : problem.l1Ratio
    configuration.classWeight = problem.balanced ? .balanced : .none
    configuration.fitsIntercept = problem.fitsIntercept
    return try LogisticRegression(configuration.validated()).fit(
      data.matrix, labels: data.labels, classCount: 2, weights: problem.weights, on: .serial)
  }
}
