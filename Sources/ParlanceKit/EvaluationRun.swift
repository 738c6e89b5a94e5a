internal import Classifiers
internal import Corpora
public import Evaluation
public import Reproducibility

/// How an evaluation is made, whichever rows it is of.
public struct EvaluationRequest: Sendable {
  /// What to compute.
  public var options: EvaluationOptions
  /// The column whose values are resampled together for intervals, or nil for single rows.
  public var clusterColumn: String?
  /// The column by whose values calibration is compared, or nil for no comparison.
  public var groupColumn: String?

  /// Asks for figures and their intervals.
  public init(
    options: EvaluationOptions = EvaluationOptions(), clusterColumn: String? = nil, groupColumn: String? = nil
  ) {
    self.options = options
    self.clusterColumn = clusterColumn
    self.groupColumn = groupColumn
  }

  /// How calibration differs between the values of the group column, where that is asked for; `actor` is the column of the actors,
  /// whatever it is called.
  ///
  /// - Parameter rows: the row of `examples` that each of `scored` is.
  /// - Throws: `CorpusError` for a column that is not there.
  func groups(of examples: Examples, scored: ScoredLabels, rows: [Int]) throws -> GroupCalibration? {
    guard let groupColumn else { return nil }
    let values =
      if case .statements(let corpus) = examples.dataset.content, groupColumn == CorpusColumn.actor.rawValue,
        let actors = corpus.actors
      { actors } else { try examples.dataset.values(ofColumn: groupColumn) }
    return GroupCalibration(
      of: scored, groups: rows.map { values[$0] }, column: groupColumn, options: try options.validated())
  }

  /// The same figures without intervals, for folds and settings.
  var withoutIntervals: EvaluationOptions {
    var options = options
    options.resampleCount = 0
    return options
  }
}

/// What `crossvalidate` is asked for beside the training configuration.
public struct CrossValidationRequest: Sendable {
  /// How rows are split.
  public var design: FoldDesign
  /// A file that says how rows are split, instead of the design; nil for none.
  public var foldsFile: String?
  /// The values of C to try; nil to take the configuration's.
  public var grid: ParameterGrid?
  /// The settings to choose among inside each fold; nil to choose nothing there.
  public var nested: SettingsGrid?
  /// The figure by which the best setting is chosen.
  public var metric: Metric
  /// A permutation test of the whole, or nil for none.
  public var permutations: PermutationRequest?
  /// What is asked about blocks of features.
  public var blocks: BlockRequest

  /// Asks for a cross-validation.
  public init(
    design: FoldDesign, foldsFile: String? = nil, grid: ParameterGrid? = nil,
    nested: SettingsGrid? = nil, metric: Metric = .rocAUC,
    permutations: PermutationRequest? = nil, blocks: BlockRequest = BlockRequest()
  ) {
    self.design = design
    self.foldsFile = foldsFile
    self.grid = grid
    self.nested = nested
    self.metric = metric
    self.permutations = permutations
    self.blocks = blocks
  }

  /// The folds of `examples`, made or read.
  ///
  /// - Throws: as `FoldsFile.read` and planning do.
  func plan(of examples: Examples, progress: ProgressHandler?) throws -> NestedFoldPlan {
    try foldsFile.map { try FoldsFile.read($0, examples: examples) }
      ?? NestedFoldPlan(design, of: examples, progress: progress)
  }

  /// How rows are split, in words.
  var splitDescription: String { foldsFile.map { "as in \(FilePath.lastComponent(of: $0))" } ?? design.description }
}

extension EvaluationDocument {
  /// How many of the strongest features are told, of either sign.
  static let strongestFeatureCount = 15

  /// Evaluates a saved model on labelled rows.
  ///
  /// - Throws: `ConfigurationError` for labels the model does not know; `EvaluationError` for options that cannot be.
  public init(
    evaluating model: TrainedModel, path: String, on dataset: Dataset, request: EvaluationRequest,
    parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let examples = try Examples(dataset, knownTo: model)
    let probabilities = try model.scores(for: dataset, on: parallelism).probabilities.columns
    let scored = try examples.labelledRows(clusteredBy: request.clusterColumn).scored(
      rows: Array(0..<examples.count), probabilities: probabilities)
    let result = try Evaluator(try request.options.validated()).evaluate(scored, on: parallelism, progress: progress)
    var notes: [String] = []
    if dataset.source.sha256 == model.record.trainingData.sha256,
      dataset.source.filtered == model.record.trainingData.filtered
    {
      notes.append(
        "these are the rows the model was trained on: the figures say nothing about statements it has not seen")
    }
    self.init(
      kind: .evaluation, examples: examples, configuration: model.record.configuration, result: result,
      groups: try request.groups(of: examples, scored: scored, rows: Array(0..<examples.count)), model: path,
      trainingData: model.record.trainingData, cluster: request.clusterColumn,
      strongestFeatures: model.strongestFeatures(count: Self.strongestFeatureCount),
      notes: notes + model.record.fitReport.warnings)
  }

  /// Cross-validates a training configuration.
  ///
  /// - Parameter takeScores: receives what each row was given by a model that had not seen it, and the model of all rows.
  /// - Throws: as planning the folds, training and evaluating do.
  public init(
    crossValidating configuration: TrainingConfiguration, on dataset: Dataset, plan planning: CrossValidationRequest,
    request: EvaluationRequest, parallelism: Parallelism, progress: ProgressHandler? = nil,
    takeScores: ((OutOfFoldScores, TrainedModel) -> Void)? = nil
  ) throws {
    try self.init(
      crossValidating: configuration, examples: try Examples(dataset, classes: configuration.classes), features: nil,
      plan: planning, request: request, parallelism: parallelism, progress: progress, takeScores: takeScores)
  }

