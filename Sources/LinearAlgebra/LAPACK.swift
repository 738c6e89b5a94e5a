internal import CLAPACKE

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
  }
}
