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
  /// - Complexity: O(n log n + resamples × n).
  public func evaluate(
    _ data: ScoredLabels, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws -> EvaluationResult {
    if case .threshold(let threshold) = options.decision, data.classCount > 2 {
      throw EvaluationError(
        "a threshold of \(threshold) for \(data.classCount) classes (two were expected)",
        hint: "leave the threshold out, and the most probable class is predicted")
    }
    let calculator = FigureCalculator(data, options: options)
    let ranking = calculator.ranking
    var figures = calculator.figures(weights: ranking.weights)
    var summary: BootstrapSummary?
    if options.resampleCount > 0 {
      let bootstrap = Bootstrap(calculator, clusters: data.truth.clusters, options: options)
      (figures, summary) = bootstrap.intervals(of: figures, on: parallelism, progress: progress)
    }
    let sums = ScorePartition(cuts: [], count: ranking.count).cumulativeSums(of: ranking, weights: ranking.weights).all
    return EvaluationResult(
      rows: data.count, positive: data.truth.classNames[data.truth.positiveClass],
      prevalence: sums.positive / sums.weight,
      threshold: threshold(of: data), metrics: figures.metrics, confusion: ranking.confusion(weights: ranking.weights),
      calibration: figures.calibration, massCalibration: figures.massCalibration, murphy: figures.murphy,
      classes: figures.classes, averages: figures.averages, thresholds: figures.thresholds,
      deLong: ranking.deLongInterval(confidence: options.confidence), bootstrap: summary,
      rocCurve: ranking.rocCurve(limit: Self.curvePointLimit),
      precisionRecallCurve: ranking.precisionRecallCurve(limit: Self.curvePointLimit))
  }

  private func threshold(of data: ScoredLabels) -> Double? {
    switch options.decision {
    case .threshold(let threshold): threshold
    case .mostProbable: data.classCount == 2 ? 0.5 : nil
    }
  }
}
