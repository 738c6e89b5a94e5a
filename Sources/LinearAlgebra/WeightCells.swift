/// A column's weight times its scale, and the scale squared, side by side so that both are loaded and added at once.
typealias WeightCell<Scalar: SIMDScalar> = SIMD2<Scalar>

extension SIMD2 {
  fileprivate init(weight: Scalar, change: Scalar) { self.init(weight, change) }
  fileprivate var weight: Scalar {
    get { x }
    set { x = newValue }
  }
  fileprivate var change: Scalar {
    get { y }
    set { y = newValue }
  }
}

/// The weights of `RowwiseWeights` in one precision. Used with two concrete types in this module, so that both are specialised.
struct WeightCells<Scalar: BinaryFloatingPoint & SIMDScalar & Sendable>: Sendable where Scalar.SIMD2Storage: Sendable {
  /// For each inner column of the matrix.
  private var cells: [WeightCell<Scalar>]

  /// Of no matrix.
  init() { cells = [] }

  /// All weights zero.
  init(zerosFor matrix: DesignMatrix) {
    cells = []
    cells.reserveCapacity(matrix.innerOffsets.last ?? 0)
    for block in matrix.blocks {
      guard case .counts(let counted) = block else {
        cells += repeatElement(WeightCell(weight: 0, change: 1), count: block.columnCount)
        continue
      }
      let start = cells.count
      cells += repeatElement(WeightCell(weight: 0, change: 0), count: counted.counts.columnCount)
      for (column, scale) in zip(counted.columns, counted.columnScales) where column >= 0 {
        cells[start + Int(column)].change = Scalar(scale * scale)
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
          result.append(isIdle ? 0 : Double(cells[offset + Int(column)].weight) / scale)
        }
      } else {
        for column in 0..<block.columnCount { result.append(Double(cells[offset + column].weight)) }
      }
    }
    return result
  }

  mutating func setWeights(_ weights: [Double], of matrix: DesignMatrix) {
    var next = 0
    for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
      if case .counts(let counted) = block {
        for (column, scale) in zip(counted.columns, counted.columnScales) {
          if column >= 0 { cells[offset + Int(column)].weight = Scalar(weights[next] * scale) }
          next += 1
        }
      } else {
        for column in 0..<block.columnCount {
          cells[offset + column].weight = Scalar(weights[next])
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
      var (product, square): (Scalar, Scalar) = (0, 0)
      for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
        block.forEachEntry(ofRow: row) { column, value in
          let (value, cell) = (Scalar(value), span[offset + column])
          product += value * cell.weight
          square += value * value * cell.change
        }
      }
      let amount = Scalar(step(row, Double(product), Double(square)))
      guard amount != 0 else { continue }
      for (block, offset) in zip(matrix.blocks, matrix.innerOffsets) {
        block.forEachEntry(ofRow: row) { column, value in
          span[offset + column].weight += amount * Scalar(value) * span[offset + column].change
        }
      }
    }
  }
}

extension ScaledCountMatrix {
  /// `WeightCells.visit` for a matrix that has no other block.
  fileprivate func visit<Scalar: BinaryFloatingPoint & SIMDScalar>(
    _ range: Range<Int>, _ columns: Span<Int32>, _ repeats: Span<Double>,
    _ cells: inout MutableSpan<WeightCell<Scalar>>, _ step: (Int, Double, Double) -> Double
  ) {
    let (rowOffsets, repeatOffsets) = (counts.rowOffsets.span, counts.repeatOffsets.span)
    let (rows, divisors) = (rows.span, rowDivisors.span)
    for index in range {
      let row = Int(rows[index])
      let (start, end, firstRepeat) = (rowOffsets[row], rowOffsets[row + 1], repeatOffsets[row])
      let middle = end - (repeatOffsets[row + 1] - firstRepeat)
      // Four sums of each, so that an addition need not wait for the one before it.
      var (first, second) = (WeightCell<Scalar>.zero, WeightCell<Scalar>.zero)
      var (third, fourth) = (WeightCell<Scalar>.zero, WeightCell<Scalar>.zero)
      var entry = start
      while entry &+ 3 < middle {
        first += cells[Int(columns[entry])]
        second += cells[Int(columns[entry &+ 1])]
        third += cells[Int(columns[entry &+ 2])]
        fourth += cells[Int(columns[entry &+ 3])]
        entry &+= 4
      }
      while entry < middle {
        first += cells[Int(columns[entry])]
        entry &+= 1
      }
      var place = firstRepeat
      for entry in middle..<end {
        let value = Scalar(repeats[place])
        second += WeightCell(value, value * value) * cells[Int(columns[entry])]
        place &+= 1
      }
      let sums = (first + second) + (third + fourth)
      let scale = 1 / divisors[index]
      let wanted = step(
        index, scale * Double(sums.weight), scale * scale * Double(sums.change))
      let amount = Scalar(scale * wanted)
      guard amount != 0 else { continue }
      for entry in start..<middle {
        let column = Int(columns[entry])
        cells[column].weight += amount * cells[column].change
      }
      place = firstRepeat
      for entry in middle..<end {
        let column = Int(columns[entry])
        cells[column].weight += amount * Scalar(repeats[place]) * cells[column].change
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
