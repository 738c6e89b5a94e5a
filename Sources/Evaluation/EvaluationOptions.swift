internal import Reproducibility

/// How a predicted class is read off the probabilities.
public enum DecisionRule: Codable, Sendable, Hashable {
  /// The class with the greatest probability, the first of equals; scikit-learn's `predict`. For two classes this is a
  /// threshold of 0.5 that must be exceeded.
  case mostProbable
  /// The positive class where its probability is at least this much; for two classes only.
  case threshold(Double)
}

/// What an evaluation is to compute besides the figures themselves.
public struct EvaluationOptions: Codable, Sendable, Hashable {
  /// How classes are predicted; the most probable one by default.
  public var decision = DecisionRule.mostProbable
  /// How often the intervals should hold the true value, strictly between 0 and 1; 0.95 by default.
  public var confidence = 0.95
  /// The number of bootstrap resamples; 0 for no intervals, 1,000 by default.
  public var resampleCount = 1_000
  /// How resamples become intervals; by their percentiles by default.
  public var interval = IntervalMethod.percentile
  /// The seed of the resamples.
  public var seed = SeededGenerator.defaultSeed
  /// The number of calibration bins of either kind; 10 by default.
  public var binCount = 10

  /// The defaults.
  public init() {}

  /// The same options, known to make sense.
  ///
  /// - Throws: `EvaluationError` for a confidence, count of resamples, count of bins or threshold out of range.
  public func validated() throws -> ValidatedEvaluationOptions {
    guard confidence > 0, confidence < 1 else {
      throw EvaluationError("a confidence of \(confidence) (strictly between 0 and 1 was expected)", hint: "as in 0.95")
    }
    guard resampleCount >= 0, resampleCount <= 10_000_000 else {
      throw EvaluationError("\(resampleCount) resamples (0 to 10000000 were expected)", hint: "0 gives no intervals")
    }
    guard binCount >= 1, binCount <= 1_000 else {
      throw EvaluationError("\(binCount) calibration bins (1 to 1000 were expected)")
    }
    if case .threshold(let threshold) = decision, !(threshold >= 0 && threshold <= 1) {
      throw EvaluationError("a threshold of \(threshold) (0 to 1 was expected)")
    }
    return ValidatedEvaluationOptions(values: self)
  }
}

/// Options that `EvaluationOptions.validated()` found sound.
@dynamicMemberLookup
public struct ValidatedEvaluationOptions: Sendable, Hashable {
  /// The options.
  public let values: EvaluationOptions

  /// One of the options.
  public subscript<Value>(dynamicMember path: KeyPath<EvaluationOptions, Value>) -> Value { values[keyPath: path] }
}
