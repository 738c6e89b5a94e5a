internal import LinearAlgebra

/// Columns by which the two outcomes can be told apart without error, so that the likelihood has no maximum: it rises for ever as
/// their coefficients grow.
///
/// With z_i the row of case i, its sign turned where the outcome is absent, cases are separated when some β has z_i · β >= 0 for
/// all i and > 0 for one. By Stiemke's theorem of the alternative that is so exactly when no λ with all λ_i > 0 has
/// Σ λ_i z_i = 0, and with λ = 1 + μ that is a question of least squares with μ >= 0: is the distance between -Σ z_i and the cone
/// of the z_i zero? Where it is not, the residual turned round is such a β. Nothing is fitted and no iteration watched.
/// Separation is complete when some β has z_i · β > 0 for all i; by Gordan's theorem, when no λ >= 0 other than 0 has
/// Σ λ_i z_i = 0.
/// Sources: Albert and Anderson 1984 (Biometrika 71) for separation; Konis 2007, Linear programming algorithms for detecting
/// separated data, for deciding it before the fit; Mangasarian, Nonlinear Programming, for the theorems.
public struct Separation: Sendable, Hashable {
  /// Whether every case is told apart; else (quasi-complete) some cases lie on the border.
  public let isComplete: Bool
  /// Sets of columns, each of which separates by itself and none of whose parts does; they have no column in common.
  public let columnSets: [[Int]]

  /// Nil where the outcomes overlap, so that the maximum of the likelihood exists and is unique.
  ///
  /// Decided to 1e-7 of the columns' spread: outcomes that overlap by less count as separated.
  /// Complexity: for overlapping outcomes that of one `NonNegativeLeastSquares`, of up to columns² of them for separated ones.
  public init?(_ data: RegressionData) {
    let cases = SignedCases(data)
    let all = Array(1..<data.parameterCount)
    guard cases.areSeparated(by: all) else { return nil }
    isComplete = cases.areCompletelySeparated(by: all)
    var sets = all.filter { cases.areSeparated(bySingle: $0) }.map { [$0] }
    var others = all.filter { !sets.contains([$0]) }
    while cases.areSeparated(by: others) {
      let set = cases.smallestSet(within: others)
      sets.append(set)
      others.removeAll { set.contains($0) }
    }
    columnSets = sets
  }
}

/// The rows z_i, columns standardised so that no unit of measurement decides what is small.
private struct SignedCases {
  private let columns: [[Double]]
  private let outcomes: [Bool]

  init(_ data: RegressionData) {
    outcomes = data.outcomes
    let scaling = ColumnScaling(data.matrix, isCentred: true)
    let scaled = scaling.scaled(data.matrix).transposed()
    columns = (0..<data.parameterCount).map { Array(scaled.row($0)) }
  }

  /// The z_i of the intercept and the given columns, each divided by its length.
  private func rows(of chosen: [Int], appending last: Double? = nil) -> DenseMatrix {
    let all = [0] + chosen
    let width = all.count + (last == nil ? 0 : 1)
    var elements: [Double] = []
    elements.reserveCapacity(outcomes.count * width)
    for row in outcomes.indices {
      var signed = all.map { outcomes[row] ? columns[$0][row] : -columns[$0][row] }
      let length = BLAS.norm(signed)
      signed = signed.map { $0 / length }
      elements += last.map { signed + [$0] } ?? signed
    }
    return DenseMatrix(rowCount: outcomes.count, columnCount: width, elements: elements)
  }

  func areSeparated(by chosen: [Int]) -> Bool {
    guard !chosen.isEmpty else { return false }
    let rows = rows(of: chosen)
    var mean = [Double](repeating: 0, count: rows.columnCount)
    for row in 0..<rows.rowCount { BLAS.add(Array(rows.row(row)), to: &mean) }
    let solution = NonNegativeLeastSquares(rows: rows, right: mean.map { -$0 / Double(rows.rowCount) })
    return solution.distance > NonNegativeLeastSquares.negligible
  }

  func areCompletelySeparated(by chosen: [Int]) -> Bool {
    let half = 0.5.squareRoot()
    let rows = rows(of: chosen, appending: 1)
    let scaled = DenseMatrix(
      rowCount: rows.rowCount, columnCount: rows.columnCount, elements: rows.elements.map { $0 * half })
    let solution = NonNegativeLeastSquares(
      rows: scaled, right: Array(repeating: 0, count: rows.columnCount - 1) + [1])
    return solution.distance > NonNegativeLeastSquares.negligible
  }

  /// Whether one column with a threshold tells the outcomes apart, cases on the threshold aside.
  func areSeparated(bySingle column: Int) -> Bool {
    var (lows, highs) = ([Double.infinity, .infinity], [-Double.infinity, -.infinity])
    for row in outcomes.indices {
      let side = outcomes[row] ? 1 : 0
      lows[side] = min(lows[side], columns[column][row])
      highs[side] = max(highs[side], columns[column][row])
    }
    return highs[0] <= lows[1] || highs[1] <= lows[0]
  }

  /// A set of columns that separates, without any that it does not need.
  func smallestSet(within candidates: [Int]) -> [Int] {
    var set = candidates
    for column in candidates {
      let smaller = set.filter { $0 != column }
      if areSeparated(by: smaller) { set = smaller }
    }
    return set
  }
}
