import LinearAlgebra
import Reproducibility
import Testing

@Suite("Design matrices")
struct DesignMatrixTests {
  @Test("Products equal their definition", arguments: [0, 1, 7, 300, 5000], [1, 2, 5])
  func products(rows: Int, width: Int) {
    let matrix = mixedMatrix(rows: rows)
    let flat = flattened(matrix)
    let weights = denseMatrix(rows: matrix.columnCount, columns: width, seed: 5)
    let rowValues = denseMatrix(rows: rows, columns: width, seed: 6)
    let tolerance = 1e-13 * Double(max(1, rows))
    #expect(difference(matrix.times(weights, on: .serial), naiveProduct(flat, weights)) < 1e-13)
    let transposed = naiveProduct(flat.transposed(), rowValues)
    #expect(difference(matrix.transposedTimes(rowValues, on: .serial), transposed) < tolerance)
  }

  @Test("Products with a vector are those with a matrix of one column")
  func vectorProducts() {
    let matrix = mixedMatrix(rows: 50)
    let weights = denseMatrix(rows: matrix.columnCount, columns: 1)
    let rowValues = denseMatrix(rows: 50, columns: 1)
    #expect(matrix.times(weights.elements, on: .serial) == matrix.times(weights, on: .serial).elements)
    #expect(
      matrix.transposedTimes(rowValues.elements, on: .serial)
        == matrix.transposedTimes(rowValues, on: .serial).elements)
  }

  @Test("A product and its transposed product in one pass equal both apart", arguments: [0, 1, 300, 5000], [1, 3])
  func fusedProduct(rows: Int, width: Int) {
    let matrix = mixedMatrix(rows: rows)
    let weights = denseMatrix(rows: matrix.columnCount, columns: width, seed: 5)
    let factors = denseMatrix(rows: rows, columns: 1, seed: 7).elements
    let fused = matrix.transposedTimesProduct(with: weights, on: .serial) { rows, products in
      #expect(products.count == rows.count * width)
      for row in rows { for output in 0..<width { products[(row - rows.lowerBound) * width + output] *= factors[row] } }
    }
    var products = matrix.times(weights, on: .serial)
    for row in 0..<rows { for output in 0..<width { products[row, output] *= factors[row] } }
    let apart = matrix.transposedTimes(products, on: .serial)
    #expect(difference(fused, apart) < 1e-13 * Double(max(1, rows)))
  }

  @Test("The Gram matrix equals its definition, with weights of either sign", arguments: [0, 1, 300, 5000])
  func gram(rows: Int) {
    let matrix = mixedMatrix(rows: rows)
    let rowWeights = denseMatrix(rows: rows, columns: 1, seed: 8).elements
    let flat = flattened(matrix)
    var weighted = flat
    for row in 0..<rows { for column in 0..<flat.columnCount { weighted[row, column] *= rowWeights[row] } }
    let expected = naiveProduct(flat.transposed(), weighted)
    let gram = matrix.weightedGram(rowWeights, on: .serial)
    #expect(difference(gram, expected) < 1e-13 * Double(max(1, rows)))
    #expect(gram == gram.transposed())
    let squares = matrix.weightedSquareSums(rowWeights, on: .serial)
    for (column, square) in squares.enumerated() {
      #expect(abs(square - expected[column, column]) < 1e-13 * Double(max(1, rows)))
    }
  }

  @Test("Threads change no bit", arguments: [2, 3, 8])
  func threads(count: Int) {
    let matrix = mixedMatrix(rows: 20_000)
    let weights = denseMatrix(rows: matrix.columnCount, columns: 3, seed: 5)
    let rowValues = denseMatrix(rows: 20_000, columns: 3, seed: 6)
    let rowWeights = denseMatrix(rows: 20_000, columns: 1, seed: 6).elements
    let many = Parallelism(threadCount: count)
    #expect(matrix.times(weights, on: many) == matrix.times(weights, on: .serial))
    #expect(matrix.transposedTimes(rowValues, on: many) == matrix.transposedTimes(rowValues, on: .serial))
    #expect(matrix.weightedGram(rowWeights, on: many) == matrix.weightedGram(rowWeights, on: .serial))
    #expect(matrix.weightedSquareSums(rowWeights, on: many) == matrix.weightedSquareSums(rowWeights, on: .serial))
    #expect(
      matrix.transposedTimesProduct(with: weights, on: many) { _, _ in }
        == matrix.transposedTimesProduct(with: weights, on: .serial) { _, _ in })
  }

  @Test("A row's product depends on no row beside it, not in the last bit", arguments: [1, 3])
  func rowByRow(width: Int) {
    let matrix = DesignMatrix(blocks: [
      .sparse(sparseMatrix(rows: 41, columns: 9)), .dense(denseMatrix(rows: 41, columns: 63)),
    ])
    let weights = denseMatrix(rows: matrix.columnCount, columns: width, seed: 5)
    let together = matrix.times(weights, on: .serial)
    for row in 0..<41 {
      let alone = matrix.selecting(rows: [row]).times(weights, on: .serial)
      #expect(Array(alone.row(0)) == Array(together.row(row)))
    }
  }

  @Test("Chosen rows come in the order of choice, again where chosen again")
  func selection() {
    let matrix = mixedMatrix(rows: 20)
    let rows = [19, 0, 7, 7, 3]
    #expect(flattened(matrix.selecting(rows: rows)) == flattened(matrix).selecting(rows: rows))
    #expect(matrix.selecting(rows: []).rowCount == 0)
    #expect(matrix.selecting(rows: []).columnCount == matrix.columnCount)
  }

  @Test("Elements are found in whichever block they stand")
  func elements() {
    let sparse = SparseMatrix(columnCount: 3, rowOffsets: [0, 1, 1], columnIndices: [2], values: [5])
    let dense = DenseMatrix(rowCount: 2, columnCount: 2, elements: [1, 2, 3, 4])
    let matrix = DesignMatrix(blocks: [.sparse(sparse), .dense(DenseMatrix(zeros: 2, 0)), .dense(dense)])
    #expect(flattened(matrix).elements == [0, 0, 5, 1, 2, 0, 0, 0, 3, 4])
    #expect(matrix.storedCount == 5)
  }

  @Test("The first number that is none is found by rows, whichever block it stands in")
  func nonFinite() throws {
    #expect(mixedMatrix(rows: 30).firstNonFinite() == nil)
    let sparse = SparseMatrix(
      columnCount: 2, rowOffsets: [0, 1, 1, 3], columnIndices: [0, 0, 1], values: [1, 2, .infinity])
    let dense = DenseMatrix(rowCount: 3, columnCount: 2, elements: [0, 0, 0, .nan, .nan, 0])
    let found = try #require(DesignMatrix(blocks: [.sparse(sparse), .dense(dense)]).firstNonFinite())
    #expect(found == (1, 3))
    let inSparse = try #require(DesignMatrix(sparse).firstNonFinite())
    #expect(inSparse == (2, 1))
  }
}
