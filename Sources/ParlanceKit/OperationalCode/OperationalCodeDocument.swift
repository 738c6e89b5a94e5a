public import Evaluation
public import OperationalCode
public import Reproducibility
internal import Reports
internal import Statistics

/// What indices are to be made of.
public struct OperationalCodeRequest: Sendable {
  /// Groups of fewer words are said to be too small. Walker's group advises 4,000 words at least; 4,000 by default.
  public var minimumWords = 4_000
  /// How the variety of verbs is estimated; as published by default.
  public var diversity = DiversityEstimate.plugIn
  /// Of which the confidence, the number of resamples and the seed are used.
  public var options: ValidatedEvaluationOptions

  /// Asks for indices with intervals.
  public init(options: ValidatedEvaluationOptions) { self.options = options }
}

/// The result of `vics`: the operational code of each group.
public struct OperationalCodeDocument: Encodable, Sendable, Hashable {
  /// One group's verbs and indices.
  public struct Group: Encodable, Sendable, Hashable {
    /// What it is called.
    public let group: String
    /// The number of its rows.
    public let statements: Int
    /// The number of its words; nil where they are not known.
    public let words: Int?
    /// The number of its speeches, which are what is resampled.
    public let speeches: Int
    /// The number of verbs counted.
    public let verbs: Int
    /// Whether it has fewer words than are needed.
    public let isBelowMinimum: Bool
    /// The pooled counts.
    public let counts: VerbCounts
    /// The index of each kind, in the order of `OperationalIndex`.
    public let indices: IndexTable
  }

  /// The groups, in the order of their names.
  public let groups: [Group]
  /// The column of groups.
  public let by: String
  /// The column of speeches; nil where each row is one.
  public let cluster: String?
  /// How the variety of verbs was estimated.
  public let diversity: DiversityEstimate
  /// The words that a group needs.
  public let minimumWords: Int
  /// The number of resamples.
  public let resamples: Int
  /// How often an interval should hold the true value.
  public let confidence: Double
  /// The seed of the resamples.
  public let seed: UInt64
  /// What has to be known to read the figures.
  public let notes: [String]
  /// Where the rows came from.
  public let data: DataSource
  /// The version of Parlance.
  public let version: String

  /// Over fewer speeches percentile intervals are known to be too short.
  private static let fewSpeeches = 30

  /// Pools the counts of each group, and makes indices of the sums.
  ///
  /// - Complexity: O(resamples x rows).
  public init(
    _ table: SpeechTable, request: OperationalCodeRequest, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) {
    let bootstrap = SpeechBootstrap(
      resampleCount: request.options.resampleCount, confidence: request.options.confidence,
      seed: request.options.seed)
    let index = GroupIndex(table.rows.map(\.group))
    let meter = FitCounter(stage: "intervals", total: index.names.count, unit: "groups", progress: progress)
    groups = zip(index.names, index.rows).map { name, rows in
      defer { meter.finish(1) }
      return Group(
        name, rows: rows.map { table.rows[$0] }, request: request, bootstrap: bootstrap, on: parallelism)
    }
    by = table.groupColumn
    cluster = table.speechColumn
    diversity = request.diversity
    minimumWords = request.minimumWords
    resamples = request.options.resampleCount
    confidence = request.options.confidence
    seed = request.options.seed
    notes = Self.notes(on: groups, request: request, cluster: table.speechColumn)
    data = table.data
    version = ProgramVersion.current
  }

  private static func notes(on groups: [Group], request: OperationalCodeRequest, cluster: String?) -> [String] {
    var notes: [String] = []
    let small = groups.filter(\.isBelowMinimum)
    if !small.isEmpty {
      notes.append(
        "fewer than \(ReportNumber.text(request.minimumWords)) words, too few to rely on: "
          + small.map { "\($0.group) (\(ReportNumber.text($0.words ?? 0)))" }.listed)
    }
    if groups.contains(where: { $0.words == nil }) {
      notes.append("the table has no column \"words\": whether there is enough text is not known")
    }
    let few = groups.filter { $0.speeches < fewSpeeches }
    if !few.isEmpty, request.options.resampleCount > 0 {
      notes.append(
        "fewer than \(fewSpeeches) speeches, so that intervals are too short, or none for a single one: "
          + few.map(\.group).listed)
    }
    if cluster == nil {
      notes.append("each row is taken for a speech of its own: --cluster names the column that tells speeches apart")
    }
    return notes
  }
}

extension OperationalCodeDocument.Group {
  fileprivate init(
    _ name: String, rows: [SpeechTable.Row], request: OperationalCodeRequest, bootstrap: SpeechBootstrap,
    on parallelism: Parallelism
  ) {
    let bySpeech = GroupIndex(rows.map(\.speech))
    let speeches = bySpeech.rows.map { $0.reduce(into: VerbCounts()) { $0 += rows[$1].counts } }
    let pooled = speeches.reduce(into: VerbCounts()) { $0 += $1 }
    let intervals = bootstrap.intervals(of: speeches, named: name, diversity: request.diversity, on: parallelism)
    group = name
    statements = rows.count
    words = rows.reduce(0) { sum, row in sum.flatMap { sum in row.words.map { sum + $0 } } }
    self.speeches = speeches.count
    verbs = pooled.total
    isBelowMinimum = words.map { $0 < request.minimumWords } ?? false
    counts = pooled
    indices = IndexTable(of: pooled, intervals: intervals, diversity: request.diversity)
  }
}

/// A value with its interval for each index.
public struct IndexTable: Encodable, Sendable, Hashable {
  private let values: [MetricValue]

  /// The indices of pooled counts.
  ///
  /// - Parameter intervals: in the order of `OperationalIndex`.
  fileprivate init(of counts: VerbCounts, intervals: [ConfidenceInterval?], diversity: DiversityEstimate) {
    values = zip(OperationalIndex.allCases, intervals).map { index, interval in
      guard let value = index.value(of: counts, diversity: diversity) else {
        return MetricValue(value: nil, note: "no verbs to divide by")
      }
      return MetricValue(value: value, low: interval?.low, high: interval?.high)
    }
  }

  /// The value of one index.
  public subscript(index: OperationalIndex) -> MetricValue {
    zip(OperationalIndex.allCases, values).first { $0.0 == index }?.1 ?? MetricValue(value: nil)
  }

  /// Writes an object keyed by the indices' names, in their order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: OperationalIndex.self)
    for (index, value) in zip(OperationalIndex.allCases, values) { try container.encode(value, forKey: index) }
  }
}
