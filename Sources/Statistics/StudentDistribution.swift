internal import RealModule

/// Student's t distribution.
public enum StudentDistribution {
  /// The probability of a value at or below `t`.
  ///
  /// By the regularised incomplete beta function: half of I(ν / (ν + t²); ν/2, 1/2) lies beyond |t|.
  ///
  /// - Precondition: `degreesOfFreedom` is positive.
  public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive, not \(degreesOfFreedom)")
    let x = degreesOfFreedom / (degreesOfFreedom + t * t)
    let tail = 0.5 * incompleteBeta(x, degreesOfFreedom / 2, 0.5)
    return t > 0 ? 1 - tail : tail
  }

  /// The value that is not exceeded with probability `p`, to about 1e-12 relative.
  ///
  /// - Precondition: `p` is strictly between 0 and 1, and `degreesOfFreedom` positive.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability lies strictly between 0 and 1, not at \(p)")
    if p > 0.5 { return -quantile(1 - p, degreesOfFreedom: degreesOfFreedom) }
    if p == 0.5 { return 0 }
    var low = -1.0
    while cumulative(low, degreesOfFreedom: degreesOfFreedom) > p, low > -1e150 { low *= 2 }
    var high = 0.0
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      if cumulative(middle, degreesOfFreedom: degreesOfFreedom) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// I(x; a, b), by its continued fraction on the side where that converges quickly (DLMF 8.17.22).
  private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let scale = Double.exp(
      Double.logGamma(a + b) - Double.logGamma(a) - Double.logGamma(b) + a * Double.log(x) + b * Double.log(onePlus: -x)
    )
    if x < (a + 1) / (a + b + 2) { return scale * betaFraction(x, a, b) / a }
    return 1 - scale * betaFraction(1 - x, b, a) / b
  }

  /// The continued fraction of the incomplete beta function, by the modified method of Lentz.
  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }
}
