public import Reproducibility
internal import Statistics

/// Days on which an actor's mean changed.
///
/// Clusters are the observations: each counts once, with the mean of its statements, at its mean day. Parts with means of their own are
/// fitted by least squares for each number of changes (Bai and Perron 1998, 2003), and the number of least BIC is taken, as R's
/// `strucchange::breakpoints(y ~ 1)` does. Clusters of one day are never parted; where there are more than 2,000 days, an even choice of
/// 2,000 are tried.
///
/// That number is an estimate. `p` tests whether there is any change at all: the largest F of a single change is compared with that of
/// the clusters in random orders. Both take clusters, or blocks of neighbouring ones, to be independent and to vary alike;
/// an actor that drifts, or whose clusters resemble their neighbours, seems to change. In simulations of 60 clusters without a change
/// p is at most 0.05 in 5 %, and BIC finds a change in 4 %.
public struct ChangePoints: Sendable, Hashable {
  /// How changes are looked for.
  public struct Options: Sendable, Hashable {
    /// How often an interval should hold the truth. 0.95 by default.
    public var confidence = 0.95
    /// The most changes. 5 by default.
    public var mostChanges = 5
    /// The least number of clusters in a part. 5 by default.
    public var leastObservations = 5
    /// The least share of all clusters in a part, rounded down to whole ones. 0.15 by default.
    public var leastShare = 0.15
    /// The number of random orders, and of resamples for each place. 999 by default.
    public var resampleCount = 999
    /// How many neighbouring clusters random orders keep together. 1 by default.
    public var blockLength = 1
    /// The seed of both.
    public var seed = SeededGenerator.defaultSeed

    /// The defaults.
    public init() {}
  }

  /// A change of the mean.
  public struct Change: Sendable, Hashable {
    /// The first day of the new part.
    public let day: Int
    /// The ends of the interval of that day: the percentiles over resamples of the clusters within both parts, in which the place is
    /// looked for anew between its neighbours.
    public let lowDay: Int, highDay: Int
    /// The means of the part before and the part after, each cluster counting once.
    public let before: Double, after: Double
    /// The latter less the former.
    public let difference: Double
    /// The ends of its interval by Welch's t, as if the place had been known beforehand, so that it is a little too narrow. Nil where
    /// the clusters of a part do not differ.
    public let low: Double?, high: Double?
  }

  /// The best parts for one number of changes.
  public struct Fit: Sendable, Hashable {
    /// The number of changes.
    public let changes: Int
    /// The sum of squares about the means of the parts.
    public let residualSum: Double
    /// Schwarz's criterion, the means, the places of the changes and the variance being counted as parameters, as strucchange does;
    /// lower is better.
    public let criterion: Double
  }

  /// The changes, in the order of days; empty where none was found or could be looked for.
  public let changes: [Change]
  /// The number of clusters.
  public let observations: Int
  /// What each number of changes leaves, from none on; empty where none could be looked for.
  public let fits: [Fit]
  /// The largest F of a single change: what it explains over the variance about both means. Nil where they leave no variance, or no
  /// change could be looked for.
  public let statistic: Double?
  /// The p-value of no change: (1 + the number of random orders with an F as large) / (1 + their number).
  public let p: Double?
  /// Why no change could be looked for; nil where one could.
  public let note: String?

  /// What rounding leaves of a sum of squares of zero, as a share of the squares about one mean.
  private static let rounding = 1e-14

  /// Looks for changes.
  ///
  /// - Precondition: the numbers of `options` are positive, `mostChanges` aside, which may be zero; the shares lie within 0 and 1.
  /// - Complexity: O(changes × places² + resamples × clusters).
  public init(in values: DatedValues, options: Options, on parallelism: Parallelism) {
    options.check()
    let generator = SeededGenerator(seed: options.seed).child(named: "changes")
    let found = ChangeObservations(values, generator: generator)
    let least = max(options.leastObservations, Int(options.leastShare * Double(found.values.count)))
    observations = found.values.count
    let mean = found.values.isEmpty ? 0 : found.values.reduce(0, +) / Double(found.values.count)
    let deviations = found.values.map { $0 - mean }
    let best = MeanPartition.singleChange(of: deviations, at: found.places, least: least)
    let total = deviations.reduce(0) { $0 + $1 * $1 }
    guard let best, total > Self.rounding * Self.rounding * mean * mean * Double(observations), total > 0 else {
      (changes, fits, statistic, p) = ([], [], nil, nil)
      note = Self.reason(found, least: least, hasPlace: best != nil)
      return
    }
    let partition = MeanPartition(
      of: deviations, at: found.places, mostChanges: options.mostChanges, least: least)
    let floor = Self.rounding * total
    fits = Self.fits(partition, count: found.values.count, floor: floor)
    let chosen = fits.min { $0.criterion < $1.criterion }?.changes ?? 0
    let left = total - best.gain
    statistic = left > floor ? best.gain / (left / Double(found.values.count - 2)) : nil
    p = Self.permutationP(
      deviations, at: found.places, least: least, gain: best.gain, options: options, generator: generator,
      on: parallelism)
    let search = PlaceSearch(found, starts: partition.starts[chosen], least: least)
    changes = partition.starts[chosen].indices.map {
      search.change($0, options: options, generator: generator, on: parallelism)
    }
    note = nil
  }

  private static func fits(_ partition: MeanPartition, count: Int, floor: Double) -> [Fit] {
    partition.residualSums.enumerated().map { changes, sum in
      // What rounding leaves of nothing must not be improved on.
      let criterion = InformationCriterion.bayesian(
        residualSum: max(floor, sum), count: count, parameters: 2 * (changes + 1))
      return Fit(changes: changes, residualSum: sum, criterion: criterion)
    }
  }

  private static func reason(_ found: ChangeObservations, least: Int, hasPlace: Bool) -> String {
    if hasPlace { return "the clusters do not differ at all" }
    if found.values.count < 2 * least {
      return "\(found.values.count) clusters are too few (\(2 * least) at least were expected)"
    }
    return found.places.isEmpty
      ? "all clusters are of one day" : "no day has \(least) clusters before it and as many from it on"
  }

  private static func permutationP(
    _ values: [Double], at places: [Int], least: Int, gain: Double, options: Options, generator: SeededGenerator,
    on parallelism: Parallelism
  ) -> Double {
    let blocks = BlockOrder(count: values.count, length: options.blockLength)
    // All orders have the same squares about one mean, so that F is as large where the gain is. Sums in another order differ in
    // their last digits.
    let bound = gain * (1 - 1e-10)
    let isAsLarge = parallelism.map(count: options.resampleCount) { index in
      var source = generator.child(named: "permutation", index: index)
      let order = blocks.shuffled(from: &source)
      let found = MeanPartition.singleChange(of: order.map { values[$0] }, at: places, least: least)
      return (found?.gain ?? 0) >= bound
    }
    return Double(1 + isAsLarge.count { $0 }) / Double(1 + options.resampleCount)
  }
}

extension ChangePoints.Options {
  fileprivate func check() {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1, not at \(confidence)")
    precondition(leastShare >= 0 && leastShare <= 1, "a share lies in 0 ... 1, not at \(leastShare)")
    precondition(mostChanges >= 0 && leastObservations > 0, "\(mostChanges) changes, \(leastObservations) clusters")
    precondition(resampleCount > 0 && blockLength > 0, "\(resampleCount) resamples, blocks of \(blockLength)")
  }
}
