internal import LinearAlgebra

/// The first column of a matrix that is a combination of those before it.
struct ColumnDependence: Hashable {
  /// What remains of a column beside the others, as a share of its length, below which it depends on them.
  static let tolerance = 1e-9

  /// The column.
  let column: Int
  /// The columns before it that it is combined of.
  let others: [Int]

  /// Nil where all columns are independent.
  ///
  /// Columns are made orthogonal one after another (Gram and Schmidt, each twice, which is enough for full precision).
  /// Complexity: O(rows x columns²).
  init?(of matrix: DenseMatrix) {
    let columns = matrix.transposed()
    var directions: [[Double]] = []
    for column in 0..<columns.rowCount {
      let original = Array(columns.row(column))
      var remainder = original
      for _ in 0..<2 {
        for direction in directions { BLAS.add(direction, scaledBy: -BLAS.dot(direction, remainder), to: &remainder) }
      }
      let (length, rest) = (BLAS.norm(original), BLAS.norm(remainder))
      guard rest > Self.tolerance * length else {
        self.column = column
        others = Self.combination(of: column, in: columns)
        return
      }
      directions.append(remainder.map { $0 / rest })
    }
    return nil
  }

  private static func combination(of column: Int, in columns: DenseMatrix) -> [Int] {
    let earlier = (0..<column).map { Array(columns.row($0)) }
    guard let shares = LAPACK.leastSquares(columns: earlier, right: Array(columns.row(column))) else { return [] }
    let parts = zip(shares, earlier).map { abs($0) * BLAS.norm($1) }
    let largest = parts.max() ?? 0
    return parts.indices.filter { parts[$0] > 1e-7 * largest }
  }
}
