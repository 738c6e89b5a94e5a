public import Evaluation
public import Reproducibility
public import TextFeatures

/// The result of `lexicon score` in sum: what a dictionary finds in a corpus, and how well its score tells labels apart.
public struct LexiconDocument: Encodable, Sendable, Hashable {
  /// One category.
  public struct Category: Encodable, Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// How many entries it has.
    public let entries: Int
    /// How often they show.
    public let count: Int
    /// In how many rows.
    public let rows: Int
  }

  /// How the score orders rows of two kinds.
  public struct Discrimination: Encodable, Sendable, Hashable {
    /// The label that a high score should go with.
    public let positive: String
    /// The labelled rows compared.
    public let rows: Int
    /// Those with a score.
    public let scored: Int
    /// The area under the ROC curve over all of them, rows without a score standing at 0.
    public let rocAUC: MetricValue
    /// The same over rows with a score; its value is nil where these are of one kind.
    public let rocAUCOfScored: MetricValue
    /// What has to be known to read the intervals.
    public let note: String?
  }

  /// The dictionary, as the user named it.
  public let lexicon: String
  /// Its identity.
  public let digest: ContentDigest
  /// What the score is.
  public let scale: LexiconScorer.Scale
  /// The categories of the upper pole, as they were named.
  public let positive: [String]
  /// The categories of the lower pole.
  public let negative: [String]
  /// What was done about negated categories.
  public let negation: LexiconNegation
  /// The corpus.
  public let data: DataSource?
  /// The number of rows.
  public let rows: Int
  /// The number of words.
  public let words: Int
  /// The rows in which no entry shows.
  public let rowsWithoutMatch: Int
  /// The rows with a score.
  public let scored: Int
  /// The mean of the scores there are; nil where there are none.
  public let meanScore: Double?
  /// The categories, in the order of the dictionary.
  public let categories: [Category]
  /// How the score tells labels apart; nil without labels or a score.
  public let discrimination: Discrimination?
  /// The column resampled for intervals, or nil for single rows.
  public let cluster: String?
  /// What has to be known to read the figures.
  public let notes: [String]
  /// The version of Parlance.
  public let version: String
}

extension LexiconDocument {
  /// Sums up what `tally` has seen of a whole corpus.
  ///
  /// - Parameters:
  ///   - classes: the labels to tell apart; where nothing is asked for and labels do not tell, they are left alone with a note.
  ///   - options: of which the confidence, the number of resamples and the seed are used.
  /// - Throws: `ConfigurationError` for labels that are asked for and not there; `EvaluationError`.
  public init(
    _ tally: LexiconTally, scorer: LexiconScorer, negation: LexiconNegation, path: String, classes: ClassSelection,
    options: ValidatedEvaluationOptions, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    var notes: [String] = []
    var discrimination: Discrimination?
    if scorer.scale != .none, !tally.labelled.isEmpty {
      do {
        discrimination = try tally.discrimination(classes, options: options, on: parallelism, progress: progress)
      } catch let error as ConfigurationError where classes == ClassSelection() {
        notes.append("labels are left alone: \(error.problem)")
      }
    }
    if scorer.scale == .none {
      notes.append("there is no score: the dictionary has no weights, and no poles are named or told by names")
    }
    self.init(
      lexicon: path, digest: scorer.lexicon.digest, scale: scorer.scale, positive: scorer.poles?.positiveNames ?? [],
      negative: scorer.poles?.negativeNames ?? [], negation: negation,
      data: tally.source?.selecting(rowCount: tally.rows), rows: tally.rows, words: tally.words,
      rowsWithoutMatch: tally.rowsWithoutMatch, scored: tally.scored,
      meanScore: tally.scored == 0 ? nil : tally.scoreSum / Double(tally.scored),
      categories: scorer.lexicon.categories.enumerated().map { number, category in
        Category(
          name: category.name, entries: category.entries.count, count: tally.counts[number],
          rows: tally.rowCounts[number])
      }, discrimination: discrimination, cluster: tally.clusterColumn, notes: notes, version: ProgramVersion.current)
  }
}

extension LexiconTally {
  /// How well shares order rows of the positive class against all others.
  fileprivate func discrimination(
    _ classes: ClassSelection, options: ValidatedEvaluationOptions, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws -> LexiconDocument.Discrimination {
    let (names, indices) = try classes.resolve(labelled.map(\.label))
    let chosen = labelled.indices.filter { indices[$0] != nil }
    func area(of rows: [Int]) throws -> (area: MetricValue, note: String?) {
      guard !rows.isEmpty else { return (MetricValue(value: nil), nil) }
      let data = try ScoredLabels(
        labels: rows.map { indices[$0] == names.positiveIndex ? 1 : 0 },
        positiveScores: rows.map { labelled[$0].share },
        clusters: clusterColumn == nil ? nil : GroupIndex(rows.map { labelled[$0].cluster }).numbers)
      let figures = try Evaluator(options).intervals(of: [.rocAUC], for: data, on: parallelism, progress: progress)
      return (figures[.rocAUC] ?? MetricValue(value: nil), figures.bootstrap?.note)
    }
    let scored = chosen.filter { labelled[$0].hasScore }
    let all = try area(of: chosen)
    return LexiconDocument.Discrimination(
      positive: names.positive, rows: chosen.count, scored: scored.count, rocAUC: all.area,
      rocAUCOfScored: try area(of: scored).area, note: all.note)
  }
}
