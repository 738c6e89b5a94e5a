public import Classifiers
internal import Evaluation
public import Reproducibility

/// A regression that explains, as `parlance regress` gives it.
public struct RegressionDocument: Encodable, Sendable, Hashable {
  /// One coefficient.
  public struct Term: Encodable, Sendable, Hashable {
    /// `(intercept)`, a column of numbers, or `column=level`.
    public let term: String
    /// The corpus's column; nil for the intercept.
    public let column: String?
    /// The level of a factor.
    public let level: String?
    /// The level that it is compared with.
    public let reference: String?
    /// What a unit of the column, or the level instead of the reference, adds to the log-odds of the outcome.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Double
    /// The lower end of its interval.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// e to the estimate: what the odds are multiplied with.
    public let oddsRatio: Double
    /// z or chi-squared; see `RegressionDocument.statistic`.
    public let statistic: Double?
    /// The two-sided p-value.
    public let p: Double?
  }

  /// Where the rows came from.
  public let corpus: DataSource
  /// The label that is explained.
  public let outcome: String
  /// The label, or labels, it is told apart from.
  public let against: String
  /// The rows used.
  public let rows: Int
  /// The rows with the outcome.
  public let outcomeRows: Int
  /// The rows left out because their label was not asked for.
  public let leftOut: Int
  /// How coefficients were estimated: ml or firth.
  public let method: EstimationMethod
  /// How intervals and tests were made: wald or profile.
  public let interval: IntervalKind
  /// What `statistic` is: z or chiSquared (one degree of freedom).
  public let statistic: String
  /// How often an interval should hold the true value.
  public let confidence: Double
  /// The column of clusters, or nil.
  public let cluster: String?
  /// The number of clusters, or nil.
  public let clusters: Int?
  /// What robust variances were multiplied with: G/(G - 1) (n - 1)/(n - p).
  public let clusterCorrection: Double?
  /// The logarithm of the likelihood.
  public let logLikelihood: Double
  /// Firth's penalised one.
  public let penalizedLogLikelihood: Double?
  /// The logarithm of the likelihood with an intercept alone.
  public let nullLogLikelihood: Double
  /// Steps taken.
  public let iterations: Int
  /// The intercept for probabilities after Firth's method.
  public let flicIntercept: Double?
  /// The coefficients, the intercept's first.
  public let terms: [Term]
  /// What a reader should know before relying on the figures.
  public let notes: [String]

  /// Explains the labels of `dataset`.
  ///
  /// - Throws: `ConfigurationError` and `CorpusError` for columns and labels that cannot be used, `ClassifierError` for data that
  ///   cannot be explained so, and `ConfigurationError` naming the columns where outcomes are separated and the method is ml.
  public init(_ dataset: Dataset, request: RegressionRequest, on parallelism: Parallelism) throws {
    let examples = try Examples(dataset, classes: request.classes)
    guard examples.classes.count == 2 else {
      throw ConfigurationError(
        "there are \(examples.classes.count) labels (\(ClassSelection.list(examples.classes.names))) "
          + "(two outcomes were expected)",
        hint: "name two with --classes, as in --classes \(examples.classes.positive),rest")
    }
    let coded = try request.terms(of: examples.dataset)
    let data = try RegressionData(
      names: coded.map(\.name), predictors: coded.map(\.values), outcomes: examples.labels.map { $0 == 1 },
      weights: examples.dataset.weights,
      clusters: try request.clusterColumn.map { GroupIndex(try examples.dataset.values(ofColumn: $0)).numbers })
    let separation = Separation(data).map { SeparationWording($0, data: data, classes: examples.classes) }
    if let separation, request.options.method == .ml { throw separation.error }
    let fit = try ExplanatoryRegression(request.options).fit(data, on: parallelism)
    self.init(fit, coded: coded, examples: examples, request: request, separation: separation)
  }

  private init(
    _ fit: RegressionFit, coded: [PredictorCoding.Term], examples: Examples, request: RegressionRequest,
    separation: SeparationWording?
  ) {
    corpus = examples.dataset.source
    outcome = examples.classes.positive
    against = examples.classes.names[0]
    rows = fit.caseCount
    outcomeRows = fit.outcomeCount
    leftOut = examples.leftOutCount
    method = request.options.method
    interval = request.options.resolvedInterval
    statistic = interval == .wald ? "z" : "chiSquared"
    confidence = request.options.confidence
    cluster = request.clusterColumn
    clusters = fit.clusterCount
    clusterCorrection = fit.clusterCorrection
    logLikelihood = fit.logLikelihood
    penalizedLogLikelihood = fit.penalizedLogLikelihood
    nullLogLikelihood = fit.nullLogLikelihood
    iterations = fit.iterations
    flicIntercept = fit.flicIntercept
    terms = fit.terms.enumerated().map { index, term in
      let coding = index == 0 ? nil : coded[index - 1]
      return Term(
        term: term.name, column: coding?.column, level: coding?.level, reference: coding?.reference,
        estimate: term.estimate, standardError: term.standardError, low: term.low, high: term.high,
        oddsRatio: term.oddsRatio, statistic: term.statistic, p: term.p)
    }
    notes = Self.notes(fit, weighted: examples.dataset.weights != nil, separation: separation)
  }

  /// Below so many clusters robust errors are too small.
  private static let fewClusters = 30
  /// Below so many rows of the rarer outcome a coefficient, estimates of maximum likelihood are biased.
  private static let fewOutcomes = 10

  private static func notes(_ fit: RegressionFit, weighted: Bool, separation: SeparationWording?) -> [String] {
    var notes: [String] = []
    if let separation { notes.append(separation.note) }
    if let clusters = fit.clusterCount, clusters < fewClusters {
      notes.append(
        "\(clusters) clusters are few: below some \(fewClusters) their errors and p-values come out too small")
    }
    let rarer = min(fit.outcomeCount, fit.caseCount - fit.outcomeCount)
    if fit.penalizedLogLikelihood == nil, rarer < fewOutcomes * (fit.terms.count - 1) {
      notes.append(
        "\(rarer) rows of the rarer outcome for \(fit.terms.count - 1) coefficients are few "
          + "(at least \(fewOutcomes) each): --method firth is less biased")
    }
    if weighted { notes.append("rows count as often as their weights say, in errors too") }
    for term in fit.terms where term.low == nil || term.high == nil || term.statistic == nil {
      notes.append("\(term.name): the likelihood does not fall far enough for both ends of the interval and its test")
    }
    return notes
  }
}
