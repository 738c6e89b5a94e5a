internal import Reproducibility

/// The matrix a model is fitted to: blocks of columns side by side, each sparse or dense, over the same rows.
///
/// All products over its rows are computed in pieces that depend on its shape alone and added up in their order, so that
/// they are the same bit for bit on every number of threads.
public struct DesignMatrix: Sendable, Hashable {
  /// Some of the columns.
  public enum Block: Sendable, Hashable {
    /// Columns that are mostly zero, as words are.
    case sparse(SparseMatrix)
    /// Columns that are mostly not, as measures are.
    case dense(DenseMatrix)

    /// The number of rows.
    public var rowCount: Int {
      switch self {
      case .sparse(let matrix): matrix.rowCount
      case .dense(let matrix): matrix.rowCount
      }
    }

    /// The number of columns.
    public var columnCount: Int {
      switch self {
      case .sparse(let matrix): matrix.columnCount
      case .dense(let matrix): matrix.columnCount
      }
    }

    fileprivate func firstNonFinite() -> (row: Int, column: Int)? {
      switch self {
      case .sparse(let matrix):
        guard let stored = matrix.values.firstIndex(where: { !$0.isFinite }) else { return nil }
        let row = matrix.rowOffsets.partitioningIndex { $0 > stored } - 1
        return (row, Int(matrix.columnIndices[stored]))
      case .dense(let matrix):
        guard let place = matrix.elements.firstIndex(where: { !$0.isFinite }) else { return nil }
        return (place / matrix.columnCount, place % matrix.columnCount)
      }
    }
  }

  /// The blocks from left to right.
  public let blocks: [Block]
  /// The first column of each block, and at the end the number of columns.
  public let blockOffsets: [Int]
  /// The number of rows.
  public let rowCount: Int
  /// How the rows are cut for parallel work.
  let pieces: Pieces

  /// The number of columns.
  public var columnCount: Int { blockOffsets[blocks.count] }

  /// The number of stored elements: all of a dense block's.
  public var storedCount: Int {
    blocks.reduce(0) { total, block in
      switch block {
      case .sparse(let matrix): total + matrix.storedCount
      case .dense(let matrix): total + matrix.elements.count
      }
    }
  }

  /// Puts `blocks` side by side.
  ///
  /// - Precondition: there is a block, and all have the same number of rows.
  public init(blocks: [Block]) {
    guard let first = blocks.first else { preconditionFailure("a design matrix needs a block of columns") }
    for block in blocks {
      precondition(
        block.rowCount == first.rowCount, "a block of \(block.rowCount) rows beside one of \(first.rowCount)")
    }
    self.blocks = blocks
    rowCount = first.rowCount
    blockOffsets = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.columnCount) }
    pieces = Pieces(itemCount: first.rowCount, targetLength: 1024, maximumCount: 16)
  }

  /// One sparse block.
  public init(_ matrix: SparseMatrix) { self.init(blocks: [.sparse(matrix)]) }

  /// One dense block.
  public init(_ matrix: DenseMatrix) { self.init(blocks: [.dense(matrix)]) }

  /// The element in row `row` and column `column`: for messages and tests, not for arithmetic.
  ///
  /// Complexity: O(blocks + stored elements of the row).
  public subscript(row: Int, column: Int) -> Double {
    precondition(column >= 0 && column < columnCount, "column \(column) of \(columnCount)")
    let index = blockOffsets.partitioningIndex { $0 > column } - 1
    let place = column - blockOffsets[index]
    switch blocks[index] {
    case .dense(let matrix): return matrix[row, place]
    case .sparse(let matrix):
      let stored = matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1]
      return stored.first { Int(matrix.columnIndices[$0]) == place }.map { matrix.values[$0] } ?? 0
    }
  }

  /// The first element, by rows, that is infinite or not a number, or nil where all are ordinary numbers.
  ///
  /// Complexity: O(stored elements).
  public func firstNonFinite() -> (row: Int, column: Int)? {
    var first: (row: Int, column: Int)?
    for (block, offset) in zip(blocks, blockOffsets) {
      guard let found = block.firstNonFinite(), found.row < first?.row ?? rowCount else { continue }
      first = (found.row, offset + found.column)
    }
    return first
  }

  /// The rows at `indices`, in that order; an index may come more than once.
  public func selecting(rows indices: [Int]) -> DesignMatrix {
    DesignMatrix(
      blocks: blocks.map { block in
        switch block {
        case .sparse(let matrix): .sparse(matrix.selecting(rows: indices))
        case .dense(let matrix): .dense(matrix.selecting(rows: indices))
        }
      })
  }
}

extension [Int] {
  /// The first index whose element satisfies `predicate`, where all that do stand behind all that do not.
  fileprivate func partitioningIndex(where predicate: (Int) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
