/// How the variance τ² of true means about their common mean is estimated.
public enum HeterogeneityMethod: String, Codable, Sendable, Hashable, CaseIterable {
  /// Restricted maximum likelihood, as metafor does by default.
  case reml
  /// Paule and Mandel (1982): the τ² at which the weighted sum of squares is what it should be on average.
  case pauleMandel = "paule-mandel"
  /// DerSimonian and Laird (1986): one step from τ² = 0, by moments.
  case dersimonianLaird = "dersimonian-laird"
}

/// Independent estimates y of means θ, with variances s² that are taken for known: y ~ N(θ, s²), θ ~ N(μ, τ²).
public struct RandomEffects: Sendable, Hashable {
  /// The estimated variance of the true means, at least 0.
  public let heterogeneity: Double
  /// The mean μ, each estimate weighted with 1 / (s² + τ²).
  public let mean: Double
  /// The variance of that mean, 1 / Σ 1 / (s² + τ²).
  public let meanVariance: Double
  /// Cochran's Q: Σ (y - ȳ)² / s² about the mean of fixed effects; χ² with k - 1 degrees of freedom where τ² is 0.
  public let cochranQ: Double
  /// Whether the search for τ² came to its end.
  public let hasConverged: Bool

  private let values: [Double]
  private let variances: [Double]

  /// Estimates μ and τ².
  ///
  /// - Precondition: there are at least two estimates, as many variances, and those are positive and finite.
  /// - Complexity: O(k) a step of the search.
  public init(_ values: [Double], variances: [Double], method: HeterogeneityMethod) {
    precondition(values.count == variances.count && values.count > 1, "\(values.count) values, \(variances.count)")
    for variance in variances { precondition(variance > 0 && variance.isFinite, "a variance of \(variance)") }
    self.values = values
    self.variances = variances
    let search = HeterogeneitySearch(values: values, variances: variances)
    cochranQ = search.weightedSquares(0)
    (heterogeneity, hasConverged) =
      switch method {
      case .dersimonianLaird: (search.dersimonianLaird, true)
      case .pauleMandel: search.pauleMandel
      case .reml: search.restrictedLikelihood
      }
    (mean, meanVariance) = search.mean(heterogeneity)
  }

  /// The estimates drawn towards the mean: θ̂ = (1 - B) y + B μ with B = s² / (s² + τ²), and the variance
  /// (1 - B) s² + B² Var(μ), as metafor's `blup` gives them (formulas 4.20). That τ² is itself estimated is not allowed for.
  public var pooled: [(value: Double, variance: Double)] {
    zip(values, variances).map { value, variance in
      let share = variance / (variance + heterogeneity)
      return (
        (1 - share) * value + share * mean, (1 - share) * variance + share * share * meanVariance
      )
    }
  }
}

/// The searches for τ².
private struct HeterogeneitySearch {
  let values: [Double]
  let variances: [Double]

  private static let mostSteps = 500
  private static let precision = 1e-14

  func mean(_ heterogeneity: Double) -> (mean: Double, variance: Double) {
    let weights = variances.map { 1 / ($0 + heterogeneity) }
    let total = weights.reduce(0, +)
    return (zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total, 1 / total)
  }

  /// Σ (y - μ)² / (s² + τ²), which falls as τ² grows.
  func weightedSquares(_ heterogeneity: Double) -> Double {
    let mean = mean(heterogeneity).mean
    return zip(values, variances).reduce(0) { sum, item in
      sum + (item.0 - mean) * (item.0 - mean) / (item.1 + heterogeneity)
    }
  }

  var dersimonianLaird: Double {
    let weights = variances.map { 1 / $0 }
    let total = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    return max(0, (weightedSquares(0) - Double(values.count - 1)) / (total - squares / total))
  }

  /// The root of Q(τ²) = k - 1, halved in; 0 where Q is below that from the start.
  var pauleMandel: (Double, Bool) {
    let target = Double(values.count - 1)
    guard weightedSquares(0) > target else { return (0, true) }
    var (low, high) = (0.0, variances.max() ?? 1)
    while weightedSquares(high) > target, high < 1e300 { high *= 2 }
    for _ in 0..<Self.mostSteps {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { return (middle, true) }
      if weightedSquares(middle) > target { low = middle } else { high = middle }
    }
    return (high, false)
  }

  /// Fisher scoring from Paule and Mandel's τ²; a step below 0 ends there.
  var restrictedLikelihood: (Double, Bool) {
    var heterogeneity = pauleMandel.0
    let scale = variances.reduce(0, +) / Double(variances.count)
    for _ in 0..<Self.mostSteps {
      let step = scoringStep(at: heterogeneity)
      let next = max(0, heterogeneity + step)
      if abs(next - heterogeneity) <= Self.precision * (scale + next) { return (next, true) }
      heterogeneity = next
    }
    return (heterogeneity, false)
  }

  /// (yᵀ P P y - tr P) / tr(P P) for P = W - W 1 1ᵀ W / Σ w: the score over the expected information.
  private func scoringStep(at heterogeneity: Double) -> Double {
    let weights = variances.map { 1 / ($0 + heterogeneity) }
    let mean = mean(heterogeneity).mean
    let (first, second, third) = weights.reduce((0.0, 0.0, 0.0)) { sums, weight in
      (sums.0 + weight, sums.1 + weight * weight, sums.2 + weight * weight * weight)
    }
    let squares = zip(weights, values).reduce(0) { $0 + $1.0 * $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    let trace = first - second / first
    let squaredTrace = second - 2 * third / first + (second / first) * (second / first)
    return (squares - trace) / squaredTrace
  }
}
