internal import RealModule

/// Platt's map of scores to probabilities, p = 1 / (1 + exp(A f + B)) (Platt 2000).
///
/// The two numbers minimise the cross-entropy with his targets, (N+ + 1) / (N+ + 2) for positive rows and 1 / (N- + 2) for
/// others, which keep it from certainty where few scores are known; by Newton's method with backtracking (Lin, Lin and Weng
/// 2007). scikit-learn's `_SigmoidCalibration` has the same minimum.
public struct PlattScaling: Codable, Sendable, Hashable {
  /// A, which a score is multiplied by; negative where higher scores are more often positive.
  public let slope: Double
  /// B.
  public let intercept: Double

  private static let maximumIterations = 100
  private static let ridge = 1e-12
  private static let smallestStep = 1e-10
  private static let hiddenGain = 1e-9

  /// A map of given numbers.
  public init(slope: Double, intercept: Double) {
    self.slope = slope
    self.intercept = intercept
  }

  /// The targets of positive and of other rows.
  ///
  /// - Parameters:
  ///   - positives: the weight of positive rows.
  ///   - others: the weight of other rows.
  public static func targets(positives: Double, others: Double) -> (positive: Double, other: Double) {
    ((positives + 1) / (positives + 2), 1 / (others + 2))
  }

  /// Fits the map to scores that the model gave to rows it was not trained on.
  ///
  /// - Parameters:
  ///   - scores: finite scores, as log-odds.
  ///   - isPositive: whether each row is positive.
  ///   - weights: what each row counts; nil for all alike.
  /// - Throws: `ClassifierError` where all rows are of one kind.
  /// - Complexity: O(n) an iteration; some ten iterations.
  public init(fitting scores: [Double], isPositive: [Bool], weights: [Double]? = nil) throws {
    precondition(scores.count == isPositive.count, "\(scores.count) scores, \(isPositive.count) labels")
    let weights = weights ?? [Double](repeating: 1, count: scores.count)
    precondition(weights.count == scores.count, "\(weights.count) weights, \(scores.count) scores")
    var (positives, others) = (0.0, 0.0)
    for (weight, positive) in zip(weights, isPositive) {
      if positive { positives += weight } else { others += weight }
    }
    guard positives > 0, others > 0 else {
      throw ClassifierError(
        problem: "probabilities cannot be calibrated on rows of one class (\(positives) positive, \(others) others)",
        hint: "choose folds that test both classes, or leave --calibrate out")
    }
    let target = Self.targets(positives: positives, others: others)
    let problem = Problem(
      scores: scores, targets: isPositive.map { $0 ? target.positive : target.other }, weights: weights)
    var (slope, intercept) = (0.0, Double.log((others + 1) / (positives + 1)))
    var value = problem.loss(slope, intercept)
    for _ in 0..<Self.maximumIterations {
      let step = problem.newtonStep(slope, intercept, ridge: Self.ridge)
      guard step.gain > 0 else { break }
      var length = 1.0
      var next = value
      while length >= Self.smallestStep {
        next = problem.loss(slope + length * step.slope, intercept + length * step.intercept)
        if next < value - 1e-4 * length * step.gain { break }
        length /= 2
      }
      if length < Self.smallestStep {
        // Rounding hides the gain of a last step, which still brings the last digits.
        if step.gain < Self.hiddenGain * abs(value) {
          slope += step.slope
          intercept += step.intercept
        }
        break
      }
      slope += length * step.slope
      intercept += length * step.intercept
      value = next
    }
    self.init(slope: slope, intercept: intercept)
  }

  /// The probability that a score stands for, in `0 ... 1`.
  public func probability(of score: Double) -> Double {
    let exponent = slope * score + intercept
    if exponent >= 0 {
      let small = Double.exp(-exponent)
      return small / (1 + small)
    }
    return 1 / (1 + Double.exp(exponent))
  }

  /// The cross-entropy to be minimised.
  private struct Problem {
    let scores: [Double]
    let targets: [Double]
    let weights: [Double]

    func loss(_ slope: Double, _ intercept: Double) -> Double {
      var sum = 0.0
      for index in scores.indices {
        let exponent = slope * scores[index] + intercept
        let softplus =
          exponent >= 0 ? Double.log(onePlus: .exp(-exponent)) : Double.log(onePlus: .exp(exponent)) - exponent
        sum += weights[index] * (targets[index] * exponent + softplus)
      }
      return sum
    }

    func newtonStep(
      _ slope: Double, _ intercept: Double, ridge: Double
    ) -> (slope: Double, intercept: Double, gain: Double) {
      let map = PlattScaling(slope: slope, intercept: intercept)
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, ridge, 0.0, ridge)
      for index in scores.indices {
        let (score, weight) = (scores[index], weights[index])
        let probability = map.probability(of: score)
        let gradient = weight * (targets[index] - probability)
        let curvature = weight * probability * (1 - probability)
        g0 += gradient * score
        g1 += gradient
        h00 += curvature * score * score
        h01 += curvature * score
        h11 += curvature
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 0 else { return (0, 0, 0) }
      let (a, b) = (-(h11 * g0 - h01 * g1) / determinant, -(h00 * g1 - h01 * g0) / determinant)
      return (a, b, -(g0 * a + g1 * b))
    }
  }
}
