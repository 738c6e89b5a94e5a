/// The inner loops of a design matrix's products over sparse rows. Each output runs over the row's elements again, which are in
/// the nearest cache by then, so that its sum stays in a register.
extension SparseMatrix {
  /// sums += the products of `rows` with the rows of `weights` that begin at `offset`, row after row.
  func addProduct(with weights: DenseMatrix, from offset: Int, rows: Range<Int>, to sums: inout [Double]) {
    let (offsets, columns, values, factors) = (
      rowOffsets.span, columnIndices.span, self.values.span, weights.elements.span
    )
    let width = weights.columnCount
    var target = sums.mutableSpan
    for row in rows {
      let (stored, place) = (offsets[row]..<offsets[row + 1], (row - rows.lowerBound) * width)
      for output in 0..<width {
        var sum = 0.0
        for index in stored { sum += values[index] * factors[(offset + Int(columns[index])) * width + output] }
        target[place + output] += sum
      }
    }
  }

  /// The part of `sums` that begins at row `offset` += the transposed `rows` times their values, `width` a row, of which
  /// those of `firstRow` stand first.
  func addTransposedProduct(
    with rowValues: [Double], ofRowsFrom firstRow: Int, width: Int, rows: Range<Int>, to sums: inout [Double],
    from offset: Int
  ) {
    let (offsets, columns, values, factors) = (rowOffsets.span, columnIndices.span, self.values.span, rowValues.span)
    var target = sums.mutableSpan
    for row in rows {
      let (stored, place) = (offsets[row]..<offsets[row + 1], (row - firstRow) * width)
      for output in 0..<width where factors[place + output] != 0 {
        let factor = factors[place + output]
        for index in stored { target[(offset + Int(columns[index])) * width + output] += factor * values[index] }
      }
    }
  }

  /// The part of `sums` that begins at `offset` += for each column the sum over `rows` of `rowWeights` times its element
  /// squared.
  func addSquareSums(_ rowWeights: [Double], rows: Range<Int>, to sums: inout [Double], from offset: Int) {
    let (offsets, columns, values) = (rowOffsets.span, columnIndices.span, self.values.span)
    var target = sums.mutableSpan
    for row in rows {
      let factor = rowWeights[row]
      for stored in offsets[row]..<offsets[row + 1] {
        target[offset + Int(columns[stored])] += factor * values[stored] * values[stored]
      }
    }
  }

  /// The block of `gram` at `place` += leftᵀ diag(rowWeights) right over `rows`, where left is this matrix; of a matrix with
  /// itself only the upper triangle.
  func addWeightedProduct(
    with other: SparseMatrix, isSame: Bool, rowWeights: [Double], rows: Range<Int>, to gram: inout DenseMatrix,
    at place: (row: Int, column: Int)
  ) {
    let (offsets, columns, values) = (rowOffsets.span, columnIndices.span, self.values.span)
    let (otherOffsets, otherColumns, otherValues) = (other.rowOffsets.span, other.columnIndices.span, other.values.span)
    let gramColumnCount = gram.columnCount
    var target = gram.elements.mutableSpan
    for row in rows where rowWeights[row] != 0 {
      for first in offsets[row]..<offsets[row + 1] {
        let factor = rowWeights[row] * values[first]
        let start = (place.row + Int(columns[first])) * gramColumnCount + place.column
        for second in (isSame ? first : otherOffsets[row])..<otherOffsets[row + 1] {
          target[start + Int(otherColumns[second])] += factor * otherValues[second]
        }
      }
    }
  }

  /// The block of `gram` at `place` += thisᵀ diag(rowWeights) dense over `rows`, or its transpose.
  func addWeightedProduct(
    with dense: DenseMatrix, transposed: Bool, rowWeights: [Double], rows: Range<Int>, to gram: inout DenseMatrix,
    at place: (row: Int, column: Int)
  ) {
    let (offsets, columns, values, elements) = (
      rowOffsets.span, columnIndices.span, self.values.span, dense.elements.span
    )
    let gramColumnCount = gram.columnCount
    let (sparseStep, denseStep) = transposed ? (1, gramColumnCount) : (gramColumnCount, 1)
    let origin = place.row * gramColumnCount + place.column
    var target = gram.elements.mutableSpan
    for row in rows where rowWeights[row] != 0 {
      let rowStart = row * dense.columnCount
      for stored in offsets[row]..<offsets[row + 1] {
        let factor = rowWeights[row] * values[stored]
        let start = origin + Int(columns[stored]) * sparseStep
        for column in 0..<dense.columnCount {
          target[start + column * denseStep] += factor * elements[rowStart + column]
        }
      }
    }
  }
}
