/// The ways in which information about the test reaches a model, as Kapoor and Narayanan number them (2023, Leakage and the
/// reproducibility crisis in machine-learning-based science, Patterns 4).
public enum LeakageType: String, Codable, Sendable, Hashable, CaseIterable {
  /// There is no test set, or the model is judged by rows it was trained on.
  case noTestSet = "L1.1"
  /// Texts or columns were prepared with the help of test rows.
  case preprocessing = "L1.2"
  /// Features or settings were chosen with the help of test rows.
  case selection = "L1.3"
  /// The same text is trained on and tested.
  case duplicates = "L1.4"
  /// Features stand for the label without being what is to be measured.
  case illegitimateFeatures = "L2"
  /// What is tested happened before what is trained on.
  case temporal = "L3.1"
  /// Rows trained on and rows tested are not independent.
  case dependence = "L3.2"
  /// What is tested is no sample of what is to be spoken about.
  case samplingBias = "L3.3"

  /// What it is called there.
  public var title: String {
    switch self {
    case .noTestSet: "no test set"
    case .preprocessing: "preprocessing on training and test set"
    case .selection: "feature selection on training and test set"
    case .duplicates: "duplicates"
    case .illegitimateFeatures: "features that are not legitimate"
    case .temporal: "temporal leakage"
    case .dependence: "training and test rows are not independent"
    case .samplingBias: "sampling bias in the test distribution"
    }
  }
}
