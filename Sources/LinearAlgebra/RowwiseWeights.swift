/// A weight for each column of a design matrix, in a layout for methods that visit one row at a time, learn its weighted sum and
/// add a multiple of the row to the weights at once.
///
/// Beside each weight stands what an entry changes it by, so that one access brings both. Weights of 32 bits touch half as many
/// cache lines as those of 64, and serve as long as a method is far from where it goes.
public struct RowwiseWeights: Sendable {
  private enum Cells: Sendable {
    case single(WeightCells<Float>)
    case double(WeightCells<Double>)
  }

  /// The matrix whose rows are visited.
  public let matrix: DesignMatrix
  private var cells: Cells

  /// All weights zero, in 32 bits.
  public init(zerosFor matrix: DesignMatrix) {
    self.matrix = matrix
    cells = .single(WeightCells(zerosFor: matrix))
  }

  /// The weights, in the order of the matrix's columns. Complexity: O(columns).
  public var weights: [Double] {
    get {
      switch cells {
      case .single(let cells): cells.weights(of: matrix)
      case .double(let cells): cells.weights(of: matrix)
      }
    }
    set {
      precondition(newValue.count == matrix.columnCount, "\(newValue.count) weights for \(matrix.columnCount) columns")
      switch cells {
      case .single:
        var new = WeightCells<Float>(zerosFor: matrix)
        new.setWeights(newValue, of: matrix)
        cells = .single(new)
      case .double:
        var new = WeightCells<Double>(zerosFor: matrix)
        new.setWeights(newValue, of: matrix)
        cells = .double(new)
      }
    }
  }

  /// Goes on with the given weights in 64 bits.
  public mutating func refine(_ weights: [Double]) {
    cells = .double(WeightCells(zerosFor: matrix))
    self.weights = weights
  }

  /// Visits rows in their order: `step` is handed a row x, the sum x · weights, and x · x, and what it returns times x is
  /// added to the weights before the next row is visited.
  ///
  /// Complexity: O(entries of the rows).
  public mutating func visit(
    _ rows: Range<Int>, _ step: (_ row: Int, _ product: Double, _ square: Double) -> Double
  ) {
    var visited = Cells.single(WeightCells())
    swap(&visited, &cells)
    switch consume visited {
    case .single(var cells):
      cells.visit(rows, of: matrix, step)
      self.cells = .single(cells)
    case .double(var cells):
      cells.visit(rows, of: matrix, step)
      self.cells = .double(cells)
    }
  }
}
