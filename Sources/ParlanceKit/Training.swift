internal import Classifiers
internal import LinearAlgebra
public import Reproducibility

/// Training: a labelled dataset in, a model with the proof of its fit out.
public struct Training: Sendable {
  /// The trained model.
  public let model: TrainedModel
  /// The number of stored features over all training rows.
  public let nonzeroCount: Int
  /// The number of rows left out because their label was not asked for.
  public let leftOutCount: Int

  init(model: TrainedModel, nonzeroCount: Int, leftOutCount: Int) {
    self.model = model
    self.nonzeroCount = nonzeroCount
    self.leftOutCount = leftOutCount
  }

  /// Learns features and weights from all rows of `dataset` whose label is asked for.
  ///
  /// Where the configuration asks for calibration, folds are made first, and a map is fitted to the scores of models of the other
  /// folds.
  ///
  /// - Parameters:
  ///   - calibrating: how rows are split for calibration; nil for five stratified folds.
  ///   - stability: how the stability of weights is looked into; nil for not at all.
  /// - Throws: `ConfigurationError`, `TextFeaturesError`, `ClassifierError` for requests and data that cannot be learnt from.
  ///   A fit that does not converge is no error: look at `model.record.fitReport.outcome`.
  public init(
    _ dataset: Dataset, configuration: TrainingConfiguration, calibrating: CalibrationSplit? = nil,
    stability: StabilityRequest? = nil, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let examples = try Examples(dataset, classes: configuration.classes)
    let features = try FeatureSource(
      examples.dataset, configuration: configuration.features, on: parallelism, progress: progress)
    try self.init(
      examples, features: features, configuration: configuration,
      calibratedAs: (calibrating ?? CalibrationSplit(design: FoldDesign(split: .stratified))).request,
      stability: stability, on: parallelism, progress: progress)
  }

  /// Learns features and weights from all of `examples`, and a map to probabilities where the configuration asks for one.
  ///
  /// - Parameter split: how rows are split for that map.
  /// - Throws: as `init(_:configuration:on:progress:)` does.
  init(
    _ examples: Examples, features: FeatureSource, configuration: TrainingConfiguration,
    calibratedAs split: CrossValidationRequest, stability: StabilityRequest? = nil, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws {
    var calibration: CalibrationRecord?
    if configuration.calibrationMethod != .none {
      calibration = try CalibrationRecord(
        configuration, examples: examples, features: features,
        plan: try split.plan(of: examples, progress: progress).outer, split: split.splitDescription, on: parallelism)
    }
    try self.init(
      examples, features: features, configuration: configuration, calibration: calibration, stability: stability,
      on: parallelism, progress: progress)
  }

  /// Learns features and weights from all of `examples`, which `features` were made from.
  ///
  /// - Throws: as `init(_:configuration:on:progress:)` does.
  init(
    _ examples: Examples, features: FeatureSource, configuration: TrainingConfiguration,
    calibration: CalibrationRecord? = nil, stability: StabilityRequest? = nil, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws {
    let fitting = try FeatureFit(
      features, rows: Array(0..<examples.count), of: examples, on: parallelism)
    let fit = try fitting.fit(configuration.model, on: parallelism, progress: progress)
    let weightStability = try stability.map { request in
      try WeightStability(
        request, of: fit.model, fitting: fitting, examples: examples, configuration: configuration.model,
        on: parallelism, progress: progress)
    }
    nonzeroCount = fitting.matrix.storedCount
    leftOutCount = examples.leftOutCount
    model = TrainedModel(
      fit, space: fitting.space, classes: examples.classes, source: examples.dataset.source,
      probeTexts: ProbeTexts.chosen(from: examples.dataset), configuration: configuration,
      calibration: calibration, stability: weightStability)
  }
}
