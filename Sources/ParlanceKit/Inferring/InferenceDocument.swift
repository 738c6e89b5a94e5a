public import Classifiers
internal import Evaluation
internal import Reproducibility

/// Estimates of what goes with an outcome that a classifier has guessed and people have coded in part: the result of `infer`.
public struct InferenceDocument: Encodable, Sendable, Hashable {
  /// How an estimate was made.
  public enum Method: String, Encodable, Sendable, Hashable, CaseIterable {
    /// The classifier's guesses were taken for the outcome.
    case naive
    /// The hand-coded rows alone.
    case handCoded = "hand-coded"
    /// Design-based supervised learning: all rows, corrected by the hand-coded ones.
    case corrected = "dsl"
  }

  /// One coefficient by one method.
  public struct Estimate: Encodable, Sendable, Hashable {
    /// `(intercept)`, a column of numbers, or `column=level`.
    public let term: String
    /// The level that it is compared with; nil but for levels.
    public let reference: String?
    /// How it was made.
    public let method: Method
    /// What a unit of the column, or the level instead of the reference, adds to the outcome, or to its log-odds; nil where there is
    /// none, and `note` then says why.
    public let estimate: Double?
    /// Its standard error.
    public let standardError: Double?
    /// The lower end of its interval.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// The two-sided p-value.
    public let p: Double?
    /// The rows it rests on.
    public let n: Int
    /// The clusters those belong to; nil without clusters.
    public let clusters: Int?
    /// Why there is no estimate, or no error.
    public let note: String?

    private enum Key: String, CodingKey {
      case term, reference, method, estimate, standardError, low, high, p, n, clusters, note
    }

