internal import Reproducibility

/// The texts of a corpus, taken apart and counted once: what fitting on any rows and transforming any rows start from.
///
/// Nothing is learnt here: no document frequency, no choice of columns. Made by `FeaturePipeline.analyze`.
///
/// Where a block's `minimumDocuments` is a number, n-grams that occur fewer times in all texts are not kept, because no fit on
/// some of the texts could choose them. The texts are held, for what asks for those n-grams after all: a fit with a lower
/// bound or with rows that are taken twice, values for a pipeline that was fitted to other texts.
public struct AnalyzedTexts: Sendable {
  /// The number of texts.
  public var count: Int { texts.count }

  let texts: [String]
  let blocks: [AnalyzedFeatures]
  let preparation: TextPreparation
  /// Tells this analysis from any other, so that a pipeline knows whether node numbers are its own.
  let identity = AnalysisIdentity()

  /// One block analysed anew, on these rows alone and with all n-grams kept.
  func analyzedAnew(
    _ block: BlockConfiguration, rows: [Int], on parallelism: Parallelism
  ) throws -> AnalyzedBlock {
    try AnalyzedBlock(
      block, texts: rows.map { texts[$0] }, preparation: preparation, keepsAll: true, on: parallelism)
  }
}

/// An object that is equal to itself only.
final class AnalysisIdentity: Sendable {}

/// What one block of columns is made from.
enum AnalyzedFeatures: Sendable {
  case ngrams(AnalyzedBlock)
  case matches(MatchCounts)

  /// The options it was made under.
  var configuration: FeatureBlock {
    switch self {
    case .ngrams(let block): .ngrams(block.configuration)
    case .matches(let counts): counts.configuration
    }
  }
}
