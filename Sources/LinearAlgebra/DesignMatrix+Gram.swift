public import Reproducibility

extension DesignMatrix {
  /// Xᵀ diag(h) X, symmetric and written out in full.
  ///
  /// - Parameter rowWeights: h, an element a row, of either sign.
  /// Complexity: O(Σ over rows of (stored elements of the row)²) time, O(columns² x pieces) memory: for few columns.
  public func weightedGram(_ rowWeights: [Double], on parallelism: Parallelism) -> DenseMatrix {
    precondition(rowWeights.count == rowCount, "\(rowWeights.count) weights for \(rowCount) rows")
    let gramPieces = Pieces(itemCount: rowCount, targetLength: 4096, maximumCount: 4)
    let parts = parallelism.map(count: gramPieces.count) { index in
      var gram = DenseMatrix(zeros: columnCount, columnCount)
      addProducts(rows: gramPieces[index], rowWeights: rowWeights, to: &gram)
      return gram
    }
    guard var total = parts.first else { return DenseMatrix(zeros: columnCount, columnCount) }
    for part in parts.dropFirst() { BLAS.add(part.elements, to: &total.elements) }
    total.mirrorUpperTriangle()
    return total
  }

  /// Adds the weighted products of all blocks to the upper triangle of `gram`.
  private func addProducts(rows: Range<Int>, rowWeights: [Double], to gram: inout DenseMatrix) {
    guard blocks.contains(where: \.isFactorised) else {
      for left in blocks.indices {
        for right in left..<blocks.count {
          addProduct(of: left, and: right, rowWeights: rowWeights, rows: rows, to: &gram)
        }
      }
      return
    }
    // Written out, all rows might not fit into memory.
    let panelLength = 1 << 15
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: panelLength) {
      let panel = start..<min(start + panelLength, rows.upperBound)
      selecting(rows: Array(panel)).expanded().addProducts(
        rows: 0..<panel.count, rowWeights: Array(rowWeights[panel]), to: &gram)
    }
  }

  /// Adds the weighted product of two blocks to their place in the upper triangle of `gram`.
  private func addProduct(
    of left: Int, and right: Int, rowWeights: [Double], rows: Range<Int>, to gram: inout DenseMatrix
  ) {
    let place = (row: blockOffsets[left], column: blockOffsets[right])
    switch (blocks[left], blocks[right]) {
    case (.dense(let matrix), .dense(let other)):
      BLAS.addWeightedProduct(of: matrix, and: other, rowWeights: rowWeights, rows: rows, to: &gram, at: place)
    case (.sparse(let matrix), .sparse(let other)):
      matrix.addWeightedProduct(
        with: other, isSame: left == right, rowWeights: rowWeights, rows: rows, to: &gram, at: place)
    case (.sparse(let sparse), .dense(let dense)):
      sparse.addWeightedProduct(
        with: dense, transposed: false, rowWeights: rowWeights, rows: rows, to: &gram, at: place)
    case (.dense(let dense), .sparse(let sparse)):
      sparse.addWeightedProduct(
        with: dense, transposed: true, rowWeights: rowWeights, rows: rows, to: &gram, at: place)
    case (.counts, _), (_, .counts): preconditionFailure("a factorised block was not written out")
    }
  }
}

extension DenseMatrix {
  /// Copies what stands above the diagonal to its mirror place below.
  mutating func mirrorUpperTriangle() {
    for row in 0..<rowCount {
      for column in (row + 1)..<max(row + 1, columnCount) { self[column, row] = self[row, column] }
    }
  }
}
