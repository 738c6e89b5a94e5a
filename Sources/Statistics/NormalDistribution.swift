internal import RealModule

/// The standard normal distribution: mean 0, variance 1.
public enum NormalDistribution {
  /// The probability of a value at or below `z`, to about the last digit in both tails.
  ///
  /// Computed as half the complementary error function of `-z / √2`, which keeps its relative precision where the result
  /// is tiny. Infinite `z` gives 0 or 1; not-a-number gives itself.
  public static func cumulative(_ z: Double) -> Double {
    0.5 * Double.erfc(-z * 0.5.squareRoot())
  }

  /// The value that is not exceeded with probability `p`.
  ///
  /// Peter Acklam's rational approximation (relative error 1.15e-9), then two steps of Halley's method on `cumulative`,
  /// which bring it to about 1e-15 relative. The upper half is found by symmetry, so that the tail in use is always the
  /// one that floating point resolves.
  ///
  /// - Precondition: `p` is in `0 ... 1`; the ends give minus and plus infinity.
  public static func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "a probability lies in 0 ... 1, not at \(p)")
    if p > 0.5 { return -quantile(1 - p) }
    if p == 0.5 { return 0 }
    if p == 0 { return -.infinity }
    var z = p < 0.02425 ? lowerTailApproximation(p) : centralApproximation(p)
    for _ in 0..<2 {
      let step = (cumulative(z) - p) / density(z)
      if step.isFinite { z -= step / (1 + z * step / 2) }
    }
    return z
  }

  private static func density(_ z: Double) -> Double {
    Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  private static func lowerTailApproximation(_ p: Double) -> Double {
    let q = (-2 * Double.log(p)).squareRoot()
    let numerator = polynomial(
      [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968,
        2.938163982698783,
      ], at: q)
    let denominator = polynomial(
      [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1], at: q)
    return numerator / denominator
  }

  private static func centralApproximation(_ p: Double) -> Double {
    let q = p - 0.5
    let numerator = polynomial(
      [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
        -3.066479806614716e+01, 2.506628277459239,
      ], at: q * q)
    let denominator = polynomial(
      [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
        -1.328068155288572e+01, 1,
      ], at: q * q)
    return q * numerator / denominator
  }

  /// Horner's rule, the coefficient of the highest power first.
  private static func polynomial(_ coefficients: [Double], at x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }
}
