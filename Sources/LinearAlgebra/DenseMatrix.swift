/// A matrix of 64-bit numbers stored row after row.
public struct DenseMatrix: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The elements, row after row: element (i, j) stands at `i * columnCount + j`.
  public var elements: [Double]

  /// A matrix from its elements, row after row.
  ///
  /// - Precondition: there are `rowCount * columnCount` elements.
  public init(rowCount: Int, columnCount: Int, elements: [Double]) {
    precondition(
      elements.count == rowCount * columnCount,
      "a matrix of \(rowCount) x \(columnCount) was given \(elements.count) elements")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.elements = elements
  }

  /// A matrix of zeros.
  public init(zeros rowCount: Int, _ columnCount: Int) {
    self.init(
      rowCount: rowCount, columnCount: columnCount, elements: Array(repeating: 0, count: rowCount * columnCount))
  }

  /// The element in row `row` and column `column`.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columnCount + column] }
    set { elements[row * columnCount + column] = newValue }
  }

  /// The elements of one row.
  public func row(_ index: Int) -> ArraySlice<Double> {
    elements[(index * columnCount)..<((index + 1) * columnCount)]
  }

  /// The matrix of the rows at `indices`, in that order; an index may come more than once.
  public func selecting(rows indices: [Int]) -> DenseMatrix {
    var selected: [Double] = []
    selected.reserveCapacity(indices.count * columnCount)
    for index in indices { selected += row(index) }
    return DenseMatrix(rowCount: indices.count, columnCount: columnCount, elements: selected)
  }

  /// The matrix with rows and columns exchanged.
  public func transposed() -> DenseMatrix {
    if rowCount == 1 || columnCount == 1 {
      return DenseMatrix(rowCount: columnCount, columnCount: rowCount, elements: elements)
    }
    var result = DenseMatrix(zeros: columnCount, rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        result.elements[column * rowCount + row] = elements[row * columnCount + column]
      }
    }
    return result
  }
}
