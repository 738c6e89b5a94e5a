internal import Classifiers
internal import Evaluation
internal import Reproducibility

extension EvaluationDocument {
  /// Cross-validates with settings chosen, or probabilities calibrated, inside each fold.
  ///
  /// - Throws: `ConfigurationError` for a plan without inner folds or a calibration of more than two classes; as training and
  ///   evaluating do.
  init(
    nesting configuration: TrainingConfiguration, examples: Examples, plan: NestedFoldPlan,
    planning: CrossValidationRequest, request: EvaluationRequest, parallelism: Parallelism, progress: ProgressHandler?,
    takeScores: ((OutOfFoldScores, TrainedModel) -> Void)?
  ) throws {
    guard let inner = plan.inner else {
      throw ConfigurationError(
        "\(planning.splitDescription): the plan has no inner folds",
        hint: "make it with parlance split --nested")
    }
    let method = configuration.calibrationMethod
    try method.check(classCount: examples.classes.count)
    let candidates =
      try planning.nested?.candidates(from: configuration)
      ?? [SettingsGrid.Candidate(settings: [], configuration: configuration)]
    let search = try NestedValidation.Search(
      candidates, examples: examples, metric: planning.metric, calibration: method, on: parallelism,
      progress: progress)
    let validation = try NestedValidation(
      examples, search: search, plan: plan, clusterColumn: request.clusterColumn, on: parallelism, progress: progress)
    let brief = Evaluator(try request.withoutIntervals.validated())
    let pooled = validation.predictions.pooled
    let result = try Evaluator(try request.options.validated()).evaluate(pooled, on: parallelism, progress: progress)
    let usual = Self.mostFrequent(validation.folds.map(\.chosen))
    let final = candidates[usual].configuration
    let whole = try Training(
      examples, features: search.sources[search.sourceOfCandidate[usual]], configuration: final, on: parallelism,
      progress: progress
    ).model
    let folds = try plan.outer.folds.indices.map { index in
      let (fold, outcome) = (plan.outer.folds[index], validation.folds[index])
      return Fold(
        name: fold.name, rows: fold.testRows.count, trainingRows: plan.outer.trainingRows(ofFold: index).count,
        features: outcome.featureCount, outcome: outcome.report.outcome.rawValue,
        metrics: try brief.evaluate(validation.predictions.folds[index], on: .serial).metrics,
        chosen: planning.nested == nil ? nil : candidates[outcome.chosen].settings, innerValue: outcome.innerValue)
    }
    takeScores?(OutOfFoldScores(validation.predictions, plan: plan.outer, examples: examples), whole)
    self.init(
      kind: .crossvalidation, examples: examples, configuration: final, result: result,
      groups: try request.groups(of: examples, scored: pooled, rows: validation.predictions.rows),
      split: planning.splitDescription, foldPlan: plan.digest, cluster: request.clusterColumn, folds: folds,
      nested: planning.nested == nil
        ? nil
        : Nesting(settings: candidates.count, metric: planning.metric, innerFolds: inner.map(\.folds.count)),
      strongestFeatures: whole.strongestFeatures(count: Self.strongestFeatureCount),
      notes: Self.nestedNotes(plan: plan, validation: validation, method: method, isNested: planning.nested != nil),
      baselines: try Self.baselines(of: examples, plan: plan.outer, evaluator: brief, on: parallelism),
      foldwise: FoldwiseFigures(
        folds.map { (metrics: $0.metrics, tested: $0.rows, trained: $0.trainingRows) },
        confidence: request.options.confidence))
  }

  /// The value that occurs most often; of equals, the smallest.
  private static func mostFrequent(_ values: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }

  private static func nestedNotes(
    plan: NestedFoldPlan, validation: NestedValidation, method: CalibrationMethod, isNested: Bool
  ) -> [String] {
    var notes = plan.outer.notes
    for (fold, outcome) in zip(plan.outer.folds, validation.folds) {
      notes += outcome.report.warnings.map { "fold \(fold.name): \($0)" }
    }
    let fewest = (plan.inner ?? []).map { $0.folds.reduce(0) { $0 + $1.testRows.count } }.min() ?? 0
    if let warning = method.warning(rowCount: fewest) { notes.append(warning) }
    if isNested {
      notes.append(
        "settings were chosen inside each fold, so the figures are of the whole procedure; configuration and features below are "
          + "those of the setting chosen most often")
    }
    return notes
  }
}

extension CalibrationMethod {
  /// - Throws: `ConfigurationError` for a number of classes that it cannot calibrate.
  func check(classCount: Int) throws {
    if self != .none, classCount != 2 {
      throw ConfigurationError(
        "--calibrate \(rawValue) with \(classCount) classes (two were expected)",
        hint: "choose two with --classes, or gather the others in rest")
    }
  }

  /// What has to be known of a map fitted to `rowCount` scores; nil where nothing has.
  func warning(rowCount: Int) -> String? {
    guard self == .isotonic, rowCount < IsotonicCalibration.advisedRowCount else { return nil }
    return
      "isotonic calibration on \(rowCount) rows follows chance (\(IsotonicCalibration.advisedRowCount) or more are advised): "
      + "platt needs fewer"
  }
}
