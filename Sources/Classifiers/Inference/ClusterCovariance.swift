internal import LinearAlgebra
internal import Reproducibility

/// Covariances of coefficients that hold where cases of one cluster depend on one another: the sandwich I⁻¹ (Σ_g s_g s_gᵀ) I⁻¹, s_g
/// the sum of the scores of cluster g, times G/(G - 1) (n - 1)/(n - p), which is what statsmodels (`cov_type="cluster"`) and Stata's
/// regressions multiply it with.
///
/// Source: Liang and Zeger 1986 (Biometrika 73); Cameron and Miller 2015, A practitioner's guide to cluster-robust inference
/// (Journal of Human Resources 50), who also say that errors are too small where clusters are few, below 30 or so.
struct ClusterCovariance {
  private let clusters: [Int]
  /// G.
  let clusterCount: Int
  /// G/(G - 1) (n - 1)/(n - p).
  let correction: Double

  /// - Throws: `ClassifierError` for fewer than two clusters.
  init(clusters: [Int], parameterCount: Int) throws {
    self.clusters = clusters
    clusterCount = Set(clusters).count
    guard clusterCount > 1 else {
      throw ClassifierError(
        problem: "all \(clusters.count) rows belong to one cluster (at least 2 were expected)",
        hint: "choose another column for --cluster, or leave it out")
    }
    let (groups, cases) = (Double(clusterCount), Double(clusters.count))
    correction = groups / (groups - 1) * (cases - 1) / (cases - Double(parameterCount))
  }

  /// - Parameters:
  ///   - bread: I⁻¹ at the estimates.
  ///   - matrix: the predictors, a row a case.
  ///   - residuals: what each case's predictors are multiplied with to make its score.
  func covariance(bread: DenseMatrix, matrix: DenseMatrix, residuals: [Double]) -> DenseMatrix {
    let width = matrix.columnCount
    var sums = DenseMatrix(zeros: (clusters.max() ?? 0) + 1, width)
    for row in residuals.indices {
      for column in 0..<width { sums[clusters[row], column] += residuals[row] * matrix[row, column] }
    }
    let filling = DesignMatrix(sums).weightedGram(Array(repeating: correction, count: sums.rowCount), on: .serial)
    return BLAS.product(BLAS.product(bread, filling), bread)
  }
}
