internal import LinearAlgebra

/// Coordinate descent over columns for the quadratic model of a `SparseObjective` at one place: the inner loop of
/// `ProximalNewton`.
///
/// Problem: min over u of Σ_i [g_i t_i + h_i/2 t_i²] + Σ_j penalty(u_j), t_i = x_i · (u - w) + (b' - b), where g_i and h_i are
/// the loss's first and second derivative by row i's log-odds.
/// Step: one weight at a time goes to where the model is least (soft thresholding), the intercept once a sweep. The rows' g_i +
/// h_i t_i are kept up to date, so that a column's slope costs a pass over its elements and a change another.
/// Source: Friedman, Hastie and Tibshirani 2010, Regularization paths for generalized linear models via coordinate descent
/// (Journal of Statistical Software 33).
struct ColumnDescent {
  private let columns: CompressedColumns
  private let penalty: ElasticNet
  private let start: [Double]
  private let hasIntercept: Bool
  /// h_i.
  private let curvatures: [Double]
  /// g_i + h_i t_i.
  private var residuals: [Double]
  /// Σ_i h_i x_ij² of each column that has been visited, negative for others.
  private var columnCurvatures: [Double]
  private let interceptCurvature: Double
  /// u, and b' behind it where there is an intercept.
  private(set) var target: [Double]

  /// - Parameter columns: the features' columns, of which there are as many as weights.
  init(_ objective: SparseObjective, columns: CompressedColumns, at place: SparseObjective.Place) {
    self.columns = columns
    penalty = objective.penalty
    start = place.parameters
    target = place.parameters
    hasIntercept = objective.smooth.hasIntercept
    curvatures = objective.smooth.loss.curvatures(at: place.margins)
    residuals = place.derivatives
    columnCurvatures = Array(repeating: -1, count: columns.columnCount)
    interceptCurvature = curvatures.reduce(0, +)
  }

  /// Visits the columns `visited` once and the intercept, and returns the length of the violations found on the way.
  ///
  /// Complexity: O(elements of the columns + rows).
  mutating func sweep(_ visited: [Int]) -> Double {
    // Moved out, so that they can be changed beside what is only read.
    var rows = RowState()
    swap(&rows.residuals, &residuals)
    rows.curvatures = curvatures
    var squares = 0.0
    for column in visited {
      let violation = visit(column, &rows)
      squares += violation * violation
    }
    let violation = moveIntercept(&rows)
    swap(&rows.residuals, &residuals)
    return (squares + violation * violation).squareRoot()
  }

  private struct RowState {
    var residuals: [Double] = []
    var curvatures: [Double] = []
  }

  private mutating func visit(_ column: Int, _ rows: inout RowState) -> Double {
    let range = columns.columnOffsets[column]..<columns.columnOffsets[column + 1]
    if columnCurvatures[column] < 0 { columnCurvatures[column] = curvature(of: range) }
    let old = target[column]
    let slope = slope(of: range, rows.residuals)
    let violation = penalty.violation(old, slope: slope)
    let new = penalty.minimum(near: old, slope: slope, curvature: columnCurvatures[column])
    guard new != old else { return violation }
    target[column] = new
    let change = new - old
    let (indices, values) = (columns.rowIndices.span, columns.values.span)
    let curvatures = rows.curvatures
    let bends = curvatures.span
    var sums = rows.residuals.mutableSpan
    for place in range {
      let row = Int(indices[place])
      sums[row] += bends[row] * values[place] * change
    }
    return violation
  }

  private func slope(of range: Range<Int>, _ residuals: [Double]) -> Double {
    let (indices, values, sums) = (columns.rowIndices.span, columns.values.span, residuals.span)
    var slope = 0.0
    for place in range { slope += values[place] * sums[Int(indices[place])] }
    return slope
  }

  private func curvature(of range: Range<Int>) -> Double {
    let (indices, values, bends) = (columns.rowIndices.span, columns.values.span, curvatures.span)
    var curvature = 0.0
    for place in range { curvature += bends[Int(indices[place])] * values[place] * values[place] }
    return curvature
  }

  private mutating func moveIntercept(_ rows: inout RowState) -> Double {
    guard hasIntercept, interceptCurvature > 0 else { return 0 }
    let slope = rows.residuals.reduce(0, +)
    let change = -slope / interceptCurvature
    target[target.count - 1] += change
    for row in rows.residuals.indices { rows.residuals[row] += rows.curvatures[row] * change }
    return slope
  }

  /// How the rows' log-odds change from the start to the target. Complexity: O(elements of the columns that changed + rows).
  func marginChanges(_ visited: [Int]) -> [Double] {
    let shift = hasIntercept ? target[target.count - 1] - start[start.count - 1] : 0
    var changes = [Double](repeating: shift, count: columns.rowCount)
    for column in visited where target[column] != start[column] {
      let change = target[column] - start[column]
      for place in columns.columnOffsets[column]..<columns.columnOffsets[column + 1] {
        changes[Int(columns.rowIndices[place])] += columns.values[place] * change
      }
    }
    return changes
  }
}
