internal import Classifiers
public import Reports

/// What is in a model file.
public struct ModelInspection: Encodable, Sendable, Hashable {
  /// What the model's own test found.
  public struct SelfTest: Encodable, Sendable, Hashable {
    /// The number of texts scored again.
    public let probes: Int
    /// The largest difference from the logits that were saved.
    public let largestDifference: Double
    /// The largest difference that passes.
    public let tolerance: Double
    /// Whether it passed.
    public let passed: Bool
  }

  /// The largest difference of a logit that passes: summing the same numbers in another order changes less.
  static let tolerance = 1e-9

  /// The file.
  public let model: String
  /// The number of features.
  public let features: Int
  /// The classes, the configuration, the training data, the fit.
  public let record: ModelRecord
  /// The features with the largest weights.
  public let strongestFeatures: [EvaluationDocument.Feature]
  /// The test, where it was asked for.
  public let selfTest: SelfTest?
  private let card: Report

  private enum CodingKeys: String, CodingKey { case model, features, record, strongestFeatures, selfTest }

  /// Looks into the model read from `path`.
  ///
  /// - Parameter testing: whether its probes are to be scored again.
  public init(_ trained: TrainedModel, path: String, testing: Bool) {
    model = path
    features = trained.space.featureCount
    record = trained.record
    strongestFeatures = trained.strongestFeatures(count: EvaluationDocument.strongestFeatureCount)
    card = trained.card(path: path)
    selfTest =
      testing
      ? trained.selfTest().map {
        SelfTest(
          probes: trained.probes.count, largestDifference: $0, tolerance: Self.tolerance, passed: $0 <= Self.tolerance)
      } : nil
  }

  /// The inspection for eyes: the card, and the test above it.
  public var report: Report {
    var report = card
    report.title = model
    if let selfTest {
      let verdict = selfTest.passed ? "passed" : "FAILED"
      report.summary.append(
        ReportFact(
          "self-test", .text(verdict),
          note: "\(selfTest.probes) probes, largest difference \(selfTest.largestDifference)"))
    }
    return report
  }
}
