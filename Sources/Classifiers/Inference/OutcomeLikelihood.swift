internal import LinearAlgebra
internal import Reproducibility

/// The log-likelihood of a logistic regression, or Firth's penalised one:
///
///     l(β) = Σ_i c_i ln P(y_i | x_i),    l*(β) = l(β) + 1/2 ln det I(β),    I(β) = Σ_i c_i p_i (1 - p_i) x_i x_iᵀ
///
/// with scores Σ_i c_i (y_i - p_i) x_i and Σ_i [c_i (y_i - p_i) + h_i (1/2 - p_i)] x_i, where h_i = c_i p_i (1 - p_i) x_iᵀ I⁻¹ x_i
/// is the case's leverage. The penalty takes away the first-order bias of the maximum and keeps it finite where outcomes are
/// separated. Source: Firth 1993, Bias reduction of maximum likelihood estimates (Biometrika 80); Heinze and Schemper 2002, A
/// solution to the problem of separation in logistic regression (Statistics in Medicine 21).
struct OutcomeLikelihood: Sendable {
  let matrix: DenseMatrix
  /// 1 where a case has the outcome and 0 where not; any number where it is an estimate of that, as of cases that nobody has coded.
  let outcomes: [Double]
  let weights: [Double]
  let isPenalized: Bool

  /// The likelihood at one vector of coefficients.
  struct Place: Sendable {
    let coefficients: [Double]
    /// l or l*.
    let value: Double
    /// l, whatever is maximised.
    let logLikelihood: Double
    /// The derivatives of `value`.
    let score: [Double]
    /// I.
    let information: DenseMatrix
  }

  /// Nil where the information is singular to working precision, as far out.
  func place(at coefficients: [Double]) -> Place? {
    let design = DesignMatrix(matrix)
    let margins = design.times(coefficients, on: .serial)
    var logLikelihood = 0.0
    var (residuals, curvatures) = ([Double](), [Double]())
    residuals.reserveCapacity(margins.count)
    curvatures.reserveCapacity(margins.count)
    for row in margins.indices {
      let (loss, derivative) = RowLoss.binary(margins[row], outcome: outcomes[row])
      logLikelihood -= weights[row] * loss
      residuals.append(-weights[row] * derivative)
      curvatures.append(weights[row] * RowLoss.binaryCurvature(margins[row]))
    }
    let information = design.weightedGram(curvatures, on: .serial)
    var value = logLikelihood
    if isPenalized {
      guard let factor = LAPACK.CholeskyFactor(information) else { return nil }
      value += factor.logDeterminant / 2
      let products = BLAS.product(matrix, factor.inverse())
      for row in residuals.indices {
        let form = zip(products.row(row), matrix.row(row)).reduce(0) { $0 + $1.0 * $1.1 }
        residuals[row] += curvatures[row] * form * (0.5 - RowLoss.logistic(margins[row]))
      }
    }
    guard value.isFinite else { return nil }
    return Place(
      coefficients: coefficients, value: value, logLikelihood: logLikelihood,
      score: design.transposedTimes(residuals, on: .serial), information: information)
  }

  /// The residuals c_i (y_i - p_i) of the plain likelihood.
  func residuals(at coefficients: [Double]) -> [Double] {
    let margins = DesignMatrix(matrix).times(coefficients, on: .serial)
    return margins.indices.map { row in
      -weights[row] * RowLoss.binary(margins[row], outcome: outcomes[row]).derivative
    }
  }
}

extension OutcomeLikelihood {
  /// A maximum and how many steps led there.
  struct Maximum: Sendable {
    let place: Place
    let iterations: Int
  }

  /// Steps are cut to this length a coefficient, columns having a spread of one: far out the quadratic model says nothing.
  private static let longestStep = 5.0
  private static let maximumIterations = 500

  /// The maximum over all coefficients but one that may be held, by Fisher scoring with step halving; nil where it is not found.
  ///
  /// Done when scoreᵀ I⁻¹ score, twice the height that is left, is below 1e-20, or below 1e-12 and no longer shrinking:
  /// coefficients are then within 1e-10 standard errors of the maximum, or as near as rounding lets them come.
  ///
  /// - Parameter precision: what to take instead of 1e-20.
  func maximum(from start: [Double], holding held: Int? = nil, precision: Double = 1e-20) -> Maximum? {
    guard var place = place(at: start) else { return nil }
    var lastRemaining = Double.infinity
    for iteration in 0..<Self.maximumIterations {
      guard let (step, remaining) = Self.step(at: place, holding: held) else { return nil }
      var share = min(1, Self.longestStep / (step.reduce(0) { max($0, abs($1)) } + .leastNormalMagnitude))
      let rounding = 16 * Double.ulpOfOne * abs(place.value)
      var next: Place?
      for _ in 0..<30 {
        next = self.place(at: zip(place.coefficients, step).map { $0 + share * $1 })
        if let next, next.value >= place.value - rounding { break }
        next = nil
        share /= 2
      }
      guard let next else { return remaining < 1e-12 ? Maximum(place: place, iterations: iteration) : nil }
      place = next
      if remaining < precision || (remaining < 1e-12 && remaining >= lastRemaining) {
        return Maximum(place: place, iterations: iteration + 1)
      }
      lastRemaining = remaining
    }
    return nil
  }

  /// The step of Fisher scoring, zero for the coefficient held, and scoreᵀ I⁻¹ score over the others.
  private static func step(at place: Place, holding held: Int?) -> (step: [Double], remaining: Double)? {
    let free = place.score.indices.filter { $0 != held }
    var information = DenseMatrix(zeros: free.count, free.count)
    for (row, first) in free.enumerated() {
      for (column, second) in free.enumerated() { information[row, column] = place.information[first, second] }
    }
    let score = free.map { place.score[$0] }
    guard let solution = LAPACK.CholeskyFactor(information)?.solve(score) else { return nil }
    var step = [Double](repeating: 0, count: place.score.count)
    for (index, column) in free.enumerated() { step[column] = solution[index] }
    return (step, max(0, BLAS.dot(solution, score)))
  }
}
