import LinearAlgebra
import Reproducibility
import Testing

@Suite struct CompressedColumnsTests {
  private let sparse = SparseMatrix(
    columnCount: 3, rowOffsets: [0, 2, 2, 3], columnIndices: [0, 2, 1], values: [1, 2, 3])
  private let dense = DenseMatrix(rowCount: 3, columnCount: 2, elements: [0, 4, 5, 0, 6, 7])

  @Test func everyElementIsInItsColumn() {
    let matrix = DesignMatrix(blocks: [.sparse(sparse), .dense(dense)])
    let columns = CompressedColumns(matrix)
    #expect(columns.rowCount == 3 && columns.columnCount == 5)
    var rebuilt = DenseMatrix(zeros: 3, 5)
    for column in 0..<5 {
      let rows = (columns.columnOffsets[column]..<columns.columnOffsets[column + 1]).map { columns.rowIndices[$0] }
      #expect(rows == rows.sorted())
      for place in columns.columnOffsets[column]..<columns.columnOffsets[column + 1] {
        rebuilt[Int(columns.rowIndices[place]), column] = columns.values[place]
      }
    }
    for row in 0..<3 { for column in 0..<5 { #expect(rebuilt[row, column] == matrix[row, column]) } }
    #expect(columns.values.count == 7)
  }

  @Test func chosenColumnsAreRowsAgain() {
    let columns = CompressedColumns(DesignMatrix(blocks: [.sparse(sparse), .dense(dense)]))
    let chosen = columns.selecting(columns: [4, 0])
    #expect(chosen.dense().elements == [4, 1, 0, 0, 7, 0])
  }
}

@Suite struct NonNegativeLeastSquaresTests {
  /// The conditions that only the nearest point of a cone meets.
  @Test func theResidualIsAtRightAnglesOrBelow() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<40 {
      let (count, width) = (3 + Int(generator.unitInterval() * 30), 2 + Int(generator.unitInterval() * 6))
      var elements: [Double] = []
      for _ in 0..<count {
        let row = (0..<width).map { _ in generator.unitInterval() - 0.3 }
        let length = BLAS.norm(row)
        elements += row.map { $0 / length }
      }
      let right = (0..<width).map { _ in generator.unitInterval() - 0.7 }
      let rows = DenseMatrix(rowCount: count, columnCount: width, elements: elements)
      let solution = NonNegativeLeastSquares(rows: rows, right: right)
      for row in 0..<count { #expect(BLAS.dot(Array(rows.row(row)), solution.residual) < 1e-6) }
      // The point itself, right - residual, is at right angles to the residual.
      let point = zip(right, solution.residual).map { $0 - $1 }
      #expect(abs(BLAS.dot(point, solution.residual)) < 1e-9)
    }
  }

  @Test func aPointOfTheConeIsReached() {
    let rows = DenseMatrix(rowCount: 3, columnCount: 2, elements: [1, 0, 0, 1, 0.6, 0.8])
    #expect(NonNegativeLeastSquares(rows: rows, right: [0.3, 0.2]).distance < 1e-12)
    #expect(abs(NonNegativeLeastSquares(rows: rows, right: [-0.5, 0]).distance - 0.5) < 1e-12)
  }
}

@Suite struct FactorTests {
  @Test func determinantAndInverse() throws {
    let matrix = DenseMatrix(rowCount: 3, columnCount: 3, elements: [4, 1, 0, 1, 3, 1, 0, 1, 2])
    let factor = try #require(LAPACK.CholeskyFactor(matrix))
    // 4 (6 - 1) - 1 (2 - 0) = 18.
    #expect(abs(factor.logDeterminant - 2.8903717578961645) < 1e-14)
    let product = BLAS.product(matrix, factor.inverse())
    for row in 0..<3 { for column in 0..<3 { #expect(abs(product[row, column] - (row == column ? 1 : 0)) < 1e-14) } }
  }

  @Test func leastSquaresFindsTheCombination() throws {
    let columns = [[1.0, 2, 3, 4], [1, 1, 1, 1]]
    let found = try #require(LAPACK.leastSquares(columns: columns, right: [3, 5, 7, 9]))
    #expect(abs(found[0] - 2) < 1e-12 && abs(found[1] - 1) < 1e-12)
    #expect(LAPACK.leastSquares(columns: [], right: [1]) == [])
  }
}
