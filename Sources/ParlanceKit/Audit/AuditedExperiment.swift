internal import Corpora
internal import Evaluation
internal import Reproducibility

/// What is audited: a corpus of statements, how it is split, and what is to be learnt from it.
public struct AuditRequest: Sendable {
  /// How rows are split.
  public var design: FoldDesign
  /// A file that says how rows are split, instead of the design; nil for none.
  public var foldsFile: String?
  /// Columns whose values name what rows must not share across folds, beside those that are known by their names.
  public var groupColumns: [String]
  /// Words or phrases by which the labels may have been given.
  public var lexicon: [String]
  /// Results of `evaluate` and `crossvalidate` that were made on the same data.
  public var evaluations: [EvaluationDocument]
  /// Whether to train models for the shortcut probe and the generalisation matrix.
  public var makesProbes: Bool

  /// Asks for an audit.
  public init(
    design: FoldDesign, foldsFile: String? = nil, groupColumns: [String] = [], lexicon: [String] = [],
    evaluations: [EvaluationDocument] = [], makesProbes: Bool = true
  ) {
    self.design = design
    self.foldsFile = foldsFile
    self.groupColumns = groupColumns
    self.lexicon = lexicon
    self.evaluations = evaluations
    self.makesProbes = makesProbes
  }
}

extension AuditRequest {
  /// The folds, as cross-validation asks for them.
  var planning: CrossValidationRequest { CrossValidationRequest(design: design, foldsFile: foldsFile) }
}

/// The rows, folds and columns that the checks of an audit look at.
struct AuditedExperiment: Sendable {
  let examples: Examples
  let corpus: Corpus
  let plan: FoldPlan
  let request: AuditRequest
  let configuration: TrainingConfiguration
  let options: EvaluationOptions
  let parallelism: Parallelism
  /// The rows, clustered by actor where there are actors.
  let rows: LabelledRows
  /// Who speaks in each row, or nil where it is not known.
  let actors: GroupIndex?
  /// When each row happened, or nil where it is not known of every row.
  let days: StatementDays?
  /// The statements, tokenised and counted once for all that is trained on them.
  let features: FeatureSource

  /// Columns that name a unit within which rows are not independent, by the names such columns usually have.
  private static let unitNames = [
    "doc", "document", "speech", "article", "event", "meeting", "debate", "session", "thread", "page", "url", "crisis",
  ]

  private static let leastUnits = 10

  init(
    _ request: AuditRequest, examples: Examples, configuration: TrainingConfiguration, options: EvaluationOptions,
    on parallelism: Parallelism
  ) throws {
    guard case .statements(let corpus) = examples.dataset.content else {
      throw ConfigurationError(
        "\(examples.dataset.source.name) holds numbers, and an audit looks at statements",
        hint: "audit the corpus that the numbers were made from")
    }
    self.request = request
    self.examples = examples
    self.corpus = corpus
    self.configuration = configuration
    self.options = options
    self.parallelism = parallelism
    plan = try request.planning.plan(of: examples, progress: nil).outer
    actors = corpus.actors.map { GroupIndex($0) }
    days = try? StatementDays(examples, column: request.design.dateColumn)
    features = try FeatureSource(examples.dataset, configuration: configuration.features, on: parallelism)
    rows = LabelledRows(
      classNames: examples.classes.names, labels: examples.labels, positiveClass: examples.classes.positiveIndex,
      weights: examples.dataset.weights, clusters: actors?.numbers)
  }

  /// The columns whose values rows must not share across folds, and whether the user named them.
  var unitColumns: [(name: String, isNamed: Bool)] {
    let usual = corpus.columnNames.filter { name in
      Self.unitNames.contains(name.lowercased()) && !request.groupColumns.contains(name)
    }
    return request.groupColumns.map { ($0, true) } + usual.map { ($0, false) }
  }

  /// The finest unit within which rows are not independent, as numbers, where a column names enough of them to be dealt to folds,
  /// and fewer than there are rows.
  func units() throws -> GroupIndex? {
    try unitColumns.map { GroupIndex(try corpus.values(ofColumn: $0.name)) }
      .filter { $0.names.count >= Self.leastUnits && $0.names.count < corpus.count }.max {
        $0.names.count < $1.names.count
      }
  }

  /// How a row is named in examples.
  func name(ofRow row: Int) -> String { "\(corpus.ids[row]) (line \(corpus.lines[row]))" }

  /// The first few pairs of `crossing`, as examples.
  func examples(of crossing: FoldCrossing, joinedBy words: String) -> [String] {
    crossing.pairs.prefix(5).map { pair in
      "fold \(plan.folds[pair.fold].name) tests \(name(ofRow: pair.row)) \(words) \(name(ofRow: pair.trainingRow))"
    }
  }

  /// The area under the ROC curve of `predictions`, with an interval over actors where they are known.
  func area(of predictions: ScoredLabels) throws -> MetricValue? {
    try Evaluator(try options.validated()).intervals(of: [.rocAUC], for: predictions, on: parallelism)[.rocAUC]
  }
}

extension AuditedExperiment {
  /// What the experiment's model predicts out of fold under another plan.
  func predictions(of features: FeatureSource, plan: FoldPlan) throws -> OutOfFoldPredictions {
    let validation = try CrossValidation(
      examples, features: features, plan: plan, configuration: configuration, on: parallelism)
    return try OutOfFoldPredictions(
      plan: plan, of: rows, probabilities: validation.candidates[0].predictions.folds.map(\.probabilities))
  }

  /// The areas under the ROC curve of two sets of predictions for the same rows, and their paired difference.
  func comparison(
    of first: OutOfFoldPredictions, with second: OutOfFoldPredictions
  ) throws -> ShortcutProbe.Comparison? {
    let left = try first.pooled.selecting(places: first.order)
    let right = try second.pooled.selecting(places: second.order)
    guard let firstArea = try area(of: left), let secondArea = try area(of: right), firstArea.value != nil,
      secondArea.value != nil
    else { return nil }
    let paired = try ModelComparison(left, right, options: try options.validated(), on: parallelism).metrics[.rocAUC]
    return ShortcutProbe.Comparison(
      first: firstArea, second: secondArea,
      difference: MetricValue(value: paired.difference, low: paired.low, high: paired.high))
  }
}

extension OutOfFoldPredictions {
  /// The places of the pooled predictions in the order of the rows they are for.
  fileprivate var order: [Int] { rows.indices.sorted { rows[$0] < rows[$1] } }
}

extension ScoredLabels {
  /// Some of the rows, in the order given.
  func selecting(places: [Int]) throws -> ScoredLabels {
    try truth.scored(rows: places, probabilities: probabilities.map { column in places.map { column[$0] } })
  }
}
