internal import Statistics

/// The means of the folds' own figures, with standard errors that allow for what the folds share.
///
/// Folds train on nearly the same rows, so that the spread of their figures understates how uncertain the mean is. Nadeau and
/// Bengio (2003) put s² (1 / J + tested / trained) in the place of s² / J; the interval is Student's with J - 1 degrees of freedom.
public struct FoldwiseFigures: Codable, Sendable, Hashable {
  /// The mean of a figure over folds.
  public struct Figure: Codable, Sendable, Hashable {
    /// The mean over the folds that have the figure; nil where none has.
    public let mean: Double?
    /// Its corrected standard error; nil for fewer than two folds.
    public let standardError: Double?
    /// The lower end of the interval; nil where the standard error is.
    public let low: Double?
    /// The upper end; nil where `low` is.
    public let high: Double?
    /// The number of folds that have the figure.
    public let folds: Int

    /// Writes all members, null for what there is none of.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(mean, forKey: .mean)
      try container.encode(standardError, forKey: .standardError)
      try container.encode(low, forKey: .low)
      try container.encode(high, forKey: .high)
      try container.encode(folds, forKey: .folds)
    }
  }

  /// Rows tested to rows trained on: the mean over folds.
  public let testedToTrained: Double
  /// How often an interval should hold the true value.
  public let confidence: Double
  /// The figures, by metric.
  public let metrics: PerMetric<Figure>

  /// Sums up what each fold gave.
  ///
  /// - Parameters:
  ///   - folds: each fold's figures, with the numbers of rows tested and trained on.
  ///   - confidence: how often an interval should hold the true value, as 0.95.
  /// - Precondition: there is a fold, each trains on a row, and `confidence` is strictly between 0 and 1.
  public init(_ folds: [(metrics: MetricTable, tested: Int, trained: Int)], confidence: Double) {
    precondition(!folds.isEmpty && folds.allSatisfy { $0.trained > 0 }, "a fold that trains on nothing, or no fold")
    let ratio = folds.reduce(0) { $0 + Double($1.tested) / Double($1.trained) } / Double(folds.count)
    testedToTrained = ratio
    self.confidence = confidence
    metrics = PerMetric { metric in
      Self.figure(of: folds.compactMap { $0.metrics[metric].value }, ratio: ratio, confidence: confidence)
    }
  }

  private static func figure(of values: [Double], ratio: Double, confidence: Double) -> Figure {
    let moments = Moments(of: values)
    guard let variance = moments.sampleVariance else {
      return Figure(mean: values.first, standardError: nil, low: nil, high: nil, folds: values.count)
    }
    let error = (variance * (1 / Double(values.count) + ratio)).squareRoot()
    let reach =
      error * StudentDistribution.quantile((1 + confidence) / 2, degreesOfFreedom: Double(values.count - 1))
    return Figure(
      mean: moments.mean, standardError: error, low: moments.mean - reach, high: moments.mean + reach,
      folds: values.count)
  }
}
