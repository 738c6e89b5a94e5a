import Foundation
import LinearAlgebra
import Reproducibility
import Testing

/// Matrices of counts on the disk.
@Suite("Counts in a file")
struct CountMatrixWriterTests {
  private func place() throws -> ScratchPlace {
    try ScratchPlace(path: "\(NSTemporaryDirectory())/parlance-\(UUID().uuidString)", replacing: false)
  }

  @Test("The matrix is that in memory, bit for bit in every product", arguments: [1, 3])
  func products(width: Int) throws {
    let inMemory = scaledCounts(rows: 700)
    var writer = try CountMatrixWriter(
      columnCount: inMemory.counts.columnCount, frequency: inMemory.frequency, at: try place())
    try writer.append(inMemory.counts)
    let (counts, contributions) = try writer.finish()
    #expect(counts == inMemory.counts)
    let mapped = ScaledCountMatrix(
      counts: counts, rows: inMemory.rows, columns: inMemory.columns, frequency: inMemory.frequency,
      columnScales: inMemory.columnScales, rowDivisors: inMemory.rowDivisors, storedCount: inMemory.storedCount,
      contributions: contributions)
    #expect(mapped == inMemory)
    let (left, right) = (DesignMatrix(blocks: [.counts(mapped)]), DesignMatrix(blocks: [.counts(inMemory)]))
    let weights = denseMatrix(rows: left.columnCount, columns: width)
    let rowValues = denseMatrix(rows: 700, columns: width)
    #expect(left.times(weights, on: .serial) == right.times(weights, on: .serial))
    #expect(left.transposedTimes(rowValues, on: .serial) == right.transposedTimes(rowValues, on: .serial))
    let squares = (0..<700).map(Double.init)
    #expect(left.weightedSquareSums(squares, on: .serial) == right.weightedSquareSums(squares, on: .serial))
    #expect(left.expanded() == right.expanded())
    #expect(left.selecting(rows: [5, 5, 0]) == right.selecting(rows: [5, 5, 0]))
  }

  @Test("Matrices stand below one another, and a matrix may have no rows or no entries")
  func pieces() throws {
    var builders = (0..<2).map { _ in CountMatrixBuilder() }
    for (index, count) in [(0, 1), (0, 3), (1, -2), (1, 1)] as [(Int, Int32)] {
      builders[index].append(count + 4, count: count)
      builders[index].closeRow()
    }
    var writer = try CountMatrixWriter(columnCount: 12, frequency: .linear, at: try place())
    for builder in builders {
      var part = [builder]
      try writer.append(CountMatrixBuilder.join(&part, columnCount: 12))
    }
    #expect(try writer.finish().counts == CountMatrixBuilder.join(&builders, columnCount: 12))
    let empty = try CountMatrixWriter(columnCount: 12, frequency: .linear, at: try place()).finish()
    #expect(empty.counts.rowCount == 0 && empty.counts.storedCount == 0 && empty.contributions.count == 0)
  }
}
