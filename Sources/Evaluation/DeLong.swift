internal import RealModule
internal import Statistics

/// The area under the ROC curve with its standard error by DeLong, DeLong and Clarke-Pearson (1988).
///
/// It takes every row for an independent draw. Where rows belong to speakers or meetings, the bootstrap over clusters is
/// the interval to quote.
public struct DeLongInterval: Codable, Sendable, Hashable {
  /// The area, as `Metric.rocAUC`.
  public let value: Double
  /// The square root of DeLong's variance.
  public let standardError: Double
  /// The lower end; nil where the standard error is 0, which says that the rows are too few, not that the area is sure.
  public let low: Double?
  /// The upper end; nil where `low` is.
  public let high: Double?

  /// The interval is made on the logit scale, where an area near 1 is far from any edge, and brought back:
  /// logit(A) ± z s / (A (1 - A)). It never leaves 0 ... 1, and for areas in the middle it is close to A ± z s.
  init(value: Double, variance: Double, confidence: Double) {
    self.value = value
    standardError = variance.squareRoot()
    guard standardError > 0, value > 0, value < 1 else {
      (low, high) = (nil, nil)
      return
    }
    let logit = Double.log(value / (1 - value))
    let reach = NormalDistribution.quantile((1 + confidence) / 2) * standardError / (value * (1 - value))
    low = 1 / (1 + Double.exp(reach - logit))
    high = 1 / (1 + Double.exp(-reach - logit))
  }

  /// Writes all members, null for no interval.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(standardError, forKey: .standardError)
  }
}

extension RankedScores {
  /// DeLong's interval by midranks (Sun and Xu 2014); nil without two rows of either kind, or with weights other than 1,
  /// for which it is not defined.
  ///
  /// The variance is s²(V10) / m + s²(V01) / n.
  ///
  /// - Complexity: O(n).
  func deLongInterval(confidence: Double) -> DeLongInterval? {
    guard let placements else { return nil }
    let forPositives = Moments(of: placements.indices.filter { positives[$0] == 1 }.map { placements[$0] })
    let forOthers = Moments(of: placements.indices.filter { positives[$0] != 1 }.map { placements[$0] })
    guard let spread = forPositives.sampleVariance, let otherSpread = forOthers.sampleVariance else { return nil }
    return DeLongInterval(
      value: forPositives.mean,
      variance: spread / Double(forPositives.count) + otherSpread / Double(forOthers.count), confidence: confidence)
  }

  /// Where each position's row stands among the rows of the other kind: for a positive row, V10, the share of other rows scored
  /// below it, ties counting half; for another row, V01, the share of positive rows above it. Nil as `deLongInterval` is.
  ///
  /// - Complexity: O(n).
  var placements: [Double]? {
    guard weights.allSatisfy({ $0 == 1 }) else { return nil }
    let positiveCount = positives.reduce(0, +)
    let otherCount = Double(count) - positiveCount
    guard positiveCount >= 2, otherCount >= 2 else { return nil }
    var placements: [Double] = []
    placements.reserveCapacity(count)
    var (positivesAbove, othersAbove) = (0.0, 0.0)
    var start = 0
    for tieEnd in tieEnds {
      let end = Int(tieEnd)
      let tiedPositives = positives[start..<end].reduce(0, +)
      let tiedOthers = Double(end - start) - tiedPositives
      let below = (otherCount - othersAbove - tiedOthers / 2) / otherCount
      let above = (positivesAbove + tiedPositives / 2) / positiveCount
      for index in start..<end { placements.append(positives[index] == 1 ? below : above) }
      positivesAbove += tiedPositives
      othersAbove += tiedOthers
      start = end
    }
    return placements
  }
}
