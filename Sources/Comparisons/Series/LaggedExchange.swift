public import Reproducibility
internal import Statistics

/// Whether one side's tone follows the other's: correlations of two series of periods at lags.
///
/// At a lag of one or more, what one side says in a period is correlated with what the other said that many periods before, given its own
/// previous period, as in a test of Granger's (1969) with one lag; at lag 0 the correlation is plain. P-values compare it with those of the
/// leading series in random orders of its blocks, which keep how near periods resemble each other but not what they answer to. They hold
/// for series that do not depend on each other at all, and are somewhat small where a period keeps most of the one before: in
/// simulations of 60 periods `pAdjusted` is at most 0.05 in 7 % where they keep 0.4, and in 8 % where 0.6; longer blocks help. That one side follows the other does not say that it answers: both may follow
/// a third.
///
/// Periods without statements stay gaps: they are not filled in, and blocks are moved with theirs.
public struct LaggedExchange: Sendable, Hashable {
  /// How exchanges are looked for.
  public struct Options: Sendable, Hashable {
    /// The longest lag, in periods. 4 by default.
    public var lags = 4
    /// How many neighbouring periods random orders and resamples keep together. 3 by default.
    public var blockLength = 3
    /// The number of random orders, and of resamples. 1,999 by default.
    public var resampleCount = 1_999
    /// How often an interval should hold the truth. 0.95 by default.
    public var confidence = 0.95
    /// Whether a straight line in time is taken from both series first, since two trends always correlate. True by default.
    public var isDetrended = true
    /// The seed of both.
    public var seed = SeededGenerator.defaultSeed

    /// The defaults.
    public init() {}
  }

  /// One lag of one direction.
  public struct Lag: Sendable, Hashable {
    /// Whether the second series is the one that follows. Lag 0, which has no direction, stands once, with true.
    public let isSecondFollowing: Bool
    /// How many periods the leader is ahead.
    public let lag: Int
    /// The correlation, within -1 and 1; nil where there is none, and `note` says why.
    public let correlation: Double?
    /// The ends of its interval: percentiles of resamples of blocks of periods (Künsch 1989), which cover a little less often
    /// than they say in short series: 0.95 means some 0.90 with 30 periods and 0.93 with 150. Nil where no resample has one.
    public let low: Double?, high: Double?
    /// The p-value of no correlation: (1 + the number of random orders with one as far from zero) / (1 + the number that have one);
    /// nil where none has.
    public let p: Double?
    /// The same of the correlation that is farthest from zero over all lags and both directions of a random order, so that it holds for
    /// all of them together (Westfall and Young 1993).
    public let pAdjusted: Double?
    /// The number of periods that have all of what is correlated.
    public let periods: Int
    /// Why there is no correlation; nil where there is one.
    public let note: String?
  }

  /// The second following the first from lag 0 on, and then the first following the second from lag 1 on.
  public let lags: [Lag]

  /// The least number of complete periods.
  public static let leastPeriods = 8
  /// Correlations that are nearly as far from zero count as being so: sums in another order differ in their last digits.
  private static let rounding = 1e-10

  /// Correlates two series.
  ///
  /// - Parameters:
  ///   - first: a value for each period, in the order of time; nil for a period without statements.
  ///   - second: the same of the other side, for the same periods.
  /// - Precondition: both are of one length; the numbers of `options` are positive, `lags` aside, which may be zero.
  /// - Complexity: O(resamples × lags × periods).
  public init(_ first: [Double?], _ second: [Double?], options: Options, on parallelism: Parallelism) {
    precondition(first.count == second.count, "\(first.count) periods of the first side, \(second.count) of the second")
    options.check()
    let pair = SeriesPair(
      first: Detrending.residuals(of: first, isStraight: options.isDetrended),
      second: Detrending.residuals(of: second, isStraight: options.isDetrended))
    let asked =
      (0...options.lags).map { LaggedCorrelation(isSecondFollowing: true, lag: $0) }
      + (0..<options.lags).map { LaggedCorrelation(isSecondFollowing: false, lag: $0 + 1) }
    let sums = asked.map { pair.sums(of: $0) }
    let observed = zip(asked, sums).map { lag, sums in
      sums.count < Self.leastPeriods ? nil : lag.correlation(of: sums)
    }
    // A lag that has too few periods is neither tested nor part of the family.
    let tested = asked.indices.filter { observed[$0] != nil }
    let family = tested.map { asked[$0] }
    let generator = SeededGenerator(seed: options.seed).child(named: "exchange")
    let permuted = pair.permutedCorrelations(of: family, options: options, generator: generator, on: parallelism)
    let resampled = pair.resampledCorrelations(of: family, options: options, generator: generator, on: parallelism)
    let largest = permuted.map { $0.compactMap { $0.map(abs) }.max() }
    var placeOf = [Int?](repeating: nil, count: asked.count)
    for (place, index) in tested.enumerated() { placeOf[index] = place }
    lags = asked.indices.map { index in
      guard let place = placeOf[index], let correlation = observed[index] else {
        return Lag(without: asked[index], periods: sums[index].count)
      }
      let interval = ConfidenceInterval.percentile(
        of: resampled.compactMap { $0[place] }, confidence: options.confidence)
      return Lag(
        isSecondFollowing: asked[index].isSecondFollowing, lag: asked[index].lag, correlation: correlation,
        low: interval?.low, high: interval?.high,
        p: Self.shareAsFar(permuted.map { $0[place].map(abs) }, as: correlation),
        pAdjusted: Self.shareAsFar(largest, as: correlation), periods: sums[index].count, note: nil)
    }
  }

  private static func shareAsFar(_ distances: [Double?], as correlation: Double) -> Double? {
    let found = distances.compactMap(\.self)
    guard !found.isEmpty else { return nil }
    let bound = abs(correlation) * (1 - rounding)
    return Double(1 + found.count { $0 >= bound }) / Double(1 + found.count)
  }
}

extension LaggedExchange.Lag {
  /// A lag that has no correlation.
  fileprivate init(without asked: LaggedCorrelation, periods: Int) {
    let least = LaggedExchange.leastPeriods
    self.init(
      isSecondFollowing: asked.isSecondFollowing, lag: asked.lag, correlation: nil, low: nil, high: nil, p: nil,
      pAdjusted: nil, periods: periods,
      note: periods < least
        ? "\(periods) complete periods are too few (\(least) at least were expected)"
        : asked.lag == 0 ? "a side does not vary" : "a side does not vary beyond what the follower said before")
  }
}

extension LaggedExchange.Options {
  fileprivate func check() {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1, not at \(confidence)")
    precondition(lags >= 0 && blockLength > 0, "\(lags) lags, blocks of \(blockLength) periods")
    precondition(resampleCount > 0, "\(resampleCount) resamples")
  }
}
