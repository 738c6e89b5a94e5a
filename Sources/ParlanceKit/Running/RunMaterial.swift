internal import Corpora
public import Reproducibility
internal import TextFeatures

/// What runs over one corpus share: the rows, and the texts taken apart.
public struct RunMaterial: Sendable {
  let examples: Examples
  let features: FeatureSource
  private let configuration: FeatureConfiguration
  private let classes: ClassSelection
  private let corpus: String
  private let reading: ReadingOptions

  /// Reads the corpus of a plan and takes its texts apart, but for what another run has done already.
  ///
  /// - Parameter other: the material of a run over the same corpus, read in the same way; nil for none.
  /// - Throws: as reading a corpus and its features do.
  public init(
    for plan: RunPlan, sharing other: RunMaterial? = nil, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let same = other.flatMap { other in
      other.corpus == plan.corpus && other.reading == plan.reading && other.classes == plan.configuration.classes
        ? other : nil
    }
    (corpus, reading, classes) = (plan.corpus, plan.reading, plan.configuration.classes)
    configuration = plan.configuration.features
    examples =
      try same?.examples
      ?? Examples(
        try Dataset(path: plan.corpus, options: plan.reading, on: parallelism, progress: progress),
        classes: plan.configuration.classes)
    if let same, same.configuration == configuration {
      features = same.features
    } else {
      features = try FeatureSource(
        examples.dataset, configuration: configuration, on: parallelism, progress: progress)
    }
  }
}
