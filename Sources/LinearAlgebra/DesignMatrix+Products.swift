public import Reproducibility

extension DesignMatrix {
  /// X w: the weighted sum of each row's elements, one number a row.
  ///
  /// - Precondition: `weights` has an element a column.
  /// Complexity: O(stored elements).
  public func times(_ weights: [Double], on parallelism: Parallelism) -> [Double] {
    times(DenseMatrix(rowCount: weights.count, columnCount: 1, elements: weights), on: parallelism).elements
  }

  /// X W: as many weighted sums of each row's elements as W has columns, in one pass over the rows.
  ///
  /// - Precondition: `weights` has a row for each column of this matrix.
  /// Complexity: O(stored elements x columns of W).
  public func times(_ weights: DenseMatrix, on parallelism: Parallelism) -> DenseMatrix {
    precondition(weights.rowCount == columnCount, "\(weights.rowCount) weights for \(columnCount) columns")
    let inner = innerWeights(weights)
    let parts = parallelism.map(count: pieces.count) { index in
      let rows = pieces[index]
      var sums = [Double](repeating: 0, count: rows.count * weights.columnCount)
      addProduct(with: inner, rows: rows, to: &sums)
      return sums
    }
    return DenseMatrix(
      rowCount: rowCount, columnCount: weights.columnCount,
      elements: parts.count == 1 ? parts[0] : Array(parts.joined()))
  }

  /// Xᵀ r: for each column the sum over rows of its elements times `rowValues`.
  ///
  /// - Precondition: `rowValues` has an element a row.
  /// Complexity: O(stored elements + pieces x columns).
  public func transposedTimes(_ rowValues: [Double], on parallelism: Parallelism) -> [Double] {
    transposedTimes(DenseMatrix(rowCount: rowValues.count, columnCount: 1, elements: rowValues), on: parallelism)
      .elements
  }

  /// Xᵀ R, a row for each column of this matrix, in one pass over the rows.
  ///
  /// - Precondition: `rowValues` has as many rows as this matrix.
  /// Complexity: O((stored elements + pieces x columns) x columns of R).
  public func transposedTimes(_ rowValues: DenseMatrix, on parallelism: Parallelism) -> DenseMatrix {
    precondition(rowValues.rowCount == rowCount, "\(rowValues.rowCount) values for \(rowCount) rows")
    let sums = accumulate(width: rowValues.columnCount, on: parallelism) { rows, sums in
      addTransposedProduct(
        with: rowValues.elements, ofRowsFrom: 0, width: rowValues.columnCount, rows: rows, to: &sums)
    }
    return DenseMatrix(rowCount: columnCount, columnCount: rowValues.columnCount, elements: sums)
  }

  /// Xᵀ f(X W), where f changes each row's products on its own: what a Hessian does to a vector, with every row read from
  /// memory once instead of twice.
  ///
  /// - Parameters:
  ///   - weights: W, a row for each column of this matrix.
  ///   - transform: f, which is handed a range of rows and their products, row after row, to change in place; it is
  ///     called from several threads.
  /// Complexity: O((stored elements + pieces x columns) x columns of W).
  public func transposedTimesProduct(
    with weights: DenseMatrix, on parallelism: Parallelism,
    transformedBy transform: @Sendable (Range<Int>, inout [Double]) -> Void
  ) -> DenseMatrix {
    precondition(weights.rowCount == columnCount, "\(weights.rowCount) weights for \(columnCount) columns")
    let (width, inner) = (weights.columnCount, innerWeights(weights))
    let sums = accumulate(width: width, on: parallelism) { rows, sums in
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: panelLength) {
        let panel = start..<min(start + panelLength, rows.upperBound)
        var products = [Double](repeating: 0, count: panel.count * width)
        addProduct(with: inner, rows: panel, to: &products)
        transform(panel, &products)
        addTransposedProduct(with: products, ofRowsFrom: start, width: width, rows: panel, to: &sums)
      }
    }
    return DenseMatrix(rowCount: columnCount, columnCount: width, elements: sums)
  }

  /// The diagonal of Xᵀ diag(h) X: for each column the sum over rows of `rowWeights` times its element squared.
  ///
  /// - Precondition: `rowWeights` has an element a row.
  public func weightedSquareSums(_ rowWeights: [Double], on parallelism: Parallelism) -> [Double] {
    precondition(rowWeights.count == rowCount, "\(rowWeights.count) weights for \(rowCount) rows")
    return accumulate(width: 1, squaresScales: true, on: parallelism) { rows, sums in
      for (block, offset) in zip(blocks, innerOffsets) {
        switch block {
        case .counts(let matrix):
          matrix.addSquareSums(rowWeights, rows: rows, to: &sums, from: offset)
        case .sparse(let matrix): matrix.addSquareSums(rowWeights, rows: rows, to: &sums, from: offset)
        case .dense(let matrix): matrix.addSquareSums(rowWeights, rows: rows, to: &sums, from: offset)
        }
      }
    }
  }
}

