public import Reproducibility
internal import Statistics

/// Contrasts that are tested together.
public struct ContrastFamily: Sendable {
  /// How contrasts are judged.
  public struct Options: Sendable, Hashable {
    /// How often an interval, or all simultaneous intervals together, should hold the truth. 0.95 by default.
    public var confidence = 0.95
    /// The number of resamples, and of draws for simultaneous intervals; 0 for neither. 2,000 by default.
    public var resampleCount = 2_000
    /// The seed of both.
    public var seed = SeededGenerator.defaultSeed

    /// The defaults.
    public init() {}
  }

  /// The contrasts, in the order they were asked for.
  public let contrasts: [Contrast]

  /// Compares pairs of actors.
  ///
  /// - Parameters:
  ///   - pairs: numbers of actors, the second to be taken from the first.
  ///   - estimates: of the values, adjusted or not.
  ///   - values: of each statement.
  ///   - isAdjusted: whether the estimates are other than means of the values, of which no exact test is known.
  public init(
    _ pairs: [(first: Int, second: Int)], of estimates: ClusteredEstimates, values: [Double], in table: ClusterTable,
    isAdjusted: Bool, options: Options, on parallelism: Parallelism
  ) {
    let generator = SeededGenerator(seed: options.seed).child(named: "compare")
    let resamples =
      options.resampleCount > 0 && !pairs.isEmpty && !isAdjusted
      ? ClusterResamples(of: values, in: table, count: options.resampleCount, generator: generator, on: parallelism)
      : nil
    let spreads = ActorSpreads(values, in: table)
    let sums = table.entrySums(values)
    let clustersOf = table.clustersOfActors()
    let singles = parallelism.map(count: pairs.count) { index in
      let (first, second) = pairs[index]
      let shared = estimates.sharedClusters[first][second]
      let clusters = table.clusterCounts[first] + table.clusterCounts[second] - shared
      let isFew = ClusterPermutation.isFeasible(
        clusters: table.clusterCounts[first], table.clusterCounts[second], shared: shared)
      return Single(
        first: first, second: second, estimates: estimates,
        statements: table.statementCounts[first] + table.statementCounts[second], confidence: options.confidence,
        // The ways to exchange two names in one cluster tell nothing: both give the same difference.
        permutation: isFew && !isAdjusted && clusters > 1
          ? ClusterPermutation(first, second, sums: sums, table: table, clustersOf: clustersOf) : nil,
        effectSize: spreads.effectSize(first, second, difference: estimates.values[first] - estimates.values[second]),
        // Resamples are of plain means, so that they would say nothing of adjusted ones.
        // And resampling one cluster gives that cluster again.
        effectInterval: clusters < 2
          ? nil : resamples?.effectSizeInterval(of: first, less: second, confidence: options.confidence))
    }
    contrasts = Self.judged(singles, estimates: estimates, options: options, generator: generator, on: parallelism)
  }

  private static func judged(
    _ singles: [Single], estimates: ClusteredEstimates, options: Options, generator: SeededGenerator,
    on parallelism: Parallelism
  ) -> [Contrast] {
    let tested = singles.indices.filter { singles[$0].p != nil }
    let values = tested.compactMap { singles[$0].p }
    let (holm, discovery) = (MultipleTesting.holm(values), MultipleTesting.benjaminiHochberg(values))
    let measured = singles.indices.filter { singles[$0].error != nil }
    var together: SimultaneousInference?
    if options.resampleCount > 0, !measured.isEmpty {
      together = SimultaneousInference(
        of: measured.map { singles[$0].tested }, covariance: estimates.covariance, confidence: options.confidence,
        draws: options.resampleCount, generator: generator.child(named: "simultaneous"), on: parallelism)
    }
    var (adjustedBy, placesOf) = ([Int: Int](), [Int: Int]())
    for (place, index) in tested.enumerated() { adjustedBy[index] = place }
    for (place, index) in measured.enumerated() { placesOf[index] = place }
    return singles.indices.map { index in
      let place = placesOf[index]
      return singles[index].contrast(
        holm: adjustedBy[index].map { holm[$0] }, discovery: adjustedBy[index].map { discovery[$0] },
        critical: place.flatMap { together?.criticalValues[$0] }, simultaneous: place.flatMap { together?.adjusted[$0] }
      )
    }
  }
}