    /// Writes all figures, null for what there is none of.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(term, forKey: .term)
      try container.encodeIfPresent(reference, forKey: .reference)
      try container.encode(method, forKey: .method)
      for (key, value) in [
        (Key.estimate, estimate), (.standardError, standardError), (.low, low), (.high, high), (.p, p),
      ] { try container.encode(value, forKey: key) }
      try container.encode(n, forKey: .n)
      try container.encodeIfPresent(clusters, forKey: .clusters)
      try container.encodeIfPresent(note, forKey: .note)
    }
  }

  /// How many labels a standard error of one corrected coefficient takes.
  public struct LabelNeed: Encodable, Sendable, Hashable {
    /// The coefficient.
    public let term: String
    /// Its standard error now.
    public let standardError: Double
    /// Its standard error if every row were coded.
    public let leastError: Double
    /// How many rows have to be coded in all; nil where no number would do.
    public let labels: Int?
    /// How many more than now.
    public let moreLabels: Int?
  }

  /// Where the scores came from.
  public let scores: DataSource
  /// Where the hand-coded labels came from.
  public let gold: DataSource
  /// What is explained.
  public let outcome: String
  /// The columns that explain it.
  public let columns: [String]
  /// How the outcome depends on them.
  public let model: OutcomeModel
  /// What of the classifier's output stands for the outcome.
  public let surrogate: SurrogateKind
  /// The column of clusters, or nil.
  public let cluster: String?
  /// What part of the calendar `period` is; nil where it is no part of the formula or a column of its own.
  public let period: StatementPeriod?
  /// How often an interval should hold the true value.
  public let confidence: Double
  /// The folds in which scores were mapped to probabilities, or nil.
  public let crossFit: Int?
  /// The seed of the folds.
  public let seed: UInt64
  /// The estimates: of each coefficient by each method.
  public let estimates: [Estimate]
  /// The standard error that is wanted.
  public let targetError: Double?
  /// What that takes; empty where none is wanted.
  public let labelNeeds: [LabelNeed]
  /// What a reader should know before relying on the figures.
  public let notes: [String]
  /// The version of Parlance.
  public let version: String

  /// Estimates what a formula asks for.
  ///
  /// - Parameters:
  ///   - scores: of a model that has not been trained on the rows of the gold table.
  ///   - goldPath: the table of hand-coded labels.
  /// - Throws: `FileError`, `CorpusError` and `ConfigurationError` for data that cannot be used, with their places; `ClassifierError`
  ///   for a formula that the rows cannot carry.
  public init(_ scores: SurrogateScores, goldPath: String, request: InferenceRequest) throws {
    try request.check()
    let coded = try GoldCodings(
      path: goldPath, idColumn: scores.idColumn, labelColumn: request.labelColumn, outcome: request.formula.outcome,
      scores: scores.table)
    let isShare = coded.isLabel || request.model == .logit || request.crossFit != nil
    if isShare, let coding = coded.codings.first(where: { $0.outcome != 0 && $0.outcome != 1 }) {
      throw ConfigurationError(
        "the outcome \(request.formula.outcome) is \(coding.outcome) in a row (0 or 1 was expected)",
        hint: "use --model linear without --cross-fit for other numbers")
    }
    let dataset = scores.dataset
    let terms = try request.terms(of: scores)
    let raw = try SurrogateData(
      names: terms.map(\.name), predictors: terms.map(\.values),
      surrogates: scores.surrogates(
        request.surrogate, column: request.scoreColumn, outcome: request.formula.outcome, isShare: isShare),
      codings: coded.codings,
      clusters: request.clusterColumn.map { GroupIndex(try dataset.values(ofColumn: $0)).numbers })
    let data = try request.crossFit.map {
      try ScoreRecalibration(foldCount: $0, seed: request.seed).recalibrated(raw)
    }
    let fit = try SurrogateInference(model: request.model, confidence: request.confidence).fit(data ?? raw)
    self.init(fit, terms: terms, request: request, scores: dataset.source, coded: coded, data: raw)
  }

  private init(
    _ fit: SurrogateFit, terms: [PredictorCoding.Term], request: InferenceRequest, scores: DataSource,
    coded: GoldCodings, data: SurrogateData
  ) {
    self.scores = scores
    gold = coded.source
    outcome = request.formula.outcome
    columns = request.formula.columns
    model = request.model
    surrogate = request.surrogate
    cluster = request.clusterColumn
    (period, confidence) = (request.period, request.confidence)
    crossFit = request.crossFit
    seed = request.seed
    targetError = request.targetError
    let references = [nil] + terms.map(\.reference)
    let all: [(Method, SurrogateFit.Estimates)] = [
      (.naive, fit.naive), (.handCoded, fit.handCoded), (.corrected, fit.corrected),
    ]
    let support = LevelSupport(terms, data: data)
    estimates = data.names.indices.flatMap { column in
      all.map { method, estimates in
        Estimate(
          estimates, column: column, term: data.names[column], reference: references[column], method: method,
          hasError: support.hasError(column, by: method))
      }
    }
    labelNeeds = request.targetError.map { LabelNeed.all(fit, target: $0) } ?? []
    notes = InferenceNotes(fit, coded: coded, data: data, support: support, request: request).all
    version = ProgramVersion.current
  }
}

extension InferenceDocument.Estimate {
  fileprivate init(
    _ estimates: SurrogateFit.Estimates, column: Int, term: String, reference: String?,
    method: InferenceDocument.Method, hasError: Bool
  ) {
    let found = estimates.terms?[column]
    self.term = term
    self.reference = reference
    self.method = method
    estimate = found?.estimate
    standardError = hasError ? found?.standardError : nil
    (low, high, p) = hasError ? (found?.low, found?.high, found?.p) : (nil, nil, nil)
    n = estimates.rowCount
    clusters = estimates.clusterCount
    note = estimates.note ?? (hasError ? nil : "one row or cluster alone on one side has no error")
  }
}

extension InferenceDocument.LabelNeed {
  fileprivate static func all(_ fit: SurrogateFit, target: Double) -> [InferenceDocument.LabelNeed] {
    guard let needs = fit.labelNeeds, let terms = fit.corrected.terms else { return [] }
    return terms.enumerated().map { column, term in
      let labels = needs.labels(forError: target, ofColumn: column)
      return InferenceDocument.LabelNeed(
        term: term.name, standardError: term.standardError, leastError: needs.leastError(ofColumn: column),
        labels: labels, moreLabels: labels.map { $0 - needs.codedCount })
    }
  }
}
