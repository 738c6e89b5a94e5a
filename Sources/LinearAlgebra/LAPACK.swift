internal import CLAPACKE
internal import Glibc

/// The door to LAPACK: the one file where its functions are called.
public enum LAPACK {
  /// A symmetric positive definite matrix split into L Lᵀ, ready to solve with.
  public struct CholeskyFactor: Sendable, Hashable {
    private let factor: DenseMatrix

    /// Factorises `matrix`, of which the lower triangle is read, or nil where it is not positive definite.
    ///
    /// - Precondition: `matrix` is square.
    /// Complexity: O(n³ / 3) (LAPACK `dpotrf`).
    public init?(_ matrix: DenseMatrix) {
      precondition(
        matrix.rowCount == matrix.columnCount, "a factor of \(matrix.rowCount) x \(matrix.columnCount) elements")
      var factor = matrix
      let order = Int32(matrix.rowCount)
      guard order > 0 else {
        self.factor = matrix
        return
      }
      // Rows stored one after another are the columns of the transpose: what is the upper triangle for LAPACK is the
      // lower one here. Naming the native order avoids LAPACKE's transposed copy.
      let status = unsafe LAPACKE_dpotrf(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), order, &factor.elements, order)
      guard status == 0 else { return nil }
      self.factor = factor
    }

    /// x such that A x = `right`. Complexity: O(n²) (LAPACK `dpotrs`).
    public func solve(_ right: [Double]) -> [Double] {
      precondition(right.count == factor.rowCount, "\(right.count) right-hand sides for order \(factor.rowCount)")
      var solution = right
      let order = Int32(right.count)
      guard order > 0 else { return solution }
      let status = unsafe LAPACKE_dpotrs(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), order, 1, factor.elements, order, &solution, order)
      precondition(status == 0, "LAPACK refused its own factor with status \(status)")
      return solution
    }

    /// ln det A. Complexity: O(n).
    public var logDeterminant: Double {
      (0..<factor.rowCount).reduce(0) { $0 + 2 * log(factor[$1, $1]) }
    }

    /// A⁻¹, written out in full and symmetric. Complexity: O(n³).
    public func inverse() -> DenseMatrix {
      let order = factor.rowCount
      var result = DenseMatrix(zeros: order, order)
      for column in 0..<order {
        var unit = [Double](repeating: 0, count: order)
        unit[column] = 1
        let solution = solve(unit)
        for row in 0...column {
          result[row, column] = solution[row]
          result[column, row] = solution[row]
        }
      }
      return result
    }
  }

  /// x such that ||Σ_k x_k column_k - right|| is least, or nil where the columns depend on one another.
  ///
  /// - Precondition: there are no more columns than numbers in `right`, and each is as long.
  /// Complexity: O(rows x columns²) (LAPACK `dgels`, a QR factorisation).
  public static func leastSquares(columns: [[Double]], right: [Double]) -> [Double]? {
    precondition(columns.count <= right.count, "\(columns.count) columns of \(right.count) numbers")
    guard !columns.isEmpty else { return [] }
    var elements: [Double] = []
    for column in columns {
      precondition(column.count == right.count, "a column of \(column.count) numbers for \(right.count)")
      elements += column
    }
    var solution = right
    let (rowCount, columnCount) = (Int32(right.count), Int32(columns.count))
    let status = unsafe LAPACKE_dgels(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), rowCount, columnCount, 1, &elements, rowCount, &solution, rowCount)
    guard status == 0 else { return nil }
    return Array(solution.prefix(columns.count))
  }
}
