import LinearAlgebra
import Reproducibility
import Testing

@Suite("Cholesky factors")
struct CholeskyTests {
  /// A + Aᵀ made positive definite by its diagonal.
  private static func positiveDefinite(order: Int) -> DenseMatrix {
    var generator = SeededGenerator(seed: 3)
    var matrix = DenseMatrix(zeros: order, order)
    for row in 0..<order {
      for column in 0...row {
        matrix[row, column] = generator.unitInterval() - 0.5
        matrix[column, row] = matrix[row, column]
      }
      matrix[row, row] += Double(order) / 2
    }
    return matrix
  }

  @Test("A system of 500 unknowns is solved to the last digits")
  func solvesLarge() throws {
    let matrix = Self.positiveDefinite(order: 500)
    let expected = (0..<500).map { Double($0 % 7) - 3 }
    let right = DesignMatrix(matrix).times(expected, on: .serial)
    let factor = try #require(LAPACK.CholeskyFactor(matrix))
    for (found, wanted) in zip(factor.solve(right), expected) { #expect(abs(found - wanted) < 1e-11) }
  }

  @Test("What stands above the diagonal is not read")
  func readsLowerTriangle() throws {
    var matrix = Self.positiveDefinite(order: 5)
    let expected = try #require(LAPACK.CholeskyFactor(matrix)).solve([1, 2, 3, 4, 5])
    for row in 0..<5 { for column in (row + 1)..<5 { matrix[row, column] = .nan } }
    #expect(try #require(LAPACK.CholeskyFactor(matrix)).solve([1, 2, 3, 4, 5]) == expected)
  }

  @Test("A matrix that is not positive definite has none")
  func refusesIndefinite() {
    #expect(LAPACK.CholeskyFactor(DenseMatrix(rowCount: 2, columnCount: 2, elements: [1, 2, 2, 1])) == nil)
    #expect(LAPACK.CholeskyFactor(DenseMatrix(rowCount: 1, columnCount: 1, elements: [.nan])) == nil)
  }

  @Test("An empty matrix has an empty solution")
  func acceptsEmpty() throws {
    #expect(try #require(LAPACK.CholeskyFactor(DenseMatrix(zeros: 0, 0))).solve([]) == [])
  }
}
