public import Classifiers
public import TextFeatures

/// All that decides what a model learns from given data.
public struct TrainingConfiguration: Codable, Sendable, Hashable {
  /// Which labels to tell apart.
  public var classes: ClassSelection
  /// How texts become features.
  public var features: FeatureConfiguration
  /// How the model is fitted.
  public var model: LogisticConfiguration
  /// How scores become probabilities; nil for the model's own.
  public var calibration: CalibrationMethod?

  /// Collects them; the defaults are scikit-learn's.
  public init(
    classes: ClassSelection = ClassSelection(), features: FeatureConfiguration = FeatureConfiguration(),
    model: LogisticConfiguration = LogisticConfiguration(), calibration: CalibrationMethod? = nil
  ) {
    self.classes = classes
    self.features = features
    self.model = model
    self.calibration = calibration
  }

  /// How scores become probabilities.
  var calibrationMethod: CalibrationMethod { calibration ?? .none }
}
