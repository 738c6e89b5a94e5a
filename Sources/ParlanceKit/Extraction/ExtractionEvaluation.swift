public import Corpora
public import Evaluation
public import Quotation
public import Reproducibility

/// The result of `evaluate-extraction`: how well attributions were found, overall, by kind and by article.
public struct ExtractionEvaluation: Codable, Sendable, Hashable {
  /// One of the two sides.
  public struct Side: Codable, Sendable, Hashable {
    /// Where it came from.
    public let source: AttributionSource
    /// The number of articles with annotations or attributions.
    public let articles: Int
    /// The number of attributions, those that are not scored included.
    public let attributions: Int
    /// The number of rows, or of annotated articles, that filters left out.
    public let filtered: Int
    /// The number of attributions that are not scored, because their articles are not in the gold.
    public let unscored: Int

    init(_ set: AttributionSet, unscored: Int) {
      source = set.source
      articles = set.articles.count
      attributions = set.count
      filtered = set.filteredCount
      self.unscored = unscored
    }
  }

  /// The figures of one kind.
  public struct Kind: Codable, Sendable, Hashable {
    /// The kind, or `unstated`. Gold attributions are counted by their own kind and predicted ones by theirs.
    public let kind: String
    /// Its figures.
    public let figures: ExtractionFigures
  }

  /// The figures of one article, without intervals.
  public struct Article: Codable, Sendable, Hashable {
    /// What it is called.
    public let article: String
    /// Its figures.
    public let figures: ExtractionFigures
  }

  /// The figures of everything.
  public let overall: ExtractionFigures
  /// The figures of each kind that occurs.
  public let kinds: [Kind]
  /// The figures of each article of the gold, in the order of their names.
  public let articles: [Article]
  /// Kinds in pairs that both have one: the gold's down, the predicted across.
  public let kindConfusion: ConfusionTable
  /// Voices, likewise.
  public let voiceConfusion: ConfusionTable
  /// Gold attributions without a partner, by article and place.
  public let missed: [ExtractionExcerpt]
  /// Predicted attributions without a partner, by article and place.
  public let spurious: [ExtractionExcerpt]
  /// Pairs that differ in something, by article and place.
  public let differing: [ExtractionDifference]
  /// What annotators marked.
  public let gold: Side
  /// What was predicted.
  public let predicted: Side
  /// How the intervals were made, or nil where there are none.
  public let bootstrap: BootstrapSummary?
  /// What has to be known to read the figures.
  public let notes: [String]
  /// The version of Parlance.
  public let version: String

  /// Reads both sides and scores them.
  ///
  /// - Parameters:
  ///   - gold: the folder of .ann files, the .ann file or the table of what annotators marked.
  ///   - predicted: the same of what was found; "-" for a table on the standard input.
  ///   - filters: which rows or articles of the gold to keep.
  ///   - options: of which the confidence, the number of resamples and the seed are used; articles are resampled.
  /// - Throws: as `AttributionReader.read` and `ExtractionScore.init` do.
  public init(
    gold: String, predicted: String, keeping filters: [ColumnFilter] = [], options: ValidatedEvaluationOptions,
    on parallelism: Parallelism
  ) throws {
    let sides = try AttributionReader.read(gold: gold, predicted: predicted, keeping: filters)
    try self.init(gold: sides.gold, predicted: sides.predicted, options: options, on: parallelism)
  }

  /// Scores what was found against what annotators marked.
  ///
  /// - Throws: as `ExtractionScore.init` does.
  public init(
    gold: AttributionSet, predicted: AttributionSet, options: ValidatedEvaluationOptions, on parallelism: Parallelism
  ) throws {
    let score = try ExtractionScore(gold: gold, predicted: predicted)
    let figures = ExtractionFigureTable(score, options: options, on: parallelism)
    overall = figures.overall
    kinds = figures.kinds
    bootstrap = figures.bootstrap
    articles = score.articles.map { article in
      Article(article: article.name, figures: ExtractionFigures(article.tally))
    }
    kindConfusion = score.confusion(of: \.kind)
    voiceConfusion = score.confusion(of: \.voice)
    missed = score.articles.flatMap { article in
      article.inOrder(article.gold, article.pairing.missed).map { ExtractionExcerpt($0, in: article.name) }
    }
    spurious = score.articles.flatMap { article in
      article.inOrder(article.predicted, article.pairing.spurious).map { ExtractionExcerpt($0, in: article.name) }
    }
    differing = score.articles.flatMap { article in
      article.pairing.pairs.compactMap { ExtractionDifference($0, in: article) }
    }
    self.gold = Side(gold, unscored: 0)
    self.predicted = Side(predicted, unscored: score.unscoredCount)
    notes = gold.notes + predicted.notes + score.notes
    version = ProgramVersion.current
  }
}
