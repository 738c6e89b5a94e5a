/// The weights of `RowwiseWeights` in one precision. Used with two concrete types in this module, so that both are specialised.
struct WeightCells<Scalar: BinaryFloatingPoint & SIMDScalar & Sendable>: Sendable where Scalar.SIMD2Storage: Sendable {
  /// For each inner column of the matrix the weight times the column's scale, and the scale squared.
  private var cells: [SIMD2<Scalar>]

  /// Of no matrix.
  init() { cells = [] }

  /// All weights zero.
  init(zerosFor matrix: DesignMatrix) {
    cells = []
    cells.reserveCapacity(matrix.innerOffsets.last ?? 0)
    for block in matrix.blocks {
      guard case .counts(let counted) = block else {
        cells += repeatElement(SIMD2(0, 1), count: block.columnCount)
        continue
      }
      let start = cells.count
      cells += repeatElement(SIMD2(0, 0), count: counted.counts.columnCount)
      for (column, scale) in zip(counted.columns, counted.columnScales) where column >= 0 {
        cells[start + Int(column)].y = Scalar(scale * scale)
      }
    }
  }

  /// The weights, in the order of the matrix's columns.
  func weights(of matrix: DesignMatrix) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(matrix.columnCount)
    for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
      if case .counts(let counted) = block {
        for (column, scale) in zip(counted.columns, counted.columnScales) {
          let isIdle = column < 0 || scale == 0
          result.append(isIdle ? 0 : Double(cells[offset + Int(column)].x) / scale)
        }
      } else {
        for column in 0..<block.columnCount { result.append(Double(cells[offset + column].x)) }
      }
    }
    return result
  }

  mutating func setWeights(_ weights: [Double], of matrix: DesignMatrix) {
    var next = 0
    for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
      if case .counts(let counted) = block {
        for (column, scale) in zip(counted.columns, counted.columnScales) {
          if column >= 0 { cells[offset + Int(column)].x = Scalar(weights[next] * scale) }
          next += 1
        }
      } else {
        for column in 0..<block.columnCount {
          cells[offset + column].x = Scalar(weights[next])
          next += 1
        }
      }
    }
  }

  mutating func visit(
    _ rows: Range<Int>, of matrix: DesignMatrix, _ step: (_ row: Int, _ product: Double, _ square: Double) -> Double
  ) {
    if matrix.blocks.count == 1, case .counts(let counted) = matrix.blocks[0] {
      counted.withEntries { columns, repeats in
        var span = cells.mutableSpan
        counted.visit(rows, columns, repeats, &span, step)
      }
      return
    }
    var span = cells.mutableSpan
    for row in rows {
      var sums = SIMD2<Scalar>.zero
      for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
        block.forEachEntry(ofRow: row) { column, value in
          let value = Scalar(value)
          sums += SIMD2(value, value * value) * span[offset + column]
        }
      }
      let amount = Scalar(step(row, Double(sums.x), Double(sums.y)))
      guard amount != 0 else { continue }
      for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
        block.forEachEntry(ofRow: row) { column, value in
          let cell = span[offset + column]
          span[offset + column] = SIMD2(cell.x + amount * Scalar(value) * cell.y, cell.y)
        }
      }
    }
  }
}

extension ScaledCountMatrix {
  /// `WeightCells.visit` for a matrix that has no other block.
  fileprivate func visit<Scalar: BinaryFloatingPoint & SIMDScalar>(
    _ range: Range<Int>, _ columns: Span<Int32>, _ repeats: Span<Double>, _ cells: inout MutableSpan<SIMD2<Scalar>>,
    _ step: (Int, Double, Double) -> Double
  ) {
    let (rowOffsets, repeatOffsets) = (counts.rowOffsets.span, counts.repeatOffsets.span)
    let (rows, divisors) = (rows.span, rowDivisors.span)
    for index in range {
      let row = Int(rows[index])
      let (start, end, firstRepeat) = (rowOffsets[row], rowOffsets[row + 1], repeatOffsets[row])
      let middle = end - (repeatOffsets[row + 1] - firstRepeat)
      var (first, second) = (SIMD2<Scalar>.zero, SIMD2<Scalar>.zero)
      var entry = start
      while entry &+ 1 < middle {
        first += cells[Int(columns[entry])]
        second += cells[Int(columns[entry &+ 1])]
        entry &+= 2
      }
      if entry < middle { first += cells[Int(columns[entry])] }
      var place = firstRepeat
      for entry in middle..<end {
        let value = Scalar(repeats[place])
        second += SIMD2(value, value * value) * cells[Int(columns[entry])]
        place &+= 1
      }
      let (sums, scale) = (first + second, 1 / divisors[index])
      let amount = Scalar(scale * step(index, scale * Double(sums.x), scale * scale * Double(sums.y)))
      guard amount != 0 else { continue }
      for entry in start..<middle {
        let column = Int(columns[entry])
        let cell = cells[column]
        cells[column] = SIMD2(cell.x + amount * cell.y, cell.y)
      }
      place = firstRepeat
      for entry in middle..<end {
        let column = Int(columns[entry])
        let cell = cells[column]
        cells[column] = SIMD2(cell.x + amount * Scalar(repeats[place]) * cell.y, cell.y)
        place &+= 1
      }
    }
  }
}

extension DesignMatrix.Block {
  /// Calls `body` with the inner column and the value of each element of a row; those of factorised blocks without their
  /// column's scale.
  @inline(__always)
  fileprivate func forEachEntry(ofRow row: Int, _ body: (Int, Double) -> Void) {
    switch self {
    case .counts(let matrix):
      let counted = Int(matrix.rows[row])
      let scale = 1 / matrix.rowDivisors[row]
      matrix.withEntries { columns, repeats in
        for entry in matrix.counts.ones(ofRow: counted) { body(Int(columns[entry]), scale) }
        var place = matrix.counts.repeatOffsets[counted]
        for entry in matrix.counts.others(ofRow: counted) {
          body(Int(columns[entry]), scale * repeats[place])
          place += 1
        }
      }
    case .sparse(let matrix):
      for entry in matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1] {
        body(Int(matrix.columnIndices[entry]), matrix.values[entry])
      }
    case .dense(let matrix):
      for column in 0..<matrix.columnCount { body(column, matrix[row, column]) }
    }
  }
}
