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

  /// How many values of C are fitted one after another, each from the model before: few enough that there is work for all
  /// threads, and the same on any number of them.
  private static let pathLength = 4

  /// Trains and tests once a fold for each value of C.
  ///
  /// Everything that learns, vocabulary and document frequencies included, learns from the training rows of the fold alone. Folds
  /// run side by side; along the values of C, a few at a time, each fit starts from the one before.
  ///
  /// - Parameters:
  ///   - features: the rows of `examples`, made ready to learn from.
  ///   - grid: values of C to try; nil to take the configuration's.
  ///   - clusterColumn: the column whose values are to be resampled together for intervals, or nil for single rows.
  /// - Throws: as training does, naming the fold.
  public init(
    _ examples: Examples, features: FeatureSource, plan: FoldPlan, configuration: TrainingConfiguration,
    grid: ParameterGrid? = nil, clusterColumn: String? = nil, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    let strengths = grid?.candidates.compactMap { $0[Self.strengthName] } ?? [configuration.model.inverseRegularization]
    let folds = try parallelism.map(count: plan.folds.count) { index in
      try Fold(index, of: plan, examples: examples, features: features)
    }
    let paths = stride(from: 0, to: strengths.count, by: Self.pathLength).map { start in
      Array(strengths[start..<min(start + Self.pathLength, strengths.count)])
    }
    let counter = FitCounter(total: folds.count * strengths.count, progress: progress)
    let parts = try parallelism.map(count: folds.count * paths.count) { index in
      let path = paths[index % paths.count]
      defer { counter.finish(path.count) }
      return try folds[index / paths.count].runs(model: configuration.model, strengths: path)
    }
    let runs = folds.indices.map { fold in Array(parts[(fold * paths.count)..<((fold + 1) * paths.count)].joined()) }
    let rows = try examples.labelledRows(clusteredBy: clusterColumn)
    candidates = try strengths.enumerated().map { place, strength in
      Candidate(
        inverseRegularization: strength,
        predictions: try OutOfFoldPredictions(
          plan: plan, of: rows, probabilities: runs.map { $0[place].probabilities }),
        fitReports: runs.map { $0[place].report }, featureCounts: folds.map(\.learnt.space.featureCount))
    }
  }
}

/// A fold with what was learnt from its training rows, whatever is tried on it.
private struct Fold: Sendable {
  let learnt: FeatureFit
  private let test: DesignMatrix

  /// What one value of C gave.
  struct Run: Sendable {
    let probabilities: [[Double]]
    let report: FitReport
  }

  init(_ index: Int, of plan: FoldPlan, examples: Examples, features: FeatureSource) throws {
    learnt = try FeatureFit(features, rows: plan.trainingRows(ofFold: index), of: examples, on: .serial)
    test = features.matrix(rows: plan.folds[index].testRows, in: learnt.space, on: .serial)
  }

  /// Fits and tests for each of `strengths`, each fit starting from the one before.
  func runs(model: LogisticConfiguration, strengths: [Double]) throws -> [Run] {
    var configuration = model
    var previous: LogisticModel?
    return try strengths.map { strength in
      configuration.inverseRegularization = strength
      let fit = try learnt.fit(configuration, startingFrom: previous, on: .serial)
      previous = fit.model
      return Run(probabilities: fit.model.probabilities(test, on: .serial).columns, report: fit.report)
    }
  }
}
