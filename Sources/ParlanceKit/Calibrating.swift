internal import Classifiers
internal import Evaluation
internal import LinearAlgebra
internal import Reproducibility

extension CalibrationRecord {
  /// Fits a map to the scores that models of the other folds give to each row.
  ///
  /// - Parameter plan: how rows are split; as its folds keep groups together, so the scores are of unseen groups.
  /// - Throws: `ConfigurationError` for more than two classes; as training and fitting a map do.
  init?(
    _ configuration: TrainingConfiguration, examples: Examples, features: FeatureSource, plan: FoldPlan, split: String,
    on parallelism: Parallelism
  ) throws {
    let method = configuration.calibrationMethod
    try method.check(classCount: examples.classes.count)
    let outputs = try parallelism.map(count: plan.folds.count) { index in
      let learnt = try FeatureFit(features, rows: plan.trainingRows(ofFold: index), of: examples, on: .serial)
      let fit = try learnt.fit(configuration.model, on: .serial)
      let test = features.matrix(rows: plan.folds[index].testRows, in: learnt.space, on: .serial)
      return fit.model.decisionValues(test, on: .serial)
    }
    let fitted = try CalibrationMap.fitted(
      method, decisionValues: outputs, plan: plan, rows: try examples.labelledRows(clusteredBy: nil))
    guard let fitted else { return nil }
    map = fitted
    rows = outputs.reduce(0) { $0 + $1.rowCount }
    self.split = split
    foldPlan = plan.digest
  }
}

/// How rows are split so that a model's probabilities can be calibrated.
public struct CalibrationSplit: Sendable {
  /// The design of the folds.
  public let design: FoldDesign
  /// A file that says how rows are split, instead of the design; nil for none.
  public let foldsFile: String?

  /// Names a design or a file.
  public init(design: FoldDesign, foldsFile: String? = nil) {
    self.design = design
    self.foldsFile = foldsFile
  }

  var request: CrossValidationRequest { CrossValidationRequest(design: design, foldsFile: foldsFile) }
}