extension DesignMatrix {
  /// So few rows that they stay in a core's cache between the two uses that a Hessian makes of them.
  private var panelLength: Int {
    let elementsInCache = 16_384
    return min(256, max(8, elementsInCache * max(1, rowCount) / max(1, storedCount)))
  }

  /// `weights` in the inner order of columns.
  private func innerWeights(_ weights: DenseMatrix) -> DenseMatrix {
    var elements: [Double] = []
    var isSame = true
    for (block, offset) in zip(blocks, blockOffsets) {
      let range = (offset * weights.columnCount)..<((offset + block.columnCount) * weights.columnCount)
      if case .counts(let matrix) = block {
        if isSame { elements += weights.elements[..<range.lowerBound] }
        isSame = false
        let stored = matrix.stored(weights, from: offset)
        if elements.isEmpty { elements = stored } else { elements += stored }
      } else if !isSame {
        elements += weights.elements[range]
      }
    }
    guard !isSame else { return weights }
    return DenseMatrix(
      rowCount: innerOffsets[blocks.count], columnCount: weights.columnCount, elements: elements)
  }

  /// `sums` over the inner columns, scaled and in the order of the columns.
  private func outerSums(_ sums: [Double], width: Int, squaresScales: Bool) -> [Double] {
    guard blocks.contains(where: \.isFactorised) else { return sums }
    var result = [Double](repeating: 0, count: columnCount * width)
    var target = result.mutableSpan
    let source = sums.span
    for (index, block) in blocks.enumerated() {
      let inner = source.extracting((innerOffsets[index] * width)..<(innerOffsets[index + 1] * width))
      if case .counts(let matrix) = block {
        matrix.collect(inner, width: width, squared: squaresScales, into: &target, from: blockOffsets[index])
      } else {
        for place in 0..<inner.count { target[blockOffsets[index] * width + place] = inner[place] }
      }
    }
    return result
  }

  /// sums += the products of `rows` with `weights`, which are in the inner order, row after row.
  private func addProduct(with weights: DenseMatrix, rows: Range<Int>, to sums: inout [Double]) {
    let width = weights.columnCount
    for (block, offset) in zip(blocks, innerOffsets) {
      switch block {
      case .sparse(let matrix): matrix.addProduct(with: weights, from: offset, rows: rows, to: &sums)
      case .counts(let matrix):
        let stored = weights.elements.span.extracting((offset * width)..<((offset + matrix.counts.columnCount) * width))
        matrix.addProduct(with: stored, width: width, rows: rows, to: &sums)
      case .dense(let matrix): BLAS.addProduct(of: matrix, rows: rows, and: weights, from: offset, to: &sums)
      }
    }
  }

  /// sums, in the inner order, += the transposed `rows` times their values, of which those of `firstRow` stand first.
  private func addTransposedProduct(
    with rowValues: [Double], ofRowsFrom firstRow: Int, width: Int, rows: Range<Int>, to sums: inout [Double]
  ) {
    for (block, offset) in zip(blocks, innerOffsets) {
      switch block {
      case .sparse(let matrix):
        matrix.addTransposedProduct(
          with: rowValues, ofRowsFrom: firstRow, width: width, rows: rows, to: &sums, from: offset)
      case .counts(let matrix):
        matrix.addTransposedProduct(
          with: rowValues, ofRowsFrom: firstRow, width: width, rows: rows, to: &sums, from: offset)
      case .dense(let matrix):
        BLAS.addTransposedProduct(
          of: matrix, rows: rows, and: rowValues, ofRowsFrom: firstRow, width: width, to: &sums, from: offset)
      }
    }
  }

  /// `width` numbers a column, added up piece by piece in the order of the pieces.
  private func accumulate(
    width: Int, squaresScales: Bool = false, on parallelism: Parallelism,
    _ add: @Sendable (Range<Int>, inout [Double]) -> Void
  ) -> [Double] {
    let innerCount = innerOffsets[blocks.count] * width
    let parts = parallelism.map(count: pieces.count) { index in
      var sums = [Double](repeating: 0, count: innerCount)
      add(pieces[index], &sums)
      return sums
    }
    guard var total = parts.first else { return Array(repeating: 0, count: columnCount * width) }
    for part in parts.dropFirst() { BLAS.add(part, to: &total) }
    return outerSums(total, width: width, squaresScales: squaresScales)
  }
}

extension DenseMatrix {
  func addSquareSums(_ rowWeights: [Double], rows: Range<Int>, to sums: inout [Double], from offset: Int) {
    let elements = self.elements.span
    var target = sums.mutableSpan
    for row in rows {
      let start = row * columnCount
      for column in 0..<columnCount {
        target[offset + column] += rowWeights[row] * elements[start + column] * elements[start + column]
      }
    }
  }
}
