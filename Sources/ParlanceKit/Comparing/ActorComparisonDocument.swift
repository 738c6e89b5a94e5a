public import Comparisons
public import Evaluation
public import Statistics

/// The result of `compare`: each actor's rhetoric, and how actors differ.
public struct ActorComparisonDocument: Encodable, Sendable, Hashable {
  /// The actors, those with the highest estimates first.
  public let actors: [ComparedActor]
  /// What estimates were drawn towards; nil where there are too few of them.
  public let pooling: PoolingSummary?
  /// The contrasts, in the order they were asked for.
  public let contrasts: [ComparedContrast]
  /// Each actor in each part of time from the first to the last; empty where none was asked for.
  public let periods: [PeriodEstimate]
  /// Each actor on each target; empty where not asked for.
  public let dyads: [DyadEstimate]
  /// The column that was compared.
  public let by: String
  /// The column of clusters; nil for statements by themselves.
  public let cluster: String?
  /// The number of clusters.
  public let clusters: Int
  /// The number of statements.
  public let statements: Int
  /// What `estimate` is of.
  public let measure: ComparisonMeasure
  /// From which probability on a statement counts as positive.
  public let threshold: Double
  /// The columns that actors were made alike in.
  public let adjust: [String]
  /// The length of the parts of time.
  public let period: StatementPeriod?
  /// How often an interval should hold the truth.
  public let confidence: Double
  /// The number of cluster resamples.
  public let resamples: Int
  /// Their seed.
  public let seed: UInt64
  /// The class whose probability it is; nil for scores that do not tell.
  public let positive: String?
  /// The file of the model or the scores.
  public let scores: String
  /// The corpus.
  public let data: DataSource
  /// What has to be known to read the figures.
  public let notes: [String]
  /// The version of Parlance.
  public let version: String
}

/// One actor's figures.
public struct ComparedActor: Encodable, Sendable, Hashable {
  /// Who.
  public let actor: String
  /// The number of statements.
  public let n: Int
  /// The number of clusters that carry the figures.
  public let clusters: Int
  /// The measure that is compared, adjusted where asked; its note says why there is no interval.
  public let estimate: MetricValue
  /// Its cluster-robust standard error.
  public let standardError: Double?
  /// The estimate drawn towards the mean of all; its note says why there is none.
  public let shrunken: MetricValue
  /// The mean probability.
  public let meanProbability: MetricValue
  /// The mean log-odds; its note says why there is none.
  public let meanLogit: MetricValue
  /// The share of statements at or above the threshold.
  public let share: MetricValue

  private enum Key: String, CodingKey {
    case actor, n, clusters, estimate, low, high, standardError, shrunken, shrunkenLow, shrunkenHigh, note, shrunkenNote
    case meanProbability, meanLogit, share
  }

  /// Writes all members, null for what there is none of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(actor, forKey: .actor)
    try container.encode(n, forKey: .n)
    try container.encode(clusters, forKey: .clusters)
    try container.encode(estimate.value, forKey: .estimate)
    try container.encode(estimate.low, forKey: .low)
    try container.encode(estimate.high, forKey: .high)
    try container.encode(standardError, forKey: .standardError)
    try container.encode(shrunken.value, forKey: .shrunken)
    try container.encode(shrunken.low, forKey: .shrunkenLow)
    try container.encode(shrunken.high, forKey: .shrunkenHigh)
    try container.encodeIfPresent(estimate.note, forKey: .note)
    try container.encodeIfPresent(shrunken.note, forKey: .shrunkenNote)
    try container.encode(meanProbability, forKey: .meanProbability)
    try container.encode(meanLogit, forKey: .meanLogit)
    try container.encode(share, forKey: .share)
  }
}

/// What estimates were drawn towards.
public struct PoolingSummary: Encodable, Sendable, Hashable {
  /// How the variance of the true means was estimated.
  public let method: HeterogeneityMethod
  /// The number of estimates.
  public let estimates: Int
  /// τ², the variance of the true means.
  public let heterogeneity: Double
  /// Their mean.
  public let mean: Double
  /// The standard error of that mean.
  public let meanStandardError: Double
  /// Cochran's Q.
  public let cochranQ: Double
}

/// A contrast, with the names of its actors.
public struct ComparedContrast: Encodable, Sendable, Hashable {
  /// From whom the other is taken.
  public let a: String
  /// Who is taken.
  public let b: String
  /// The figures.
  public let contrast: Contrast

  private enum Key: String, CodingKey {
    case a, b, n, difference, low, high, standardError, degreesOfFreedom, p, test, permutations, pAdjusted,
      pFalseDiscovery
    case pSimultaneous, simultaneousLow, simultaneousHigh, effectSize, effectLow, effectHigh, clusters, sharedClusters
    case note
  }

  /// Writes all members, null for what there is none of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
    try container.encode(contrast.statements, forKey: .n)
    try container.encode(contrast.difference, forKey: .difference)
    let figures: [(Key, Double?)] = [
      (.low, contrast.low), (.high, contrast.high), (.standardError, contrast.standardError),
      (.degreesOfFreedom, contrast.degreesOfFreedom), (.p, contrast.p), (.pAdjusted, contrast.pAdjusted),
      (.pFalseDiscovery, contrast.pFalseDiscovery), (.pSimultaneous, contrast.pSimultaneous),
      (.simultaneousLow, contrast.simultaneousLow), (.simultaneousHigh, contrast.simultaneousHigh),
      (.effectSize, contrast.effectSize), (.effectLow, contrast.effectLow), (.effectHigh, contrast.effectHigh),
    ]
    for (key, value) in figures { try container.encode(value, forKey: key) }
    try container.encode(contrast.test, forKey: .test)
    try container.encodeIfPresent(contrast.permutations, forKey: .permutations)
    try container.encode(contrast.clusters, forKey: .clusters)
    try container.encode(contrast.sharedClusters, forKey: .sharedClusters)
    try container.encodeIfPresent(contrast.note, forKey: .note)
  }
}

/// An actor in one part of time.
public struct PeriodEstimate: Encodable, Sendable, Hashable {
  /// Who.
  public let actor: String
  /// When, as `2021-Q2`.
  public let period: String
  /// The number of the day in its middle, for drawings.
  let middleDay: Int
  /// The number of statements, 0 in a gap.
  public let n: Int
  /// The number of clusters.
  public let clusters: Int
  /// The measure; its note says why there is none, or no interval.
  public let value: MetricValue

  private enum CodingKeys: String, CodingKey {
    case actor, period, n, clusters, value
  }
}

/// An actor on one target.
public struct DyadEstimate: Encodable, Sendable, Hashable {
  /// Who speaks.
  public let actor: String
  /// Of whom.
  public let target: String
  /// The number of statements.
  public let n: Int
  /// The number of clusters.
  public let clusters: Int
  /// The measure; its note says why there is no interval.
  public let value: MetricValue
  /// The measure drawn towards the mean of all dyads.
  public let shrunken: MetricValue
}
