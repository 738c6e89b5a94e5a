internal import Classifiers
internal import Evaluation
internal import LinearAlgebra
internal import Reproducibility
internal import TextFeatures

/// Cross-validation whose settings, and maps from scores to probabilities, come from inner folds of each fold's training rows.
struct NestedValidation: Sendable {
  /// What one outer fold gave.
  struct Fold: Sendable {
    /// The place of the chosen candidate.
    let chosen: Int
    /// The figure by which it was chosen, over the inner folds; nil where there was no choice.
    let innerValue: Double?
    let probabilities: [[Double]]
    let report: FitReport
    let featureCount: Int
  }

  let folds: [Fold]
  let predictions: OutOfFoldPredictions

  /// The candidates with the features that each needs, made ready once for the whole corpus.
  struct Search: Sendable {
    let candidates: [SettingsGrid.Candidate]
    let sources: [FeatureSource]
    /// The source of each candidate.
    let sourceOfCandidate: [Int]
    let metric: Metric
    let calibration: CalibrationMethod

    /// - Throws: as making features ready does.
    init(
      _ candidates: [SettingsGrid.Candidate], examples: Examples, metric: Metric, calibration: CalibrationMethod,
      on parallelism: Parallelism, progress: ProgressHandler?
    ) throws {
      var configurations: [FeatureConfiguration] = []
      sourceOfCandidate = candidates.map { candidate in
        let features = candidate.configuration.features
        if let place = configurations.firstIndex(of: features) { return place }
        configurations.append(features)
        return configurations.count - 1
      }
      sources = try configurations.map {
        try FeatureSource(examples.dataset, configuration: $0, on: parallelism, progress: progress)
      }
      self.candidates = candidates
      self.metric = metric
      self.calibration = calibration
    }

    /// The candidates that use a source, in their order.
    func candidates(ofSource source: Int) -> [Int] { candidates.indices.filter { sourceOfCandidate[$0] == source } }
  }

  /// Chooses, trains and tests once for each outer fold.
  ///
  /// Everything that learns or chooses sees the training rows of the outer fold alone. Work is cut by outer fold, inner fold and
  /// features, so that results are the same on any number of threads.
  ///
  /// - Precondition: `plan` has inner folds.
  init(
    _ examples: Examples, search: Search, plan: NestedFoldPlan, clusterColumn: String?, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws {
    guard let inner = plan.inner else { preconditionFailure("a nested validation without inner folds") }
    let rows = try examples.labelledRows(clusteredBy: clusterColumn)
    let training = plan.outer.folds.indices.map { plan.outer.trainingRows(ofFold: $0) }
    let tasks = inner.indices.flatMap { outer in
      inner[outer].folds.indices.flatMap { part in
        search.sources.indices.map { (outer: outer, part: part, source: $0) }
      }
    }
    let counter = FitCounter(total: tasks.count + plan.outer.folds.count, progress: progress)
    let outputs = try parallelism.map(count: tasks.count) { index in
      let task = tasks[index]
      defer { counter.finish(1) }
      let (plan, outerRows) = (inner[task.outer], training[task.outer])
      return try search.runs(
        source: task.source, training: plan.trainingRows(ofFold: task.part).map { outerRows[$0] },
        test: plan.folds[task.part].testRows.map { outerRows[$0] }, of: examples)
    }
    var outputsOfFold = [[[Int: DenseMatrix]]](repeating: [], count: inner.count)
    for (task, output) in zip(tasks, outputs) {
      if task.source == 0 {
        outputsOfFold[task.outer].append(output)
      } else {
        outputsOfFold[task.outer][task.part].merge(output) { first, _ in first }
      }
    }
    let gathered = outputsOfFold
    folds = try parallelism.map(count: plan.outer.folds.count) { outer in
      defer { counter.finish(1) }
      return try search.fold(
        testRows: plan.outer.folds[outer].testRows, training: training[outer], inner: inner[outer],
        outputs: gathered[outer], rows: rows.selecting(rows: training[outer]), examples: examples)
    }
    predictions = try OutOfFoldPredictions(plan: plan.outer, of: rows, probabilities: folds.map(\.probabilities))
  }
}

extension NestedValidation.Search {
  /// The decision values that each candidate of a source gives to some rows, having learnt from others.
  fileprivate func runs(
    source: Int, training: [Int], test: [Int], of examples: Examples
  ) throws -> [Int: DenseMatrix] {
    let features = sources[source]
    let learnt = try FeatureFit(features, rows: training, of: examples, on: .serial)
    let matrix = features.matrix(rows: test, in: learnt.space, on: .serial)
    var outputs: [Int: DenseMatrix] = [:]
    var previous: (model: LogisticModel, configuration: LogisticConfiguration)?
    for place in self.candidates(ofSource: source) {
      var configuration = candidates[place].configuration.model
      let start = previous.flatMap { previous -> LogisticModel? in
        var same = previous.configuration
        same.inverseRegularization = configuration.inverseRegularization
        return same == configuration ? previous.model : nil
      }
      let fit = try learnt.fit(configuration, startingFrom: start, on: .serial)
      outputs[place] = fit.model.decisionValues(matrix, on: .serial)
      configuration = candidates[place].configuration.model
      previous = (fit.model, configuration)
    }
    return outputs
  }

