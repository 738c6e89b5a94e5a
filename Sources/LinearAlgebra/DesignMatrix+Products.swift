public import Reproducibility

extension DesignMatrix {
  /// X w: the weighted sum of each row's elements, one number a row.
  ///
  /// - Precondition: `weights` has an element a column.
  /// Complexity: O(stored elements).
  public func times(_ weights: [Double], on parallelism: Parallelism) -> [Double] {
    precondition(weights.count == columnCount, "\(weights.count) weights for \(columnCount) columns")
    let parts = parallelism.map(count: pieces.count) { index in
      let rows = pieces[index]
      var sums = [Double](repeating: 0, count: rows.count)
      for (block, offset) in zip(blocks, blockOffsets) {
        switch block {
        case .sparse(let matrix): matrix.addTimes(weights, from: offset, rows: rows, to: &sums)
        case .dense(let matrix): matrix.addTimes(weights, from: offset, rows: rows, to: &sums)
        }
      }
      return sums
    }
    return parts.count == 1 ? parts[0] : Array(parts.joined())
  }

  /// Xᵀ r: for each column the sum over rows of its elements times `rowValues`.
  ///
  /// - Precondition: `rowValues` has an element a row.
  /// Complexity: O(stored elements + pieces x columns).
  public func transposedTimes(_ rowValues: [Double], on parallelism: Parallelism) -> [Double] {
    precondition(rowValues.count == rowCount, "\(rowValues.count) values for \(rowCount) rows")
    return accumulate(on: parallelism) { rows, sums in
      for (block, offset) in zip(blocks, blockOffsets) {
        switch block {
        case .sparse(let matrix): matrix.addTransposedTimes(rowValues, rows: rows, to: &sums, from: offset)
        case .dense(let matrix): matrix.addTransposedTimes(rowValues, rows: rows, to: &sums, from: offset)
        }
      }
    }
  }

  /// The diagonal of Xᵀ diag(h) X: for each column the sum over rows of `rowWeights` times its element squared.
  ///
  /// - Precondition: `rowWeights` has an element a row.
  public func weightedSquareSums(_ rowWeights: [Double], on parallelism: Parallelism) -> [Double] {
    precondition(rowWeights.count == rowCount, "\(rowWeights.count) weights for \(rowCount) rows")
    return accumulate(on: parallelism) { rows, sums in
      for (block, offset) in zip(blocks, blockOffsets) {
        switch block {
        case .sparse(let matrix): matrix.addSquareSums(rowWeights, rows: rows, to: &sums, from: offset)
        case .dense(let matrix): matrix.addSquareSums(rowWeights, rows: rows, to: &sums, from: offset)
        }
      }
    }
  }

  /// A vector over the columns, added up piece by piece in the order of the pieces.
  private func accumulate(
    on parallelism: Parallelism, _ add: @Sendable (Range<Int>, inout [Double]) -> Void
  ) -> [Double] {
    let parts = parallelism.map(count: pieces.count) { index in
      var sums = [Double](repeating: 0, count: columnCount)
      add(pieces[index], &sums)
      return sums
    }
    guard var total = parts.first else { return Array(repeating: 0, count: columnCount) }
    for part in parts.dropFirst() { BLAS.add(part, to: &total) }
    return total
  }
}

extension SparseMatrix {
  func addTimes(_ weights: [Double], from offset: Int, rows: Range<Int>, to sums: inout [Double]) {
    let (offsets, columns, values, weights) = (rowOffsets.span, columnIndices.span, self.values.span, weights.span)
    var target = sums.mutableSpan
    for row in rows {
      var sum = 0.0
      for stored in offsets[row]..<offsets[row + 1] { sum += values[stored] * weights[offset + Int(columns[stored])] }
      target[row - rows.lowerBound] += sum
    }
  }

  func addTransposedTimes(_ rowValues: [Double], rows: Range<Int>, to sums: inout [Double], from offset: Int) {
    let (offsets, columns, values) = (rowOffsets.span, columnIndices.span, self.values.span)
    var target = sums.mutableSpan
    for row in rows where rowValues[row] != 0 {
      let factor = rowValues[row]
      for stored in offsets[row]..<offsets[row + 1] { target[offset + Int(columns[stored])] += factor * values[stored] }
    }
  }

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
}

extension DenseMatrix {
  func addTimes(_ weights: [Double], from offset: Int, rows: Range<Int>, to sums: inout [Double]) {
    BLAS.addProduct(of: self, rows: rows, and: weights, from: offset, to: &sums)
  }

  func addTransposedTimes(_ rowValues: [Double], rows: Range<Int>, to sums: inout [Double], from offset: Int) {
    BLAS.addTransposedProduct(of: self, rows: rows, and: rowValues, to: &sums, from: offset)
  }

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
