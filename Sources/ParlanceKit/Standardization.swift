internal import LinearAlgebra

/// Columns shifted and scaled to mean 0 and variance 1 in the rows it was learnt from; constant ones become 0.
struct Standardization {
  private let means: [Double]
  private let scales: [Double]

  init(_ matrix: DenseMatrix) {
    let count = Double(max(1, matrix.rowCount))
    var (means, scales): ([Double], [Double]) = ([], [])
    for column in 0..<matrix.columnCount {
      let values = (0..<matrix.rowCount).map { matrix[$0, column] }
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      means.append(mean)
      scales.append(variance > 1e-20 ? 1 / variance.squareRoot() : 0)
    }
    self.means = means
    self.scales = scales
  }

  func applied(to matrix: DenseMatrix) -> DesignMatrix {
    let elements = matrix.elements.indices.map { place in
      let column = place % matrix.columnCount
      return (matrix.elements[place] - means[column]) * scales[column]
    }
    return DesignMatrix(DenseMatrix(rowCount: matrix.rowCount, columnCount: matrix.columnCount, elements: elements))
  }
}