  /// Chooses by the inner folds, fits the map, trains on all training rows and tests.
  fileprivate func fold(
    testRows: [Int], training: [Int], inner: FoldPlan, outputs: [[Int: DenseMatrix]], rows: LabelledRows,
    examples: Examples
  ) throws -> NestedValidation.Fold {
    let (chosen, value) = try choose(inner: inner, outputs: outputs, rows: rows)
    let map = try CalibrationMap.fitted(
      calibration, decisionValues: outputs.compactMap { $0[chosen] }, plan: inner, rows: rows)
    let features = sources[sourceOfCandidate[chosen]]
    let learnt = try FeatureFit(features, rows: training, of: examples, on: .serial)
    let fit = try learnt.fit(candidates[chosen].configuration.model, on: .serial)
    let test = features.matrix(rows: testRows, in: learnt.space, on: .serial)
    let scores = Scores(
      decisionValues: fit.model.decisionValues(test, on: .serial), classes: examples.classes, calibration: map)
    return NestedValidation.Fold(
      chosen: chosen, innerValue: value, probabilities: scores.probabilities.columns, report: fit.report,
      featureCount: learnt.space.featureCount)
  }

  /// The candidate with the best figure over the inner folds' pooled predictions; of equals, the first.
  private func choose(
    inner: FoldPlan, outputs: [[Int: DenseMatrix]], rows: LabelledRows
  ) throws -> (place: Int, value: Double?) {
    guard candidates.count > 1 else { return (0, nil) }
    var options = EvaluationOptions()
    options.resampleCount = 0
    let evaluator = Evaluator(try options.validated())
    var best: (place: Int, value: Double)?
    for place in candidates.indices {
      let probabilities = outputs.compactMap { $0[place] }.map {
        LogisticModel.probabilities(decisionValues: $0).columns
      }
      let pooled = try OutOfFoldPredictions(plan: inner, of: rows, probabilities: probabilities).pooled
      guard let value = try evaluator.intervals(of: [metric], for: pooled, on: .serial)[metric]?.value else { continue }
      let isBetter = best.map { metric.isHigherBetter ? value > $0.value : value < $0.value } ?? true
      if isBetter { best = (place, value) }
    }
    guard let best else {
      throw ConfigurationError(
        "\(metric.rawValue) is undefined for all \(candidates.count) settings over the inner folds",
        hint: "choose by another metric, as in --select-by logLoss")
    }
    return (best.place, best.value)
  }
}

extension CalibrationMap {
  /// The map fitted to the pooled decision values of a plan's folds.
  ///
  /// - Parameters:
  ///   - decisionValues: for each fold one column, with a value for each test row.
  ///   - rows: the rows that the plan splits, of two classes.
  static func fitted(
    _ method: CalibrationMethod, decisionValues: [DenseMatrix], plan: FoldPlan, rows: LabelledRows
  ) throws -> CalibrationMap? {
    if method == .none { return nil }
    let places = plan.folds.flatMap(\.testRows)
    return try fitted(
      method, logits: decisionValues.flatMap { values in (0..<values.rowCount).map { values[$0, 0] } },
      isPositive: places.map { rows.labels[$0] == rows.positiveClass },
      weights: rows.weights.map { weights in places.map { weights[$0] } })
  }
}
