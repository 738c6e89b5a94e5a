import LinearAlgebra
import Reproducibility

/// A sparse matrix with about a third of its elements stored, and some rows empty.
func sparseMatrix(rows: Int, columns: Int, seed: UInt64 = 1) -> SparseMatrix {
  var generator = SeededGenerator(seed: seed)
  var (offsets, indices, values) = ([0], [Int32](), [Double]())
  for row in 0..<rows {
    for column in 0..<columns where row % 5 != 3 && generator.unitInterval() < 0.35 {
      indices.append(Int32(column))
      values.append(generator.unitInterval() * 2 - 1)
    }
    offsets.append(values.count)
  }
  return SparseMatrix(columnCount: columns, rowOffsets: offsets, columnIndices: indices, values: values)
}

/// A dense matrix of numbers in -1 ..< 1.
func denseMatrix(rows: Int, columns: Int, seed: UInt64 = 2) -> DenseMatrix {
  var generator = SeededGenerator(seed: seed)
  return DenseMatrix(
    rowCount: rows, columnCount: columns, elements: (0..<(rows * columns)).map { _ in generator.unitInterval() * 2 - 1 }
  )
}

/// Scaled counts, some of them zero or negative, with rows and columns chosen out of order, and a column of nothing.
func scaledCounts(rows: Int, frequency: ScaledCountMatrix.Frequency = .logarithmic) -> ScaledCountMatrix {
  var generator = SeededGenerator(seed: 11)
  var builder = CountMatrixBuilder()
  for row in 0..<(rows + 3) {
    for column in 0..<12 where row % 4 != 1 && generator.unitInterval() < 0.4 {
      builder.append(Int32(column), count: [1, 1, 1, 1, 2, 3, 400, 0, -1, -2][generator.index(below: 10)])
    }
    builder.closeRow()
  }
  var builders = [builder]
  let counts = CountMatrixBuilder.join(&builders, columnCount: 12)
  let columns: [Int32] = [7, 2, -1, 11, 0, 5, 3]
  let chosen = Set(columns)
  let chosenRows = (0..<rows).map { Int32(rows + 2 - $0) }
  let stored = counts.withEntries { entryColumns, _ in
    chosenRows.reduce(0) { total, row in
      let entries = counts.rowOffsets[Int(row)]..<counts.rowOffsets[Int(row) + 1]
      return total + entries.count { chosen.contains(entryColumns[$0]) }
    }
  }
  return ScaledCountMatrix(
    counts: counts, rows: chosenRows, columns: columns, frequency: frequency,
    columnScales: columns.map { _ in generator.unitInterval() + 0.5 },
    rowDivisors: (0..<rows).map { _ in generator.unitInterval() + 4 }, storedCount: stored)
}

/// Sparse, counted, dense, an empty and again a sparse block.
func mixedMatrix(rows: Int) -> DesignMatrix {
  DesignMatrix(blocks: [
    .sparse(sparseMatrix(rows: rows, columns: 9)), .counts(scaledCounts(rows: rows)),
    .dense(denseMatrix(rows: rows, columns: 4)),
    .dense(DenseMatrix(zeros: rows, 0)), .sparse(sparseMatrix(rows: rows, columns: 6, seed: 3)),
    .dense(denseMatrix(rows: rows, columns: 1, seed: 4)),
  ])
}

/// The same elements in one dense block.
func flattened(_ matrix: DesignMatrix) -> DenseMatrix {
  var result = DenseMatrix(zeros: matrix.rowCount, matrix.columnCount)
  for row in 0..<matrix.rowCount {
    for column in 0..<matrix.columnCount { result[row, column] = matrix[row, column] }
  }
  return result
}

/// The product of two dense matrices by its definition.
func naiveProduct(_ left: DenseMatrix, _ right: DenseMatrix) -> DenseMatrix {
  var result = DenseMatrix(zeros: left.rowCount, right.columnCount)
  for row in 0..<left.rowCount {
    for column in 0..<right.columnCount {
      for inner in 0..<left.columnCount { result[row, column] += left[row, inner] * right[inner, column] }
    }
  }
  return result
}

/// The largest difference of two matrices' elements.
func difference(_ left: DenseMatrix, _ right: DenseMatrix) -> Double {
  guard left.rowCount == right.rowCount, left.columnCount == right.columnCount else { return .infinity }
  return zip(left.elements, right.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
