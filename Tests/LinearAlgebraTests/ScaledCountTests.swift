import LinearAlgebra
import Reproducibility
import Testing

@Suite("Scaled counts")
struct ScaledCountTests {
  @Test("Written out, they have the same elements", arguments: [ScaledCountMatrix.Frequency.linear, .logarithmic])
  func expansion(frequency: ScaledCountMatrix.Frequency) {
    let matrix = scaledCounts(rows: 60, frequency: frequency)
    let factorised = DesignMatrix(blocks: [.counts(matrix)])
    #expect(flattened(factorised) == flattened(factorised.expanded()))
    #expect(factorised.storedCount == factorised.expanded().storedCount)
    #expect(flattened(factorised).elements.contains { $0 < 0 })
  }

  @Test("Products equal those of the elements written out, with no other block beside", arguments: [1, 3])
  func products(width: Int) {
    let factorised = DesignMatrix(blocks: [.counts(scaledCounts(rows: 700))])
    let weights = denseMatrix(rows: factorised.columnCount, columns: width)
    let rowValues = denseMatrix(rows: 700, columns: width)
    let expanded = factorised.expanded()
    #expect(difference(factorised.times(weights, on: .serial), expanded.times(weights, on: .serial)) < 1e-13)
    let sums = factorised.transposedTimes(rowValues, on: .serial)
    #expect(difference(sums, expanded.transposedTimes(rowValues, on: .serial)) < 1e-11)
  }

  @Test("A count of 1 contributes 1, a negative one the negative, none nothing")
  func frequencies() {
    for frequency in [ScaledCountMatrix.Frequency.linear, .logarithmic] {
      #expect(frequency.value(of: 1) == 1)
      #expect(frequency.value(of: 0) == 0)
      #expect(frequency.value(of: -7) == -frequency.value(of: 7))
    }
    #expect(ScaledCountMatrix.Frequency.linear.value(of: 7) == 7)
    #expect(abs(ScaledCountMatrix.Frequency.logarithmic.value(of: 7) - 2.9459101490553132) < 1e-15)
  }

  @Test("A scale that is no number is found")
  func nonFinite() throws {
    let matrix = scaledCounts(rows: 20)
    var scales = matrix.columnScales
    scales[3] = .nan
    let broken = ScaledCountMatrix(
      counts: matrix.counts, rows: matrix.rows, columns: matrix.columns, frequency: .linear, columnScales: scales,
      rowDivisors: matrix.rowDivisors, storedCount: matrix.storedCount)
    let place = try #require(DesignMatrix(blocks: [.counts(broken)]).firstNonFinite())
    #expect(place.column == 3)
    #expect(DesignMatrix(blocks: [.counts(broken)])[place.row, 3].isNaN)
  }

  @Test("Visiting rows one by one keeps the weights that products see", arguments: [false, true])
  func visits(isAlone: Bool) {
    let matrix = isAlone ? DesignMatrix(blocks: [.counts(scaledCounts(rows: 90))]) : mixedMatrix(rows: 90)
    var generator = SeededGenerator(seed: 5)
    let amounts = (0..<90).map { _ in generator.unitInterval() - 0.5 }
    var weights = RowwiseWeights(zerosFor: matrix)
    // The column of nothing keeps no weight.
    let start = (0..<matrix.columnCount).map { column in
      (0..<90).contains { matrix[$0, column] != 0 } ? generator.unitInterval() : 0
    }
    weights.refine(start)
    var expected = start
    let flat = flattened(matrix)
    weights.visit(0..<90) { row, product, square in
      let elements = Array(flat.row(row))
      #expect(abs(product - BLAS.dot(elements, expected)) < 1e-12)
      #expect(abs(square - BLAS.dot(elements, elements)) < 1e-12)
      BLAS.add(elements, scaledBy: amounts[row], to: &expected)
      return amounts[row]
    }
    for (found, wanted) in zip(weights.weights, expected) { #expect(abs(found - wanted) < 1e-12) }
    var single = RowwiseWeights(zerosFor: matrix)
    single.weights = start
    single.visit(0..<90) { row, _, _ in amounts[row] }
    for (found, wanted) in zip(single.weights, expected) { #expect(abs(found - wanted) < 1e-4) }
  }
}
