internal import Evaluation
internal import Reproducibility
internal import TextFeatures

/// What a cross-validation is asked about its blocks of features.
public struct BlockRequest: Sendable {
  /// Whether designs with a block left out, and each block alone, are compared with the whole.
  public var ablates: Bool
  /// How often the rows of each block are permuted to see what is lost; nil for no permutation.
  public var importanceRepeats: Int?

  /// Asks for one, both or neither.
  ///
  /// - Precondition: repeats are positive.
  public init(ablates: Bool = false, importanceRepeats: Int? = nil) {
    precondition(importanceRepeats ?? 1 > 0, "\(importanceRepeats ?? 0) repeats")
    self.ablates = ablates
    self.importanceRepeats = importanceRepeats
  }

  /// - Parameter hasInnerFolds: whether settings are chosen, or probabilities calibrated, inside each fold.
  /// - Throws: `ConfigurationError` where there is nothing to leave out or permute.
  func check(_ configuration: TrainingConfiguration, dataset: Dataset, hasInnerFolds: Bool) throws {
    guard ablates || importanceRepeats != nil else { return }
    let option = ablates ? "--ablate" : "--importance"
    if hasInnerFolds {
      throw ConfigurationError(
        "\(option) with --nested or --calibrate: every design would choose and calibrate anew",
        hint: "take one setting, named with --C and the like")
    }
    guard case .statements = dataset.content else {
      throw ConfigurationError(
        "\(option): \(dataset.source.name) holds numbers, which make no blocks of features",
        hint: "give it a corpus of statements")
    }
    let blocks = configuration.features.blocks
    if ablates, blocks.count < 2 {
      throw ConfigurationError(
        "--ablate with one block of features (\(blocks.map(\.name).joined())): nothing would be left without it",
        hint: "name several with --features, as in --features words,cues")
    }
  }

  /// What was asked for of a cross-validated design; nil for what was not.
  ///
  /// - Parameter whole: what the design gave.
  /// - Throws: as training and evaluating do.
  func figures(
    of examples: Examples, features: FeatureSource, plan: FoldPlan, configuration: TrainingConfiguration,
    whole: OutOfFoldPredictions, request: EvaluationRequest, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws -> (ablation: [AblatedDesign]?, importance: [BlockImportance]?) {
    let ablation =
      ablates
      ? try AblatedDesign.all(
        of: examples, features: features, plan: plan, configuration: configuration, whole: whole, request: request,
        on: parallelism, progress: progress) : nil
    let importance = try importanceRepeats.map { repeats in
      try BlockImportance.all(
        of: examples, features: features, plan: plan, configuration: configuration, repeats: repeats,
        request: request, on: parallelism, progress: progress)
    }
    return (ablation, importance)
  }
}
