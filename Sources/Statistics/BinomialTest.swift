internal import RealModule

/// The exact test of a fair coin.
public enum BinomialTest {
  /// The probability that a fair coin shows a split as uneven as this one, or more so: min(1, 2 P(X ≤ min(a, b))) for a + b throws.
  ///
  /// 1 where nothing was thrown. Terms are computed by their logarithms, so that thousands of throws neither overflow nor vanish.
  ///
  /// - Precondition: neither count is negative.
  /// - Complexity: O(min(a, b)).
  public static func twoSidedFair(_ a: Int, _ b: Int) -> Double {
    precondition(a >= 0 && b >= 0, "counts of \(a) and \(b)")
    let total = Double(a + b)
    let whole = Double.logGamma(total + 1) - total * Double.log(2)
    var sum = 0.0
    for count in 0...min(a, b) {
      let (taken, left) = (Double(count), total - Double(count))
      sum += Double.exp(whole - Double.logGamma(taken + 1) - Double.logGamma(left + 1))
    }
    return min(1, 2 * sum)
  }
}
