internal import LinearAlgebra
internal import Reproducibility

/// How an outcome depends on the columns.
public enum OutcomeModel: String, Codable, Sendable, Hashable, CaseIterable {
  /// The expected outcome is a sum over the columns: differences of shares.
  case linear
  /// The log-odds of the outcome are: differences of log-odds.
  case logit
}

/// Coefficients that solve Σ w_i x_i (y_i - μ(x_iᵀβ)) = 0, μ being the identity or the logistic function, with the sandwich of
/// their covariances; y may be any number.
///
/// Rows are independent, or clusters of them: each then counts as one, and the sandwich is multiplied as `ClusterCovariance` says,
/// which for rows by themselves is n/(n - p) (HC1).
struct MomentRegression {
  let matrix: DenseMatrix
  let outcomes: [Double]
  let weights: [Double]
  let clusters: [Int]?
  let model: OutcomeModel

  /// A solution.
  struct Solution {
    let coefficients: [Double]
    let covariance: DenseMatrix
    let clusterCount: Int
    fileprivate let scaling: ColumnScaling
    fileprivate let scaledMatrix: DenseMatrix
    fileprivate let bread: DenseMatrix

    /// How far a score of x_i, the predictors of `row`, moves each coefficient: J⁻¹ x_i.
    func influence(ofRow row: Int) -> [Double] {
      let predictors = DenseMatrix(
        rowCount: 1, columnCount: scaledMatrix.columnCount, elements: Array(scaledMatrix.row(row)))
      return scaling.original(BLAS.product(predictors, bread).elements)
    }
  }

  /// The solution, or nil where there is none: no finite log-odds fit.
  ///
  /// - Precondition: columns do not depend on one another.
  /// - Throws: `ClassifierError` for fewer than two clusters.
  func solution() throws -> Solution? {
    let clustering = try ClusterCovariance(
      clusters: clusters ?? Array(outcomes.indices), parameterCount: matrix.columnCount)
    let scaling = ColumnScaling(matrix, isCentred: true)
    let scaled = scaling.scaled(matrix)
    guard let place = model == .linear ? leastSquares(scaled) : logit(scaled),
      let bread = LAPACK.CholeskyFactor(place.information)?.inverse()
    else { return nil }
    let covariance = clustering.covariance(bread: bread, matrix: scaled, residuals: place.residuals)
    return Solution(
      coefficients: scaling.original(place.coefficients), covariance: scaling.original(covariance: covariance),
      clusterCount: clustering.clusterCount, scaling: scaling, scaledMatrix: scaled, bread: bread)
  }

  private struct Place {
    let coefficients: [Double]
    let residuals: [Double]
    let information: DenseMatrix
  }

  private func leastSquares(_ scaled: DenseMatrix) -> Place? {
    let roots = weights.map { $0.squareRoot() }
    let columns = (0..<scaled.columnCount).map { column in roots.indices.map { roots[$0] * scaled[$0, column] } }
    guard
      let coefficients = LAPACK.leastSquares(columns: columns, right: zip(roots, outcomes).map { $0 * $1 })
    else { return nil }
    let design = DesignMatrix(scaled)
    let fitted = design.times(coefficients, on: .serial)
    return Place(
      coefficients: coefficients, residuals: fitted.indices.map { weights[$0] * (outcomes[$0] - fitted[$0]) },
      information: design.weightedGram(weights, on: .serial))
  }

  private func logit(_ scaled: DenseMatrix) -> Place? {
    let likelihood = OutcomeLikelihood(matrix: scaled, outcomes: outcomes, weights: weights, isPenalized: false)
    let start = [Double](repeating: 0, count: scaled.columnCount)
    // Where the likelihood rises for ever, the search ends far out, on log-odds that nobody could have observed.
    guard let maximum = likelihood.maximum(from: start)?.place,
      !maximum.coefficients.contains(where: { abs($0) > Self.largestLogOdds })
    else { return nil }
    return Place(
      coefficients: maximum.coefficients, residuals: likelihood.residuals(at: maximum.coefficients),
      information: maximum.information)
  }

  private static let largestLogOdds = 15.0
}
