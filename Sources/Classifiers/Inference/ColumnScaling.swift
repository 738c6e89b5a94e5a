internal import LinearAlgebra
internal import RealModule

/// Columns brought to a spread of one, so that the methods that follow see no units; the intercept's column, the first, stays.
struct ColumnScaling: Sendable, Hashable {
  /// What is subtracted from each column; 0 for the first.
  let shifts: [Double]
  /// What each is then divided by; 1 for the first.
  let scales: [Double]

  /// - Parameter isCentred: whether columns are brought to a mean of zero too, which the intercept then makes good.
  init(_ matrix: DenseMatrix, isCentred: Bool) {
    let count = Double(matrix.rowCount)
    var (shifts, scales) = ([0.0], [1.0])
    for column in 1..<max(1, matrix.columnCount) {
      let values = (0..<matrix.rowCount).map { matrix[$0, column] }
      let shift = isCentred ? values.reduce(0, +) / count : 0
      let spread = BLAS.norm(values.map { $0 - shift }) / count.squareRoot()
      shifts.append(shift)
      scales.append(spread > 0 ? spread : 1)
    }
    self.shifts = shifts
    self.scales = scales
  }

  func scaled(_ matrix: DenseMatrix) -> DenseMatrix {
    var result = matrix
    for row in 0..<matrix.rowCount {
      for column in 0..<matrix.columnCount {
        result[row, column] = (matrix[row, column] - shifts[column]) / scales[column]
      }
    }
    return result
  }

  /// The coefficients of the columns as they were, from those of the scaled ones.
  func original(_ coefficients: [Double]) -> [Double] {
    var result = zip(coefficients, scales).map { $0 / $1 }
    for column in result.indices.dropFirst() { result[0] -= result[column] * shifts[column] }
    return result
  }

  /// The coefficients of the scaled columns, from those of the columns as they were.
  func scaled(coefficients: [Double]) -> [Double] {
    var result = zip(coefficients, scales).map { $0 * $1 }
    for column in result.indices.dropFirst() { result[0] += coefficients[column] * shifts[column] }
    return result
  }

  /// The covariances of the coefficients of the columns as they were, from those of the scaled ones.
  func original(covariance: DenseMatrix) -> DenseMatrix {
    let count = scales.count
    var change = DenseMatrix(zeros: count, count)
    for column in 0..<count {
      change[column, column] = 1 / scales[column]
      if column > 0 { change[0, column] = -shifts[column] / scales[column] }
    }
    return BLAS.product(BLAS.product(change, covariance), change, transposingRight: true)
  }

  /// Σ ln scale: by how much half the logarithm of the information's determinant is larger for the columns as they were.
  var logScale: Double { scales.reduce(0) { $0 + Double.log($1) } }
}
