/// min ||Σ_i x_i row_i - right||, all x_i >= 0: the point of a cone that is nearest to another point.
///
/// Method: the active set of Lawson and Hanson. Rows that are in use are solved for exactly (QR); one that would shorten the
/// distance comes in, and those whose x would become negative go out. It ends after finitely many steps.
/// Source: Lawson and Hanson 1974, Solving Least Squares Problems, chapter 23.
public struct NonNegativeLeastSquares: Sendable {
  /// right - Σ_i x_i row_i. No row has a positive product with it beyond `tolerance`, as an angle, and those in use have none.
  public let residual: [Double]

  /// The length of the residual.
  public var distance: Double { BLAS.norm(residual) }

  /// The cosine up to which a product counts as zero.
  public static let tolerance = 1e-7
  /// The distance below which the point lies in the cone: where rounding leaves of the residual's direction nothing that
  /// `tolerance` could judge.
  public static let negligible = 1e-9

  /// Finds the nearest point.
  ///
  /// - Parameters:
  ///   - rows: the rows of the cone, each of length one.
  ///   - right: the point, no longer than about one.
  /// - Complexity: O(rows x columns + columns³) a step; about as many steps as there are columns.
  public init(rows: DenseMatrix, right: [Double]) {
    precondition(right.count == rows.columnCount, "a point of \(right.count) numbers for \(rows.columnCount) columns")
    var solver = ActiveSet(rows: rows, right: right)
    solver.run()
    residual = solver.residual
  }
}

private struct ActiveSet {
  let rows: DenseMatrix
  let right: [Double]
  private(set) var residual: [Double]
  /// The rows in use, and their x.
  private var used: [Int] = []
  private var values: [Double] = []

  init(rows: DenseMatrix, right: [Double]) {
    self.rows = rows
    self.right = right
    residual = right
  }

  mutating func run() {
    // Rows that came in and went out at once, by rounding; they may come again when the residual has changed.
    var refused: Set<Int> = []
    for _ in 0..<(100 + 20 * rows.columnCount + rows.rowCount) {
      let length = BLAS.norm(residual)
      guard length > NonNegativeLeastSquares.negligible, used.count < rows.columnCount,
        let entering = best(refusing: refused, above: NonNegativeLeastSquares.tolerance * length)
      else { return }
      used.append(entering)
      values.append(0)
      settle()
      if used.contains(entering) {
        refused.removeAll()
      } else {
        refused.insert(entering)
      }
    }
  }

  /// The row whose product with the residual is largest, if it is above `bound`; of equal ones the first.
  private func best(refusing refused: Set<Int>, above bound: Double) -> Int? {
    let width = rows.columnCount
    let (elements, direction) = (rows.elements.span, residual.span)
    var (best, bestProduct): (Int?, Double) = (nil, bound)
    for row in 0..<rows.rowCount {
      var product = 0.0
      for column in 0..<width { product += elements[row * width + column] * direction[column] }
      if product > bestProduct, !used.contains(row), !refused.contains(row) { (best, bestProduct) = (row, product) }
    }
    return best
  }

  /// Solves for the rows in use, taking out those whose value would become negative.
  private mutating func settle() {
    while !used.isEmpty {
      guard let solution = LAPACK.leastSquares(columns: used.map { Array(rows.row($0)) }, right: right) else {
        used.removeLast()
        values.removeLast()
        continue
      }
      if solution.allSatisfy({ $0 > 0 }) {
        values = solution
        break
      }
      var share = 1.0
      for index in solution.indices where solution[index] <= 0 {
        let fall = values[index] - solution[index]
        share = min(share, fall > 0 ? values[index] / fall : 0)
      }
      for index in values.indices { values[index] += share * (solution[index] - values[index]) }
      let leaving = values.indices.filter { solution[$0] <= 0 && values[$0] <= 1e-14 }
      let gone = leaving.isEmpty ? values.indices.min { values[$0] < values[$1] }.map { [$0] } ?? [] : leaving
      for index in gone.reversed() {
        used.remove(at: index)
        values.remove(at: index)
      }
    }
    residual = right
    for (row, value) in zip(used, values) { BLAS.add(Array(rows.row(row)), scaledBy: -value, to: &residual) }
  }
}