  /// Cross-validates on rows whose texts may have been taken apart already.
  init(
    crossValidating configuration: TrainingConfiguration, examples: Examples, features known: FeatureSource?,
    plan planning: CrossValidationRequest, request: EvaluationRequest, parallelism: Parallelism,
    progress: ProgressHandler?, takeScores: ((OutOfFoldScores, TrainedModel) -> Void)?
  ) throws {
    let hasInnerFolds = planning.nested != nil || configuration.calibrationMethod != .none
    try planning.blocks.check(configuration, dataset: examples.dataset, hasInnerFolds: hasInnerFolds)
    let plans = try planning.plan(of: examples, progress: progress)
    if hasInnerFolds {
      try self.init(
        nesting: configuration, examples: examples, plan: plans, planning: planning, request: request,
        parallelism: parallelism, progress: progress, takeScores: takeScores)
      return
    }
    let plan = plans.outer
    let features =
      try known
      ?? FeatureSource(
        examples.dataset, configuration: configuration.features, on: parallelism, progress: progress)
    let validation = try CrossValidation(
      examples, features: features, plan: plan, configuration: configuration, grid: planning.grid,
      clusterColumn: request.clusterColumn, on: parallelism, progress: progress)
    let brief = Evaluator(try request.withoutIntervals.validated())
    let settings = try parallelism.map(count: validation.candidates.count) { place in
      let candidate = validation.candidates[place]
      return Setting(
        C: candidate.inverseRegularization,
        metrics: try brief.evaluate(candidate.predictions.pooled, on: .serial).metrics)
    }
    let bestPlace =
      try planning.grid?.best(by: planning.metric, values: settings.map { $0.metrics[planning.metric].value }) ?? 0
    let chosen = validation.candidates[bestPlace]
    let result = try Evaluator(try request.options.validated()).evaluate(
      chosen.predictions.pooled, on: parallelism, progress: progress)
    var final = configuration
    final.model.inverseRegularization = chosen.inverseRegularization
    let whole = try Training(
      examples, features: features, configuration: final, on: parallelism, progress: progress
    ).model
    let folds = try Self.folds(of: chosen, plan: plan, evaluator: brief)
    takeScores?(OutOfFoldScores(chosen.predictions, plan: plan, examples: examples), whole)
    let permutation = try planning.permutationTest(
      of: examples, features: features, configuration: configuration, against: result.metrics, evaluator: brief,
      seed: request.options.seed, on: parallelism, progress: progress)
    let blocks = try planning.blocks.figures(
      of: examples, features: features, plan: plan, configuration: final, whole: chosen.predictions, request: request,
      on: parallelism, progress: progress)
    let hasGrid = settings.count > 1
    self.init(
      kind: .crossvalidation, examples: examples, configuration: final, result: result,
      groups: try request.groups(of: examples, scored: chosen.predictions.pooled, rows: chosen.predictions.rows),
      split: planning.splitDescription, foldPlan: plan.digest, cluster: request.clusterColumn,
      folds: folds, grid: hasGrid ? settings : [],
      best: hasGrid
        ? Best(
          C: chosen.inverseRegularization, metric: planning.metric,
          value: settings[bestPlace].metrics[planning.metric].value) : nil,
      strongestFeatures: whole.strongestFeatures(count: Self.strongestFeatureCount),
      notes: Self.notes(plan: plan, chosen: chosen, hasGrid: hasGrid),
      baselines: try Self.baselines(of: examples, plan: plan, evaluator: brief, on: parallelism),
      foldwise: FoldwiseFigures(
        folds.map { (metrics: $0.metrics, tested: $0.rows, trained: $0.trainingRows) },
        confidence: request.options.confidence), permutation: permutation, ablation: blocks.ablation,
      importance: blocks.importance)
  }

  /// What is reached without reading: nothing for a table of numbers.
  static func baselines(
    of examples: Examples, plan: FoldPlan, evaluator: Evaluator, on parallelism: Parallelism
  ) throws -> [BaselineFigures] {
    guard case .statements(let corpus) = examples.dataset.content else { return [] }
    let kinds: [Baseline.Kind] = [.majority, .length, .actor]
    return try Baseline.all(
      kinds, of: corpus, actors: corpus.actors, rows: try examples.labelledRows(clusteredBy: nil), plan: plan,
      on: parallelism
    ).map {
      BaselineFigures(
        name: $0.kind.rawValue, metrics: try evaluator.evaluate($0.predictions.pooled, on: .serial).metrics)
    }
  }

  private static func folds(
    of chosen: CrossValidation.Candidate, plan: FoldPlan, evaluator: Evaluator
  ) throws -> [Fold] {
    try plan.folds.enumerated().map { index, fold in
      Fold(
        name: fold.name, rows: fold.testRows.count, trainingRows: plan.trainingRows(ofFold: index).count,
        features: chosen.featureCounts[index], outcome: chosen.fitReports[index].outcome.rawValue,
        metrics: try evaluator.evaluate(chosen.predictions.folds[index], on: .serial).metrics)
    }
  }

  private static func notes(plan: FoldPlan, chosen: CrossValidation.Candidate, hasGrid: Bool) -> [String] {
    var notes = plan.notes
    for (fold, report) in zip(plan.folds, chosen.fitReports) {
      notes += report.warnings.map { "fold \(fold.name): \($0)" }
    }
    if hasGrid {
      notes.append("the best C was chosen on the same folds that are reported, so its figures are a little too good")
    }
    return notes
  }
}
