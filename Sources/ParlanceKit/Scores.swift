internal import Classifiers
public import LinearAlgebra
public import Reproducibility
internal import TextFeatures

/// What a model says of some rows.
public struct Scores: Sendable {
  /// For each row, the probability of each class in the model's order; calibrated where the model is.
  public let probabilities: DenseMatrix
  /// For each row, the model's own log-odds of the positive class against all others, calibrated or not.
  public let logits: [Double]
  /// For each row, the most probable class; of equals, the first.
  public let predictions: [Int]
  private let positiveIndex: Int

  /// The probability of the positive class, row by row.
  public var positiveProbabilities: [Double] {
    (0..<probabilities.rowCount).map { probabilities[$0, positiveIndex] }
  }

  init(
    _ matrix: DesignMatrix, model: LogisticModel, classes: ClassNames, calibration: CalibrationMap? = nil,
    on parallelism: Parallelism
  ) {
    self.init(
      decisionValues: model.decisionValues(matrix, on: parallelism), classes: classes, calibration: calibration)
  }

  /// - Parameter calibration: the map from log-odds to probabilities, for two classes; nil for the model's own probabilities.
  init(decisionValues: DenseMatrix, classes: ClassNames, calibration: CalibrationMap? = nil) {
    positiveIndex = classes.positiveIndex
    logits = LogisticModel.logOdds(ofClass: classes.positiveIndex, decisionValues: decisionValues)
    guard let calibration else {
      probabilities = LogisticModel.probabilities(decisionValues: decisionValues)
      predictions = LogisticModel.mostProbableClasses(decisionValues: decisionValues)
      return
    }
    precondition(classes.count == 2, "a calibration map for \(classes.count) classes")
    let values = logits.map { calibration.probability(ofLogit: $0) }
    probabilities = DenseMatrix(
      rowCount: values.count, columnCount: 2, elements: values.flatMap { [1 - $0, $0] })
    predictions = values.map { $0 > 0.5 ? 1 : 0 }
  }
}

extension TrainedModel {
  /// The model's scores for all rows of `dataset`.
  ///
  /// - Throws: `ConfigurationError` where the data are not of the kind the model was trained on.
  public func scores(for dataset: Dataset, on parallelism: Parallelism) throws -> Scores {
    Scores(
      try space.matrix(of: dataset, on: parallelism), model: logistic, classes: classes, calibration: calibration,
      on: parallelism)
  }

  /// The log-odds of the positive class for each of `texts`.
  ///
  /// - Throws: `ConfigurationError` for a model of numbers.
  public func logits(of texts: [String], on parallelism: Parallelism) throws -> [Double] {
    guard case .texts(let pipeline) = space else {
      throw ConfigurationError("the model was trained on numbers, not on texts")
    }
    return Scores(
      pipeline.transform(texts, on: parallelism), model: logistic, classes: classes, on: parallelism
    ).logits
  }

  /// The largest difference between the logits that the model's probes have now and those they had when it was saved, or nil for
  /// a model without probes.
  public func selfTest() -> Double? {
    guard !probes.isEmpty, let logits = try? logits(of: probes.map(\.text), on: .serial) else { return nil }
    return zip(logits, probes).map { abs($0 - $1.logit) }.max()
  }
}
