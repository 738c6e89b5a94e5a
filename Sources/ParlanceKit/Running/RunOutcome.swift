internal import Classifiers
internal import Corpora
internal import Evaluation
internal import LinearAlgebra
public import Reproducibility
internal import TextFeatures

/// What a run computed.
public struct RunOutcome: Sendable {
  /// The cross-validation.
  public let evaluation: EvaluationDocument
  /// What each row was given by a model that had not seen it.
  public let scores: OutOfFoldScores
  /// The model of all rows.
  public let model: TrainedModel
  /// The audit; nil where none was asked for.
  public let audit: AuditDocument?
  /// The comparison of actors by the out-of-fold scores; nil where none was asked for.
  public let comparison: ActorComparisonDocument?
  /// The actors over time; nil where that was not asked for.
  public let series: ActorSeriesDocument?
  /// The words; nil where they were not asked for.
  public let keywords: KeywordDocument?
  /// The identity of what each stage made.
  public let stages: [StageDigest]
  /// The corpus.
  public let data: DataSource
  /// How long each part took, in seconds.
  public let seconds: [RunTimings.Part]
  /// The rows that take part.
  let examples: Examples

  /// Carries out a plan.
  ///
  /// - Throws: as reading, cross-validating, training and comparing do; `ConfigurationError` for a table of numbers.
  public init(
    _ plan: RunPlan, material: RunMaterial, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    var clock = PartClock()
    let examples = material.examples
    self.examples = examples
    var taken: (scores: OutOfFoldScores, whole: TrainedModel)?
    evaluation = try EvaluationDocument(
      crossValidating: plan.configuration, examples: examples, features: material.features, plan: plan.validation,
      request: plan.evaluation, parallelism: parallelism, progress: progress, takeScores: { taken = ($0, $1) })
    guard let (scores, whole) = taken else { preconditionFailure("a cross-validation gave no scores") }
    self.scores = scores
    clock.end("cross-validation")
    let final = evaluation.configuration
    // A search inside folds may have chosen other features than the experiment names.
    let features =
      final.features == plan.configuration.features
      ? material.features
      : try FeatureSource(examples.dataset, configuration: final.features, on: parallelism, progress: progress)
    model =
      final.calibrationMethod == .none
      ? whole
      : try Training(
        examples, features: features, configuration: final, calibratedAs: plan.validation, on: parallelism,
        progress: progress
      ).model
    clock.end("training")
    let scored = try ScoredCorpus(examples, scores: scores)
    comparison = try plan.comparison.map { try ActorComparisonDocument(scored, request: $0, on: parallelism) }
    series = try plan.series.map { try ActorSeriesDocument(scored, request: $0, on: parallelism) }
    keywords = try plan.keywords.map {
      try KeywordDocument(scored.corpus, request: $0, on: parallelism, progress: progress)
    }
    clock.end("comparison")
    audit = plan.isAudited ? try Self.audit(plan, examples: examples, on: parallelism, progress: progress) : nil
    clock.end("audit")
    data = examples.dataset.source
    stages = try RunStages(
      examples: examples, features: features, model: model, scores: scores, evaluation: evaluation, on: parallelism
    ).digests
    clock.end("digests")
    seconds = clock.parts
  }

  private static func audit(
    _ plan: RunPlan, examples: Examples, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws -> AuditDocument {
    // Probes train further models; an experiment's own audit looks at rows and folds only.
    let request = AuditRequest(design: plan.validation.design, foldsFile: plan.validation.foldsFile, makesProbes: false)
    return try AuditDocument(
      request, of: plan.configuration, on: examples.dataset, options: plan.evaluation.options, parallelism: parallelism,
      progress: progress)
  }
}

/// How long the parts of some work take.
private struct PartClock {
  private(set) var parts: [RunTimings.Part] = []
  private var last = ContinuousClock.now

  mutating func end(_ part: String) {
    let now = ContinuousClock.now
    parts.append(RunTimings.Part(part: part, seconds: (now - last).inSeconds))
    last = now
  }
}

/// The digests of what a run's stages made.
private struct RunStages {
  let digests: [StageDigest]

  init(
    examples: Examples, features: FeatureSource, model: TrainedModel, scores: OutOfFoldScores,
    evaluation: EvaluationDocument, on parallelism: Parallelism
  ) throws {
    let source = examples.dataset.source
    let rows = Array(0..<examples.count)
    var input = Digester()
    input.update(Array("\(source.sha256) \(source.rows) \(source.skipped) \(source.filtered)\n".utf8))
    for label in examples.labels { input.update(numbers: [Int32(label)]) }
    var weights = Digester()
    weights.update(numbers: model.logistic.coefficients.elements)
    weights.update(numbers: model.logistic.intercepts)
    var predictions = Digester()
    for row in scores.rows {
      predictions.update(Array("\(row.id)\u{0}\(row.fold)\u{0}".utf8))
      predictions.update(numbers: [row.probability])
    }
    let made: [(RunStage, ContentDigest)] = [
      (.input, input.finish()), (.tokens, try features.tokenDigest(of: examples.dataset, on: parallelism)),
      (.split, evaluation.foldPlan ?? ContentDigest(of: "")), (.vocabulary, model.space.digest),
      (.matrix, features.matrix(rows: rows, in: model.space, on: parallelism).digest), (.weights, weights.finish()),
      (.predictions, predictions.finish()),
      (.metrics, ContentDigest(of: try JSONValue(encoding: evaluation.result).text())),
    ]
    digests = made.map { StageDigest(stage: $0.0, sha256: $0.1) }
  }
}
