import LinearAlgebra
import Testing

@Suite("Dense and sparse matrices")
struct DenseMatrixTests {
  @Test("Transposing exchanges rows and columns, twice gives the matrix back")
  func transpose() {
    let matrix = DenseMatrix(rowCount: 2, columnCount: 3, elements: [1, 2, 3, 4, 5, 6])
    #expect(matrix.transposed() == DenseMatrix(rowCount: 3, columnCount: 2, elements: [1, 4, 2, 5, 3, 6]))
    #expect(matrix.transposed().transposed() == matrix)
    #expect(DenseMatrix(zeros: 1, 4).transposed() == DenseMatrix(zeros: 4, 1))
    #expect(DenseMatrix(zeros: 0, 4).transposed() == DenseMatrix(zeros: 4, 0))
  }

  @Test("BLAS multiplies as the definition says", arguments: [1, 3, 40])
  func product(inner: Int) {
    let (left, right) = (denseMatrix(rows: 5, columns: inner), denseMatrix(rows: inner, columns: 7))
    let expected = naiveProduct(left, right)
    #expect(difference(BLAS.product(left, right), expected) < 1e-13)
    #expect(difference(BLAS.product(left, right.transposed(), transposingRight: true), expected) < 1e-13)
  }

  @Test("Products with an empty side are zeros of the right shape")
  func emptyProduct() {
    #expect(BLAS.product(DenseMatrix(zeros: 3, 0), DenseMatrix(zeros: 0, 2)) == DenseMatrix(zeros: 3, 2))
    #expect(BLAS.product(DenseMatrix(zeros: 0, 3), DenseMatrix(zeros: 3, 2)) == DenseMatrix(zeros: 0, 2))
  }

  @Test("Vectors")
  func vectors() {
    #expect(BLAS.dot([1, 2, 3], [4, 5, 6]) == 32)
    #expect(abs(BLAS.norm([3e200, 4e200]) - 5e200) < 1e186)
    #expect(BLAS.dot([], []) == 0)
    #expect(BLAS.norm([]) == 0)
    var target = [1.0, 2]
    BLAS.add([10, 20], scaledBy: 0.5, to: &target)
    #expect(target == [6, 12])
  }

  @Test("OpenBLAS says how it was built")
  func build() {
    #expect(BLAS.build.contains("OpenBLAS"))
  }

  @Test("A sparse matrix written out")
  func dense() {
    let matrix = SparseMatrix(columnCount: 3, rowOffsets: [0, 2, 2, 3], columnIndices: [0, 2, 1], values: [1, 2, 3])
    #expect(matrix.dense() == DenseMatrix(rowCount: 3, columnCount: 3, elements: [1, 0, 2, 0, 0, 0, 0, 3, 0]))
    #expect(matrix.selecting(rows: [2, 0]).dense() == matrix.dense().selecting(rows: [2, 0]))
  }
}
