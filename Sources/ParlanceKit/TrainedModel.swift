public import Classifiers
internal import Corpora
internal import LinearAlgebra
public import Reproducibility
internal import TextFeatures

/// A model as it is saved, shared and applied: features, weights, classes, and the record of how it came to be.
public struct TrainedModel: Sendable {
  /// The features it knows.
  public let space: FeatureSpace
  /// Its weights.
  public let logistic: LogisticModel
  /// Everything about it that is not a tensor.
  public let record: ModelRecord
  /// A few training texts with the logits they had when the model was saved.
  public let probes: [Probe]

  /// The classes it tells apart.
  public var classes: ClassNames { record.classes }
  /// The map from its log-odds to probabilities; nil where they are its own.
  public var calibration: CalibrationMap? { record.calibration?.map }

  /// A text and the logit the model gave it.
  public struct Probe: Codable, Sendable, Hashable {
    /// The text.
    public let text: String
    /// The log-odds of the positive class.
    public let logit: Double
  }

  init(space: FeatureSpace, logistic: LogisticModel, record: ModelRecord, probes: [Probe]) {
    self.space = space
    self.logistic = logistic
    self.record = record
    self.probes = probes
  }

  /// - Parameters:
  ///   - source: the data it learnt from.
  ///   - probeTexts: some of its texts.
  init(
    _ fit: LogisticFit, space: FeatureSpace, classes: ClassNames, source: DataSource, probeTexts: [String],
    configuration: TrainingConfiguration, calibration: CalibrationRecord? = nil,
    stability: WeightStability? = nil
  ) {
    self.space = space
    logistic = fit.model
    record = ModelRecord(
      version: ProgramVersion.current, classes: classes, configuration: configuration, trainingData: source,
      fitReport: fit.report, algebra: BLAS.build, calibration: calibration, stability: stability)
    probes = Self.probes(probeTexts, space: space, logistic: fit.model, classes: classes)
  }

  private static func probes(
    _ texts: [String], space: FeatureSpace, logistic: LogisticModel, classes: ClassNames
  ) -> [Probe] {
    guard case .texts(let pipeline) = space else { return [] }
    let scores = Scores(pipeline.transform(texts, on: .serial), model: logistic, classes: classes, on: .serial)
    return zip(texts, scores.logits).map { Probe(text: $0, logit: $1) }
  }
}

/// A map from log-odds to probabilities, and what it was fitted to.
public struct CalibrationRecord: Codable, Sendable, Hashable {
  /// The map.
  public let map: CalibrationMap
  /// The number of scores it was fitted to, each by a model that had not seen the row.
  public let rows: Int
  /// How rows were split for that, in words.
  public let split: String
  /// The identity of the fold plan.
  public let foldPlan: ContentDigest
}

/// What is written in a model file beside the tensors.
public struct ModelRecord: Codable, Sendable, Hashable {
  /// The version of Parlance that trained the model.
  public let version: String
  /// The classes it tells apart.
  public let classes: ClassNames
  /// What it was asked to learn, every default written out.
  public let configuration: TrainingConfiguration
  /// The data it learnt from.
  public let trainingData: DataSource
  /// How its fit ended, with the certificate of optimality.
  public let fitReport: FitReport
  /// The build of OpenBLAS and the processor core it was fitted with.
  public let algebra: String
  /// How its scores become probabilities; nil where they are the model's own.
  public let calibration: CalibrationRecord?
  /// How far its strongest weights vary over resamples of the rows; nil where that was not asked for.
  public let stability: WeightStability?
}
