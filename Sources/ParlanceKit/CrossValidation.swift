public import Classifiers
public import Evaluation
internal import LinearAlgebra
public import Reproducibility

/// Cross-validation: every row scored by a model that has not seen it, nor anything else of its fold.
public struct CrossValidation: Sendable {
  /// What one setting of the grid gave.
  public struct Candidate: Sendable {
    /// The inverse strength of the penalty.
    public let inverseRegularization: Double
    /// The predictions of all folds.
    public let predictions: OutOfFoldPredictions
    /// How the fit of each fold ended.
    public let fitReports: [FitReport]
    /// The number of features each fold learnt.
    public let featureCounts: [Int]
  }

  /// What the inverse strength of the penalty is called in a grid.
  public static let strengthName = "C"

  /// One for each value of C, in ascending order.
  public let candidates: [Candidate]

  /// Trains and tests once a fold for each value of C.
  ///
  /// Everything that learns, vocabulary and document frequencies included, learns from the training rows of the fold alone. Folds
  /// run side by side; along the values of C each fit starts from the one before.
  ///
  /// - Parameters:
  ///   - grid: values of C to try; nil to take the configuration's.
  ///   - clusterColumn: the column whose values are to be resampled together for intervals, or nil for single rows.
  /// - Throws: as training does, naming the fold.
  public init(
    _ examples: Examples, plan: FoldPlan, configuration: TrainingConfiguration, grid: ParameterGrid? = nil,
    clusterColumn: String? = nil, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let strengths = grid?.candidates.compactMap { $0[Self.strengthName] } ?? [configuration.model.inverseRegularization]
    let features = try FeatureSource(
      examples.dataset, configuration: configuration.features, on: parallelism, progress: progress)
    let counter = FoldCounter(total: plan.folds.count, progress: progress)
    let folds = try parallelism.map(count: plan.folds.count) { index in
      defer { counter.finishOne() }
      return try Self.runFold(
        index, of: plan, examples: examples, features: features, model: configuration.model, strengths: strengths)
    }
    let rows = try examples.labelledRows(clusteredBy: clusterColumn)
    candidates = try strengths.enumerated().map { place, strength in
      Candidate(
        inverseRegularization: strength,
        predictions: try OutOfFoldPredictions(
          plan: plan, of: rows, probabilities: folds.map { $0.runs[place].probabilities }),
        fitReports: folds.map { $0.runs[place].report }, featureCounts: folds.map(\.featureCount))
    }
  }

  private struct FoldResult: Sendable {
    let featureCount: Int
    let runs: [Run]

    struct Run: Sendable {
      let probabilities: [[Double]]
      let report: FitReport
    }
  }

  private static func runFold(
    _ index: Int, of plan: FoldPlan, examples: Examples, features: FeatureSource, model: LogisticConfiguration,
    strengths: [Double]
  ) throws -> FoldResult {
    let learnt = try FeatureFit(features, rows: plan.trainingRows(ofFold: index), of: examples, on: .serial)
    let test = features.matrix(rows: plan.folds[index].testRows, in: learnt.space, on: .serial)
    var configuration = model
    var previous: LogisticModel?
    let runs = try strengths.map { strength in
      configuration.inverseRegularization = strength
      let fit = try learnt.fit(configuration, startingFrom: previous, on: .serial)
      previous = fit.model
      return FoldResult.Run(probabilities: fit.model.probabilities(test, on: .serial).columns, report: fit.report)
    }
    return FoldResult(featureCount: learnt.space.featureCount, runs: runs)
  }
}
