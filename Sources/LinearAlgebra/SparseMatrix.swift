/// A matrix most of whose elements are zero, stored as compressed sparse rows.
///
/// Row i's elements are `values[k]` in column `columnIndices[k]` for k in `rowOffsets[i] ..< rowOffsets[i + 1]`, columns
/// ascending.
public struct SparseMatrix: Sendable, Hashable {
  /// The number of columns.
  public let columnCount: Int
  /// Where each row begins, and at the end the number of stored elements: one more entry than there are rows.
  public let rowOffsets: [Int]
  /// The column of each stored element.
  public let columnIndices: [Int32]
  /// The stored elements.
  public let values: [Double]

  /// The number of rows.
  public var rowCount: Int { rowOffsets.count - 1 }
  /// The number of stored elements, zeros among them included.
  public var storedCount: Int { values.count }

  /// A matrix from its parts, as `scipy.sparse.csr_matrix((values, columnIndices, rowOffsets))`.
  ///
  /// - Precondition: offsets start at 0, never fall and end at the number of elements; columns ascend strictly within each
  ///   row and lie below `columnCount`. The order of columns is checked in debug builds only. Complexity: O(rows).
  public init(columnCount: Int, rowOffsets: [Int], columnIndices: [Int32], values: [Double]) {
    precondition(
      columnIndices.count == values.count,
      "\(columnIndices.count) columns for \(values.count) values of a sparse matrix")
    precondition(
      rowOffsets.first == 0 && rowOffsets.last == values.count,
      "row offsets run from \(rowOffsets.first ?? -1) to \(rowOffsets.last ?? -1), not from 0 to \(values.count)")
    self.columnCount = columnCount
    self.rowOffsets = rowOffsets
    self.columnIndices = columnIndices
    self.values = values
    assert(invariantHolds(), "columns of a sparse row must ascend and lie below \(columnCount)")
  }

  /// The matrix of the rows at `indices`, in that order; an index may come more than once.
  public func selecting(rows indices: [Int]) -> SparseMatrix {
    var offsets = [0]
    offsets.reserveCapacity(indices.count + 1)
    var columns: [Int32] = []
    var selected: [Double] = []
    for row in indices {
      let stored = rowOffsets[row]..<rowOffsets[row + 1]
      columns += columnIndices[stored]
      selected += values[stored]
      offsets.append(selected.count)
    }
    return SparseMatrix(columnCount: columnCount, rowOffsets: offsets, columnIndices: columns, values: selected)
  }

  /// The same matrix with its zeros written out: for small matrices and for tests. Complexity: O(rows x columns).
  public func dense() -> DenseMatrix {
    var result = DenseMatrix(zeros: rowCount, columnCount)
    for row in 0..<rowCount {
      for stored in rowOffsets[row]..<rowOffsets[row + 1] { result[row, Int(columnIndices[stored])] = values[stored] }
    }
    return result
  }

  private func invariantHolds() -> Bool {
    for row in 0..<rowCount {
      guard rowOffsets[row] <= rowOffsets[row + 1] else { return false }
      var previous: Int32 = -1
      for stored in rowOffsets[row]..<rowOffsets[row + 1] {
        guard columnIndices[stored] > previous, columnIndices[stored] < Int32(columnCount) else { return false }
        previous = columnIndices[stored]
      }
    }
    return true
  }
}