/// One contrast before others are looked at.
private struct Single: Sendable {
  let first: Int
  let second: Int
  let difference: Double
  let error: Double?
  let freedom: Double
  let interval: ConfidenceInterval?
  let p: Double?
  let permutation: ClusterPermutation?
  let effectSize: Double?
  let effectInterval: ConfidenceInterval?
  let statements: Int
  let clusters: Int
  let shared: Int
  let note: String?

  init(
    first: Int, second: Int, estimates: ClusteredEstimates, statements: Int, confidence: Double,
    permutation: ClusterPermutation?,
    effectSize: Double?, effectInterval: ConfidenceInterval?
  ) {
    (self.first, self.second, self.permutation) = (first, second, permutation)
    self.statements = statements
    self.effectSize = effectSize
    self.effectInterval = effectSize == nil ? nil : effectInterval
    difference = estimates.values[first] - estimates.values[second]
    error = estimates.standardError(of: first, less: second)
    shared = estimates.sharedClusters[first][second]
    clusters = estimates.clusterCounts[first] + estimates.clusterCounts[second] - shared
    if let error {
      freedom = estimates.degreesOfFreedom(of: first, less: second)
      let reach = StudentDistribution.quantile((1 + confidence) / 2, degreesOfFreedom: freedom) * error
      interval = ConfidenceInterval(low: difference - reach, high: difference + reach)
      p = permutation?.p ?? SimultaneousInference.twoSided(difference / error, freedom)
      note = nil
    } else {
      freedom = .infinity
      interval = nil
      p = permutation?.p
      note =
        estimates.reasonForNoError(of: first).map { "first: \($0)" } ?? estimates.reasonForNoError(of: second).map {
          "second: \($0)"
        } ?? "the difference is the same in all clusters"
    }
  }

  var tested: SimultaneousInference.Difference {
    SimultaneousInference.Difference(
      first, second, statistic: error.map { difference / $0 } ?? 0, degreesOfFreedom: freedom)
  }

  func contrast(holm: Double?, discovery: Double?, critical: Double?, simultaneous: Double?) -> Contrast {
    let reach = error.flatMap { error in critical.map { $0 * error } }
    return Contrast(
      first: first, second: second, difference: difference, standardError: error,
      degreesOfFreedom: error.map { _ in freedom }, low: interval?.low, high: interval?.high,
      simultaneousLow: reach.map { difference - $0 }, simultaneousHigh: reach.map { difference + $0 }, p: p,
      test: p.map { _ in permutation == nil ? .t : .exactPermutation }, permutations: permutation?.count,
      pSimultaneous: simultaneous, pAdjusted: holm, pFalseDiscovery: discovery, effectSize: effectSize,
      effectLow: effectInterval?.low, effectHigh: effectInterval?.high, statements: statements, clusters: clusters,
      sharedClusters: shared,
      note: note)
  }
}

/// How each actor's statements vary about its mean.
private struct ActorSpreads: Sendable {
  private let counts: [Double]
  private let squares: [Double]

  init(_ values: [Double], in table: ClusterTable) {
    let means = zip(table.actorSums(values), table.statementCounts).map { $0 / Double($1) }
    counts = table.statementCounts.map(Double.init)
    squares = table.actorSums(zip(values, table.actors).map { ($0 - means[$1]) * ($0 - means[$1]) })
  }

  func effectSize(_ first: Int, _ second: Int, difference: Double) -> Double? {
    ClusterResamples.effectSize(
      difference: difference, squares: squares[first] + squares[second], statements: counts[first] + counts[second])
  }
}
