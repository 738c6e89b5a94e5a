internal import RealModule

/// How often one term occurs in two groups of texts, and how many terms each group has.
public struct TermContrast: Sendable, Hashable {
  /// How often the term occurs in the first group.
  public let first: Double
  /// The number of all terms of the first group, repeats counted.
  public let firstTotal: Double
  /// How often it occurs in the second group.
  public let second: Double
  /// The number of all terms of the second group.
  public let secondTotal: Double

  /// - Precondition: no count is negative, or more than its total.
  public init(first: Double, firstTotal: Double, second: Double, secondTotal: Double) {
    precondition(
      first >= 0 && first <= firstTotal && second >= 0 && second <= secondTotal,
      "counts of \(first) in \(firstTotal) and \(second) in \(secondTotal)")
    self.first = first
    self.firstTotal = firstTotal
    self.second = second
    self.secondTotal = secondTotal
  }

  /// A difference of log-odds and its variance.
  public struct LogOdds: Sendable, Hashable {
    /// δ, above zero where the first group uses the term more.
    public let difference: Double
    /// Its variance, were terms drawn independently of one another.
    public let variance: Double

    /// δ over its standard error.
    public var z: Double { difference / variance.squareRoot() }
  }

  /// The difference of the term's log-odds under a Dirichlet prior:
  ///
  ///     δ = ln[(y₁ + a)/(n₁ + a₀ - y₁ - a)] - ln[(y₂ + a)/(n₂ + a₀ - y₂ - a)],    Var δ ≈ 1/(y₁ + a) + 1/(y₂ + a)
  ///
  /// Source: Monroe, Colaresi and Quinn 2008, Fightin' Words (Political Analysis 16), equations 15, 16 and 20.
  ///
  /// - Parameters:
  ///   - prior: a, what the prior counts for the term.
  ///   - total: a₀, what it counts for all terms.
  /// - Returns: nil where a group with the prior has none but this term, or nothing of it, so that its odds are not finite.
  public func logOdds(prior: Double, of total: Double) -> LogOdds? {
    let (one, other) = (first + prior, second + prior)
    let (oneRest, otherRest) = (firstTotal + total - one, secondTotal + total - other)
    guard one > 0, other > 0, oneRest > 0, otherRest > 0 else { return nil }
    return LogOdds(
      difference: Double.log(one / oneRest) - Double.log(other / otherRest), variance: 1 / one + 1 / other)
  }

  /// Dunning's log-likelihood ratio with Williams' correction, G²/q, signed: above zero where the first group uses the term more.
  ///
  ///     G² = 2 Σ O ln(O/E),    q = 1 + [N/(a+b) + N/(c+d) - 1][N/(a+c) + N/(b+d) - 1]/(6N)
  ///
  /// over the table a, b (the term in either group) and c, d (other terms). Its square root is as good as normal where counts are not
  /// small. Source: Dunning 1993 (Computational Linguistics 19); Williams 1976 (Biometrika 63). Differs from quanteda's default
  /// for `lr`, which is Yates' correction.
  ///
  /// - Returns: nil where the term does not occur, or nothing else does, or a group is empty.
  public var correctedLogLikelihood: Double? {
    guard let (statistic, correction) = logLikelihood else { return nil }
    return statistic / correction
  }

  /// G², signed, and q.
  public var logLikelihood: (statistic: Double, correction: Double)? {
    let (rest, otherRest) = (firstTotal - first, secondTotal - second)
    let total = firstTotal + secondTotal
    let (row, otherRow) = (first + second, rest + otherRest)
    guard row > 0, otherRow > 0, firstTotal > 0, secondTotal > 0 else { return nil }
    func part(_ observed: Double, _ rowTotal: Double, _ columnTotal: Double) -> Double {
      observed == 0 ? 0 : observed * Double.log(observed * total / (rowTotal * columnTotal))
    }
    let sum =
      part(first, row, firstTotal) + part(second, row, secondTotal) + part(rest, otherRow, firstTotal)
      + part(otherRest, otherRow, secondTotal)
    let correction =
      1 + (total / row + total / otherRow - 1) * (total / firstTotal + total / secondTotal - 1) / (6 * total)
    let isMore = first > row * firstTotal / total
    return (max(0, 2 * sum) * (isMore ? 1 : -1), correction)
  }

  /// The logarithm to base 2 of how many times as frequent the term is in the first group, counts of zero being taken for one
  /// half (Hardie 2014); nil where a group is empty, or the term occurs in neither.
  public var logRatio: Double? {
    guard firstTotal > 0, secondTotal > 0, first + second > 0 else { return nil }
    let (one, other) = (first == 0 ? 0.5 : first, second == 0 ? 0.5 : second)
    return Double.log2((one / firstTotal) / (other / secondTotal))
  }
}
