internal import Comparisons

/// The result of `series`: how each actor's rhetoric moves over time.
public struct ActorSeriesDocument: Encodable, Sendable, Hashable {
  /// The actors, in the order of their names.
  public let actors: [ActorSeries]
  /// Who follows whom, pair by pair in the order they were asked for.
  public let exchange: [ExchangeLag]
  /// What is marked.
  public let events: [EventList.Event]
  /// The column of the actors.
  public let by: String
  /// The column of clusters; nil for statements by themselves.
  public let cluster: String?
  /// The number of clusters.
  public let clusters: Int
  /// The number of statements.
  public let statements: Int
  /// What is followed.
  public let measure: ComparisonMeasure
  /// From which probability on a statement counts as positive.
  public let threshold: Double
  /// How values come from single statements.
  public let smooth: SeriesSmoothing
  /// The width of the window in days; nil for parts of the calendar.
  public let width: Int?
  /// How well windows of each width predict statements of clusters left out; empty where the width was given.
  public let widths: [WidthLoss]
  /// The parts of the calendar: those of the series, or of the exchange; nil where neither has any.
  public let period: StatementPeriod?
  /// How often an interval should hold the truth.
  public let confidence: Double
  /// The number of resamples and permutations.
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

/// How well a window predicts.
public struct WidthLoss: Encodable, Sendable, Hashable {
  /// Its width.
  public let days: Int
  /// The mean squared error for statements of a cluster left out.
  public let loss: Double
}

/// One actor over time.
public struct ActorSeries: Encodable, Sendable, Hashable {
  /// Who.
  public let actor: String
  /// The number of statements.
  public let n: Int
  /// The number of clusters.
  public let clusters: Int
  /// The values, earliest first; gaps are there without a value.
  public let points: [SeriesPoint]
  /// When the mean changed, earliest first.
  public let changes: [SeriesChange]
  /// The p-value of no change at all; nil where none could be looked for.
  public let pNoChange: Double?
  /// Why no change could be looked for; nil where it could.
  public let changesNote: String?
  /// The means of single clusters, for drawings; none where they are too many to be told apart.
  let observations: [ClusterMean]

  private enum CodingKeys: String, CodingKey {
    case actor, n, clusters, points, changes, pNoChange, changesNote
  }
}

/// The value about one day, or in one part of the calendar.
public struct SeriesPoint: Encodable, Sendable, Hashable {
  /// The day, or the part as `2021-Q2`.
  public let date: String
  /// The value; nil in a gap.
  public let value: Double?
  /// The ends of its interval; nil where there is none.
  public let low: Double?, high: Double?
  /// The number of statements it rests on.
  public let n: Int
  /// The number of clusters they are in.
  public let clusters: Int
  /// Why there is no value, or no interval.
  public let note: String?
  /// The number of the day, or of the middle of the part.
  let day: Int

  private enum CodingKeys: String, CodingKey { case date, value, low, high, n, clusters, note }

  /// Writes all members but the last, null for what there is none of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(date, forKey: .date)
    try container.encode(value, forKey: .value)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(n, forKey: .n)
    try container.encode(clusters, forKey: .clusters)
    try container.encodeIfPresent(note, forKey: .note)
  }
}

/// A day from which on the mean of clusters is another.
public struct SeriesChange: Encodable, Sendable, Hashable {
  /// The day of the first cluster after the change.
  public let date: String
  /// The first and the last day of the interval of the place.
  public let low: String, high: String
  /// The mean of the clusters of the part before it, and of that after it.
  public let before: Double, after: Double
  /// What the change adds.
  public let difference: Double
  /// The ends of its interval, given the place.
  public let differenceLow: Double?, differenceHigh: Double?
  /// The numbers of the days.
  let day: Int, lowDay: Int, highDay: Int

  private enum CodingKeys: String, CodingKey {
    case date, low, high, before, after, difference, differenceLow, differenceHigh
  }
}

/// How one actor's tone in a period goes with another's some periods earlier.
public struct ExchangeLag: Encodable, Sendable, Hashable {
  /// Who goes first.
  public let leader: String
  /// Who follows.
  public let follower: String
  /// By how many periods.
  public let lag: Int
  /// The correlation, given the follower's own period before; nil where there is none.
  public let correlation: Double?
  /// The ends of its interval.
  public let low: Double?, high: Double?
  /// The number of periods in which both can be seen.
  public let n: Int
  /// The p-value of no exchange, by permuting blocks of periods.
  public let p: Double?
  /// The p-value over all lags of the pair, in both directions.
  public let pAdjusted: Double?
  /// Why there is no correlation.
  public let note: String?
}
