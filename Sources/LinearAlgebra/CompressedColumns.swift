/// The elements of a design matrix column after column, zeros left out: for methods that visit one column at a time.
///
/// Column j's elements are `values[k]` in row `rowIndices[k]` for k in `columnOffsets[j] ..< columnOffsets[j + 1]`, rows
/// ascending. Twelve bytes an element.
public struct CompressedColumns: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// Where each column begins, and at the end the number of elements: one more entry than there are columns.
  public let columnOffsets: [Int]
  /// The row of each element.
  public let rowIndices: [Int32]
  /// The elements.
  public let values: [Double]

  /// The number of columns.
  public var columnCount: Int { columnOffsets.count - 1 }

  /// The elements of `matrix`. Complexity: O(stored elements + columns).
  public init(_ matrix: DesignMatrix) {
    rowCount = matrix.rowCount
    var offsets = [Int](repeating: 0, count: matrix.columnCount + 1)
    matrix.forEachElement { _, column, _ in offsets[column + 1] += 1 }
    for column in 0..<matrix.columnCount { offsets[column + 1] += offsets[column] }
    var places = offsets
    var rows = [Int32](repeating: 0, count: offsets[matrix.columnCount])
    var elements = [Double](repeating: 0, count: rows.count)
    matrix.forEachElement { row, column, value in
      let place = places[column]
      rows[place] = Int32(row)
      elements[place] = value
      places[column] = place + 1
    }
    columnOffsets = offsets
    rowIndices = rows
    values = elements
  }

  /// The columns at `indices`, in that order, as a matrix of rows. Complexity: O(rows + their elements).
  ///
  /// - Precondition: each is one of `0 ..< columnCount`.
  public func selecting(columns indices: [Int]) -> SparseMatrix {
    var offsets = [Int](repeating: 0, count: rowCount + 1)
    for column in indices {
      for place in columnOffsets[column]..<columnOffsets[column + 1] { offsets[Int(rowIndices[place]) + 1] += 1 }
    }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    var places = offsets
    var columns = [Int32](repeating: 0, count: offsets[rowCount])
    var elements = [Double](repeating: 0, count: columns.count)
    for (index, column) in indices.enumerated() {
      for place in columnOffsets[column]..<columnOffsets[column + 1] {
        let row = Int(rowIndices[place])
        columns[places[row]] = Int32(index)
        elements[places[row]] = values[place]
        places[row] += 1
      }
    }
    return SparseMatrix(columnCount: indices.count, rowOffsets: offsets, columnIndices: columns, values: elements)
  }
}

extension DesignMatrix {
  /// Calls `body` with every element that is not zero, rows ascending within each column.
  fileprivate func forEachElement(_ body: (_ row: Int, _ column: Int, _ value: Double) -> Void) {
    for (block, offset) in zip(blocks, blockOffsets) {
      switch block {
      case .sparse(let matrix): matrix.forEachElement(from: offset, body)
      case .counts(let matrix): matrix.expanded().forEachElement(from: offset, body)
      case .dense(let matrix):
        for row in 0..<matrix.rowCount {
          for column in 0..<matrix.columnCount {
            let value = matrix.elements[row * matrix.columnCount + column]
            if value != 0 { body(row, offset + column, value) }
          }
        }
      }
    }
  }
}

extension SparseMatrix {
  fileprivate func forEachElement(from offset: Int, _ body: (_ row: Int, _ column: Int, _ value: Double) -> Void) {
    for row in 0..<rowCount {
      for place in rowOffsets[row]..<rowOffsets[row + 1] where values[place] != 0 {
        body(row, offset + Int(columnIndices[place]), values[place])
      }
    }
  }
}
