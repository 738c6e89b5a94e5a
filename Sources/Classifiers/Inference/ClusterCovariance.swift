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
  init(_ data: RegressionData, clusters: [Int]) throws {
    self.clusters = clusters
    clusterCount = Set(clusters).count
    guard clusterCount > 1 else {
      throw ClassifierError(
        problem: "all \(data.caseCount) rows belong to one cluster (at least 2 were expected)",
        hint: "choose another column for --cluster, or leave it out")
    }
    let (groups, cases) = (Double(clusterCount), Double(data.caseCount))
    correction = groups / (groups - 1) * (cases - 1) / (cases - Double(data.parameterCount))
  }

  /// - Parameter bread: I⁻¹ at `coefficients`.
  func covariance(bread: DenseMatrix, of scaled: ScaledLikelihood, at coefficients: [Double]) -> DenseMatrix {
    let likelihood = scaled.likelihood
    let residuals = likelihood.residuals(at: coefficients)
    let width = likelihood.matrix.columnCount
    var sums = DenseMatrix(zeros: (clusters.max() ?? 0) + 1, width)
    for row in residuals.indices {
      for column in 0..<width { sums[clusters[row], column] += residuals[row] * likelihood.matrix[row, column] }
    }
    let filling = DesignMatrix(sums).weightedGram(Array(repeating: correction, count: sums.rowCount), on: .serial)
    return BLAS.product(BLAS.product(bread, filling), bread)
  }
}
