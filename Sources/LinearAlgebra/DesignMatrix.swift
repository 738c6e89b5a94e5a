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
    /// Columns of scaled counts, as TF-IDF is.
    case counts(ScaledCountMatrix)
    /// Columns that are mostly not, as measures are.
    case dense(DenseMatrix)

    /// The number of rows.
    public var rowCount: Int {
      switch self {
      case .sparse(let matrix): matrix.rowCount
      case .counts(let matrix): matrix.rowCount
      case .dense(let matrix): matrix.rowCount
      }
    }

    /// The number of columns.
    public var columnCount: Int {
      switch self {
      case .sparse(let matrix): matrix.columnCount
      case .counts(let matrix): matrix.columnCount
      case .dense(let matrix): matrix.columnCount
      }
    }

    /// Whether elements are kept as factors.
    var isFactorised: Bool {
      if case .counts = self { true } else { false }
    }

    /// The number of columns that products are computed over; see `innerOffsets`.
    var innerColumnCount: Int {
      guard case .counts(let matrix) = self else { return columnCount }
      return matrix.counts.columnCount
    }

    /// The number of stored elements: all of a dense block's.
    var storedCount: Int {
      switch self {
      case .sparse(let matrix): matrix.storedCount
      case .counts(let matrix): matrix.storedCount
      case .dense(let matrix): matrix.elements.count
      }
    }

    fileprivate func firstNonFinite() -> (row: Int, column: Int)? {
      switch self {
      case .sparse(let matrix):
        guard let stored = matrix.values.firstIndex(where: { !$0.isFinite }) else { return nil }
        let row = matrix.rowOffsets.partitioningIndex { $0 > stored } - 1
        return (row, Int(matrix.columnIndices[stored]))
      case .counts(let matrix):
        guard !matrix.columnScales.allSatisfy(\.isFinite) || !matrix.rowDivisors.allSatisfy({ $0.isFinite && $0 != 0 })
        else { return nil }
        return Block.sparse(matrix.expanded()).firstNonFinite()
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
  /// Products are computed over columns in an inner order, which for blocks of counts is that of their counts and for others
  /// their own: the first inner column of each block, and at the end their number.
  let innerOffsets: [Int]
  /// The number of rows.
  public let rowCount: Int
  /// How the rows are cut for parallel work.
  let pieces: Pieces

  /// The number of columns.
  public var columnCount: Int { blockOffsets[blocks.count] }

  /// The number of stored elements: all of a dense block's.
  public let storedCount: Int

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
    innerOffsets = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.innerColumnCount) }
    storedCount = blocks.reduce(0) { $0 + $1.storedCount }
    pieces = Pieces(
      itemCount: first.rowCount, targetLength: 1024,
      maximumCount: DesignMatrix.pieceLimit(storedCount: storedCount, innerColumnCount: innerOffsets[blocks.count]))
  }

  /// Each piece of a transposed product has sums of its own for all columns, which must not cost more than the piece itself.
  private static func pieceLimit(storedCount: Int, innerColumnCount: Int) -> Int {
    var limit = 16
    while limit > 2, storedCount < 8 * limit * innerColumnCount { limit /= 2 }
    return limit
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
    case .counts(let matrix): return matrix[row, place]
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

  /// The same matrix with its factorised blocks multiplied out.
  public func expanded() -> DesignMatrix {
    DesignMatrix(
      blocks: blocks.map { block in
        guard case .counts(let matrix) = block else { return block }
        return .sparse(matrix.expanded())
      })
  }

  /// The rows at `indices`, in that order; an index may come more than once.
  public func selecting(rows indices: [Int]) -> DesignMatrix {
    DesignMatrix(
      blocks: blocks.map { block in
        switch block {
        case .sparse(let matrix): .sparse(matrix.selecting(rows: indices))
        case .counts(let matrix): .counts(matrix.selecting(rows: indices))
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
