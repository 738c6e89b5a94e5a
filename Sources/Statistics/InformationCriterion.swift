internal import RealModule

/// What a model's fit is worth once the number of its parameters is allowed for.
public enum InformationCriterion {
  /// Schwarz's criterion (1978) of a least squares fit with normal errors: n (log(2π RSS / n) + 1) + p log n. Lower is better.
  ///
  /// R's `BIC(lm(…))`, which counts the errors' variance as a parameter too.
  ///
  /// - Parameters:
  ///   - residualSum: the sum of squared residuals, positive.
  ///   - count: the number of observations, positive.
  ///   - parameters: the number of parameters, the variance among them.
  public static func bayesian(residualSum: Double, count: Int, parameters: Int) -> Double {
    precondition(residualSum > 0 && count > 0, "a criterion of \(residualSum) over \(count) observations")
    let n = Double(count)
    return n * (Double.log(2 * .pi * residualSum / n) + 1) + Double(parameters) * Double.log(n)
  }
}
