internal import LinearAlgebra

/// What the standard errors of corrected estimates would be, were more rows coded by the same design.
///
/// Were every probability multiplied by k, π' = min(1, k π), the part of a variance that comes from drawing rows,
/// Σ_i (R_i/π_i²) u_i² (y_i - g_i)² with u_i the influence of row i on the coefficient, would become Σ_i (R_i/π_i²) u_i² (y_i - g_i)² π_i/π'_i.
/// All else of the variance stays, since it comes from the rows themselves. The number of rows to code is estimated by
/// Σ_i R_i π'_i/π_i. Source: the variance of Egami and others 2023, taken apart.
public struct LabelNeeds: Sendable, Hashable {
  private let variances: [Double]
  /// For each coefficient the parts of its variance, a coded row each.
  private let parts: [[Double]]
  private let probabilities: [Double]

  init(_ solution: MomentRegression.Solution, of data: SurrogateData) {
    let width = data.names.count
    var parts = [[Double]](repeating: [], count: width)
    for coding in data.codings {
      let error = (coding.outcome - data.surrogates[coding.row]) / coding.probability
      for (column, influence) in solution.influence(ofRow: coding.row).enumerated() {
        parts[column].append(influence * error * influence * error)
      }
    }
    variances = (0..<width).map { solution.covariance[$0, $0] }
    self.parts = parts
    probabilities = data.codings.map(\.probability)
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
    guard error(ofColumn: column, multiplier: 1) > target else { return codedCount }
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
    var variance = variances[column]
    for (part, probability) in zip(parts[column], probabilities) {
      variance -= part * (1 - probability / min(1, multiplier * probability))
    }
    return max(0, variance).squareRoot()
  }
}
