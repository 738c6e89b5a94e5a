internal import RealModule
internal import Statistics

/// The difference of two areas under ROC curves of the same rows, by DeLong, DeLong and Clarke-Pearson (1988).
///
/// It takes rows for independent draws; with clusters, the bootstrap over them is the interval to quote.
public struct PairedDeLong: Codable, Sendable, Hashable {
  /// The first area less the second.
  public let difference: Double
  /// The square root of the variance of the difference, from the covariances of both models' placements.
  public let standardError: Double
  /// The lower end of difference ± z s; nil where the standard error is 0.
  public let low: Double?
  /// The upper end; nil where `low` is.
  public let high: Double?
  /// The difference in standard errors: 0 where both are 0, nil where only the standard error is.
  public let z: Double?
  /// The probability of a difference as large in either direction, were the areas the same; nil where `z` is.
  public let p: Double?

  init(difference: Double, variance: Double, confidence: Double) {
    self.difference = difference
    standardError = max(0, variance).squareRoot()
    if standardError > 0 {
      let reach = NormalDistribution.quantile((1 + confidence) / 2) * standardError
      (low, high) = (difference - reach, difference + reach)
      z = difference / standardError
    } else {
      (low, high) = (nil, nil)
      z = difference == 0 ? 0 : nil
    }
    p = z.map { 2 * NormalDistribution.cumulative(-abs($0)) }
  }

  /// The comparison of two models' scores of the same rows; nil without two rows of either kind, or with weights other than 1.
  ///
  /// - Complexity: O(n log n).
  init?(_ a: RankedScores, _ b: RankedScores, confidence: Double) {
    guard let first = a.placements, let second = b.placements else { return nil }
    let isPositive = a.rows.indices.reduce(into: [Bool](repeating: false, count: a.count)) { flags, position in
      flags[a.rows[position]] = a.positives[position] == 1
    }
    var variance = 0.0
    var difference = 0.0
    let (firstByRow, secondByRow) = (a.byRow(first), b.byRow(second))
    for kind in [true, false] {
      // The variance of the differences is V11 + V22 - 2 V12, without the loss of digits.
      let differences = isPositive.indices.filter { isPositive[$0] == kind }.map { firstByRow[$0] - secondByRow[$0] }
      let moments = Moments(of: differences)
      variance += (moments.sampleVariance ?? 0) / Double(differences.count)
      if kind { difference = moments.mean }
    }
    self.init(difference: difference, variance: variance, confidence: confidence)
  }

  /// Writes all members, null for what there is none of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(difference, forKey: .difference)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(p, forKey: .p)
    try container.encode(standardError, forKey: .standardError)
    try container.encode(z, forKey: .z)
  }
}

extension RankedScores {
  /// Values by position, in the order of the rows.
  fileprivate func byRow(_ values: [Double]) -> [Double] {
    var ordered = values
    for (row, value) in zip(rows, values) { ordered[row] = value }
    return ordered
  }
}
