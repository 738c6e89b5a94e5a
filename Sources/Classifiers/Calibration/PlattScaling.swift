internal import RealModule

/// Platt's map from a logit f to a probability, 1 / (1 + exp(A f + B)).
///
/// Source: Platt 2000, Probabilistic outputs for support vector machines, with his targets (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2)
/// in place of 1 and 0, which keep A finite where scores separate the classes; found by the safeguarded Newton method of Lin, Lin
/// and Weng 2007.
public struct PlattScaling: Codable, Sendable, Hashable {
  /// A: below zero where greater logits speak for the positive class.
  public let slope: Double
  /// B.
  public let intercept: Double

  private static let maximumIterations = 100
  private static let ridge = 1e-12

  /// The map that fits held-out logits best.
  ///
  /// - Parameters:
  ///   - logits: of rows the model has not seen.
  ///   - isPositive: whether each row is of the positive class.
  ///   - weights: how much each row counts, zero or more; nil for one each.
  /// - Precondition: there are as many of each, one or more.
  /// - Complexity: O(rows) an iteration, some ten of them.
  public init(logits: [Double], isPositive: [Bool], weights: [Double]? = nil) {
    precondition(logits.count == isPositive.count, "\(logits.count) logits, \(isPositive.count) labels")
    let problem = Problem(logits: logits, isPositive: isPositive, weights: weights)
    var place = problem.start
    var value = problem.value(at: place)
    for _ in 0..<Self.maximumIterations {
      let (gradient, hessian) = problem.derivatives(at: place)
      if max(abs(gradient.0), abs(gradient.1)) < 1e-12 * problem.totalWeight { break }
      let (first, second) = (hessian.0 + Self.ridge, hessian.2 + Self.ridge)
      let determinant = first * second - hessian.1 * hessian.1
      let step = (
        -(second * gradient.0 - hessian.1 * gradient.1) / determinant,
        -(first * gradient.1 - hessian.1 * gradient.0) / determinant
      )
      guard let next = problem.next(from: place, value: value, along: step, gradient: gradient) else { break }
      (place, value) = next
    }
    (slope, intercept) = place
  }

  /// The targets for rows of the positive class and for others, given how many of each there are.
  public static func targets(positives: Double, others: Double) -> (positive: Double, other: Double) {
    ((positives + 1) / (positives + 2), 1 / (others + 2))
  }

  /// The probability of the positive class.
  public func probability(ofLogit logit: Double) -> Double {
    let argument = slope * logit + intercept
    let small = Double.exp(-abs(argument))
    return (argument >= 0 ? small : 1) / (1 + small)
  }

  /// The cross-entropy of the targets as a function of (A, B).
  private struct Problem {
    let logits: [Double]
    let targets: [Double]
    let weights: [Double]
    let totalWeight: Double
    let start: (Double, Double)

    init(logits: [Double], isPositive: [Bool], weights: [Double]?) {
      self.logits = logits
      let weights = weights ?? Array(repeating: 1, count: logits.count)
      self.weights = weights
      totalWeight = max(weights.reduce(0, +), .leastNormalMagnitude)
      let positives = weights.indices.reduce(0.0) { isPositive[$1] ? $0 + weights[$1] : $0 }
      let others = totalWeight - positives
      let (positive, other) = PlattScaling.targets(positives: positives, others: others)
      targets = isPositive.map { $0 ? positive : other }
      start = (0, Double.log((others + 1) / (positives + 1)))
    }

    func value(at place: (Double, Double)) -> Double {
      logits.indices.reduce(0) { sum, row in
        let argument = logits[row] * place.0 + place.1
        let loss = targets[row] * argument + max(-argument, 0) + Double.log(onePlus: Double.exp(-abs(argument)))
        return sum + weights[row] * loss
      }
    }

    func derivatives(at place: (Double, Double)) -> (gradient: (Double, Double), hessian: (Double, Double, Double)) {
      var (gradient, hessian) = ((0.0, 0.0), (0.0, 0.0, 0.0))
      for row in logits.indices {
        let argument = logits[row] * place.0 + place.1
        let small = Double.exp(-abs(argument))
        let probability = (argument >= 0 ? small : 1) / (1 + small)
        let slope = weights[row] * (targets[row] - probability)
        let bend = weights[row] * small / ((1 + small) * (1 + small))
        gradient.0 += slope * logits[row]
        gradient.1 += slope
        hessian.0 += bend * logits[row] * logits[row]
        hessian.1 += bend * logits[row]
        hessian.2 += bend
      }
      return (gradient, hessian)
    }

    /// The first of ever shorter steps that lowers the value enough; nil where none does.
    func next(
      from place: (Double, Double), value: Double, along step: (Double, Double), gradient: (Double, Double)
    ) -> (place: (Double, Double), value: Double)? {
      let descent = gradient.0 * step.0 + gradient.1 * step.1
      // So near the minimum values no longer tell better from worse, and Newton's steps are to be trusted.
      if -descent < 1e-9 * max(1, value) {
        let full = (place.0 + step.0, place.1 + step.1)
        return (full, self.value(at: full))
      }
      var length = 1.0
      while length >= 1e-10 {
        let candidate = (place.0 + length * step.0, place.1 + length * step.1)
        let new = self.value(at: candidate)
        if new < value + 1e-4 * length * descent { return (candidate, new) }
        length /= 2
      }
      return nil
    }
  }
}
