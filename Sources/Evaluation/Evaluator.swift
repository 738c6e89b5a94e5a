public import Reproducibility

/// Judges predictions: figures, curves and tables, with intervals by the bootstrap.
public struct Evaluator: Sendable, Hashable {
  private static let curvePointLimit = 400

  private let options: ValidatedEvaluationOptions

  /// An evaluator that works as `options` say.
  public init(_ options: ValidatedEvaluationOptions) { self.options = options }

  /// The evaluation of `data`.
  ///
  /// Conventions are scikit-learn's: a ratio with nothing to divide by is 0 and its note says so; what has no meaning, as
  /// an AUC of one class, is nil with a note. The result is the same bit for bit on any thread count and, as sums are taken
  /// in an order given by the scores, for two classes in any order of the rows.
  ///
  /// - Parameters:
  ///   - data: true classes and probabilities.
  ///   - parallelism: how many threads the resamples may use.
  ///   - progress: told how many resamples are done.
  /// - Throws: `EvaluationError` for a threshold with more than two classes.
  /// - Complexity: O(n log n + resamples × n). Of each resample, only what depends on the ranking takes a pass over rows; the
  ///   rest is a pass over what is drawn, which for clusters is much less.
  public func evaluate(
    _ data: ScoredLabels, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws -> EvaluationResult {
    try checkDecision(for: data)
    let calculator = FigureCalculator(data, options: options)
    let ranking = calculator.ranking
    let unresampled = calculator.unresampled
    var figures = unresampled.all
    var summary: BootstrapSummary?
    if options.resampleCount > 0 {
      let outcome = Bootstrap(calculator, options: options).intervals(
        on: parallelism, progress: progress, of: calculator.figures { $0.all.values() })
      figures.add(outcome.intervals)
      summary = outcome.summary
    }
    return EvaluationResult(
      rows: data.count, positive: data.truth.classNames[data.truth.positiveClass],
      prevalence: unresampled.prevalence,
      threshold: threshold(of: data), metrics: figures.metrics, confusion: unresampled.confusion,
      calibration: figures.calibration, massCalibration: figures.massCalibration, murphy: figures.murphy,
      classes: figures.classes, averages: figures.averages, thresholds: figures.thresholds,
      deLong: ranking.deLongInterval(confidence: options.confidence), bootstrap: summary,
      rocCurve: ranking.rocCurve(limit: Self.curvePointLimit),
      precisionRecallCurve: ranking.precisionRecallCurve(limit: Self.curvePointLimit))
  }

  /// The chosen figures of `data` with their intervals, bit for bit those that `evaluate` gives.
  ///
  /// Only what these figures need is computed in each resample, which makes many resamples of few figures cheap:
  ///
  /// ```swift
  /// let chosen = try evaluator.intervals(of: [.rocAUC, .averagePrecision, .f1, .brier], for: data, on: .serial)
  /// let area = chosen[.rocAUC]  // value 0.83, low 0.81, high 0.85
  /// ```
  ///
  /// - Parameters:
  ///   - metrics: the figures to give, one or more.
  ///   - data: true classes and probabilities.
  ///   - parallelism: how many threads the resamples may use.
  ///   - progress: told how many resamples are done.
  /// - Throws: `EvaluationError` for no metric, and for a threshold with more than two classes.
  /// - Complexity: as `evaluate`; without `rocAUC`, `averagePrecision` and the calibration errors, O(units drawn) a resample.
  public func intervals(
    of metrics: Set<Metric>, for data: ScoredLabels, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws -> MetricIntervals {
    guard !metrics.isEmpty else {
      throw EvaluationError("no metric was named (at least one was expected)", hint: "as in rocAUC")
    }
    try checkDecision(for: data)
    let chosen = Metric.allCases.filter(metrics.contains)
    let calculator = FigureCalculator(data, options: options)
    let unresampled = calculator.unresampled
    let values = chosen.map { unresampled[$0] }
    guard options.resampleCount > 0 else { return MetricIntervals(chosen, values: values, bootstrap: nil) }
    let outcome = Bootstrap(calculator, options: options).intervals(
      on: parallelism, progress: progress,
      of: calculator.figures { resample in chosen.map { resample[$0].value ?? .nan } })
    let withIntervals = values.enumerated().map { index, value in
      outcome.intervals.isEmpty ? value : value.with(outcome.intervals[index])
    }
    return MetricIntervals(chosen, values: withIntervals, bootstrap: outcome.summary)
  }

  /// The number of resamples asked for.
  var resampleCount: Int { options.resampleCount }

  /// What is the same in every resample of `data`, whose rows are clustered as those of `truth`.
  func calculator(_ data: ScoredLabels, of truth: LabelledRows) throws -> FigureCalculator {
    FigureCalculator(try ScoredLabels(truth, probabilities: data.probabilities), options: options)
  }

  func bootstrap(_ calculator: FigureCalculator) -> Bootstrap { Bootstrap(calculator, options: options) }

  func checkDecision(for data: ScoredLabels) throws {
    if case .threshold(let threshold) = options.decision, data.classCount > 2 {
      throw EvaluationError(
        "a threshold of \(threshold) for \(data.classCount) classes (two were expected)",
        hint: "leave the threshold out, and the most probable class is predicted")
    }
  }

  private func threshold(of data: ScoredLabels) -> Double? {
    switch options.decision {
    case .threshold(let threshold): threshold
    case .mostProbable: data.classCount == 2 ? 0.5 : nil
    }
  }
}
