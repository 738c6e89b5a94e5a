internal import LinearAlgebra

/// What the standard errors of corrected estimates would be, were more rows coded by the same design.
///
/// Were every probability multiplied by k, π' = min(1, k π), the part of a variance that comes from drawing rows would be
/// Σ_i (R_i/π_i) u_i² (y_i - g_i)² (1/π'_i - 1), with u_i the influence of row i on the coefficient. The rest comes from the rows
/// themselves and stays: what the variance has besides, and at least Σ_i (R_i/π_i) u_i² (y_i - μ_i)², which it would be were all rows
/// coded and independent (few clusters give less by chance). The number of rows to code is estimated by Σ_i R_i π'_i/π_i.
/// Source: the variance of Egami and others 2023, taken apart.
public struct LabelNeeds: Sendable, Hashable {
  /// One coefficient.
  private struct Column: Sendable, Hashable {
    /// Its variance now.
    let variance: Double
    /// (1/π) u² (y - g)² of each coded row.
    var drawn: [Double] = []
    /// The sum of (1/π) u² (y - μ)².
    var independent = 0.0
  }

  private var columns: [Column]
  private let probabilities: [Double]

  init(_ solution: MomentRegression.Solution, of data: SurrogateData, model: OutcomeModel) {
    columns = data.names.indices.map { Column(variance: solution.covariance[$0, $0]) }
    probabilities = data.codings.map(\.probability)
    for coding in data.codings {
      let sum = zip(solution.coefficients, data.matrix.row(coding.row)).reduce(0) { $0 + $1.0 * $1.1 }
      let residual = coding.outcome - (model == .linear ? sum : RowLoss.logistic(sum))
      let error = coding.outcome - data.surrogates[coding.row]
      for (column, influence) in solution.influence(ofRow: coding.row).enumerated() {
        let weight = influence * influence / coding.probability
        columns[column].drawn.append(weight * error * error)
        columns[column].independent += weight * residual * residual
      }
    }
  }

  /// How many rows are coded.
  public var codedCount: Int { probabilities.count }

  /// The standard error of coefficient `column` if all rows were coded: no number of labels brings a smaller one.
  public func leastError(ofColumn column: Int) -> Double {
    error(ofColumn: column, multiplier: largestMultiplier)
  }

  /// How many rows have to be coded in all, by the same design, for a standard error of at most `target`; nil where even coding
  /// all of them would not do. What is coded already is enough where it is `codedCount`.
  ///
  /// - Precondition: `target` is positive.
  public func labels(forError target: Double, ofColumn column: Int) -> Int? {
    precondition(target > 0, "a standard error of \(target)")
    guard columns[column].variance.squareRoot() > target else { return codedCount }
    guard leastError(ofColumn: column) <= target else { return nil }
    var (low, high) = (1.0, largestMultiplier)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if error(ofColumn: column, multiplier: middle) > target { low = middle } else { high = middle }
    }
    let count = probabilities.reduce(0) { $0 + min(1, high * $1) / $1 }
    return Int((count - 1e-6).rounded(.up))
  }

  private var largestMultiplier: Double { probabilities.reduce(1) { max($0, 1 / $1) } }

  private func error(ofColumn column: Int, multiplier: Double) -> Double {
    let column = columns[column]
    let now = drawnPart(column, multiplier: 1)
    let rest = max(column.variance - now, column.independent)
    guard now + rest > 0 else { return 0 }
    return (column.variance * (drawnPart(column, multiplier: multiplier) + rest) / (now + rest)).squareRoot()
  }

  private func drawnPart(_ column: Column, multiplier: Double) -> Double {
    zip(column.drawn, probabilities).reduce(0) { $0 + $1.0 * (1 / min(1, multiplier * $1.1) - 1) }
  }
}
