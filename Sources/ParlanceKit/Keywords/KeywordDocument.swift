public import Corpora
internal import Evaluation
public import Reproducibility
internal import Statistics

/// The words that set groups of statements apart: the result of `keywords`.
public struct KeywordDocument: Encodable, Sendable, Hashable {
  /// Where the prior came from and what it weighs.
  public struct Prior: Encodable, Sendable, Hashable {
    /// The corpus or the table.
    public let source: String
    /// a₀: how many words it weighs as much as.
    public let size: Double
    /// How a term's share is made.
    public let formula: String
  }

  /// The comparisons: one, or of each group with the rest.
  public let comparisons: [KeywordComparison]
  /// The column of groups.
  public let by: String
  /// The column of clusters; nil where each row is one.
  public let cluster: String?
  /// The lengths of terms in words.
  public let ngrams: String
  /// How often a term must occur to be tested.
  public let minimumCount: Int
  /// The number of tests that p-values were adjusted over.
  public let tests: Int
  /// The prior.
  public let prior: Prior
  /// What the difference of log-odds is.
  public let formula: String
  /// The number of resamples.
  public let resamples: Int
  /// How often an interval should hold the true value.
  public let confidence: Double
  /// The seed of the resamples.
  public let seed: UInt64
  /// How many terms of each side are shown to eyes.
  let shownCount: Int
  /// What has to be known to read the figures.
  public let notes: [String]
  /// Where the rows came from.
  public let data: DataSource
  /// The version of Parlance.
  public let version: String

  /// Below so many clusters percentile intervals are too short.
  private static let fewClusters = 30

  /// Compares the groups of a corpus.
  ///
  /// - Throws: `CorpusError`, `ConfigurationError` for columns and groups that cannot be used, and a group that was named and has no
  ///   words; `TextFeaturesError` for a corpus without words; `FileError` for the prior.
  /// - Complexity: O(bytes + comparisons x resamples x entries).
  public init(
    _ corpus: Corpus, request: KeywordRequest, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    try request.check()
    let columns = try SpeechColumns(corpus, groupColumn: request.groupColumn, speechColumn: request.clusterColumn)
    let groups = try KeywordGroups(columns.groups, request: request)
    let texts = try KeywordTexts(corpus.texts, ngrams: request.ngrams, on: parallelism, progress: progress)
    let prior = try KeywordPrior(texts, of: corpus, request: request, on: parallelism)
    let clusters = request.clusterColumn == nil ? nil : GroupIndex(columns.speeches).numbers
    var comparisons = try groups.pairs.map { pair in
      try KeywordComparison(
        pair, texts: texts, clusters: clusters, prior: prior, request: request, on: parallelism, progress: progress)
    }
    let adjusted = MultipleTesting.benjaminiHochberg(comparisons.flatMap { $0.terms.compactMap(\.p) })
    var next = 0
    for index in comparisons.indices {
      let count = comparisons[index].terms.count { $0.p != nil }
      comparisons[index].adjust(Array(adjusted[next..<(next + count)]))
      next += count
      comparisons[index].quote(
        corpus, groups: columns.groups, pair: groups.pairs[index], texts: texts, request: request)
    }
    self.comparisons = comparisons
    by = request.groupColumn
    cluster = request.clusterColumn
    ngrams = request.ngrams.description
    minimumCount = request.minimumCount
    tests = adjusted.count
    self.prior = Prior(
      source: prior.source, size: prior.size,
      formula: request.priorPath == nil
        ? "a = a₀ x the term's share of all words of the corpus"
        : "a = a₀ x (count + \(KeywordPrior.smoothing)) / the sum of these over the corpus's terms")
    formula =
      "δ = ln[(y_A + a) / (n_A + a₀ - y_A - a)] - ln[(y_B + a) / (n_B + a₀ - y_B - a)], z = δ / √(1/(y_A + a) + 1/(y_B + a))"
    resamples = request.options.resampleCount
    confidence = request.options.confidence
    seed = request.options.seed
    shownCount = request.shownCount
    notes = Self.notes(comparisons, request: request)
    data = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
    version = ProgramVersion.current
  }

  private static func notes(_ comparisons: [KeywordComparison], request: KeywordRequest) -> [String] {
    var notes = comparisons.compactMap(\.note)
    let few = comparisons.filter { $0.clusters < fewClusters && $0.note == nil }
    if let first = few.first, request.options.resampleCount > 0 {
      notes.append(
        "\(first.clusters) \(request.clusterColumn == nil ? "rows" : "clusters") are few: intervals over fewer than "
          + "\(fewClusters) are too short")
    }
    if request.clusterColumn == nil {
      notes.append("each row is taken for a document of its own: --cluster names the column that tells documents apart")
    }
    notes.append("z and p take words for independent draws, which they are not; the intervals allow for documents")
    return notes
  }

  private enum CodingKeys: String, CodingKey {
    case comparisons, by, cluster, ngrams, minimumCount, tests, prior, formula, resamples, confidence, seed, notes, data
    case version
  }
}
