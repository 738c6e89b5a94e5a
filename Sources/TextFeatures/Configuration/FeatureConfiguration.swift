/// What to make of texts: how they are prepared, and which blocks of columns are counted in them.
///
/// The defaults are those of scikit-learn's `TfidfVectorizer()`. Only `validated()` values are accepted by `FeaturePipeline`.
public struct FeatureConfiguration: Codable, Sendable, Hashable {
  /// The Unicode normal form texts are brought to first.
  public enum NormalForm: String, Codable, Sendable, CaseIterable {
    /// Texts are taken as they are, as scikit-learn does.
    case none
    /// Canonical composition: a letter and its combining accent become one character where there is one.
    case nfc
    /// Compatibility composition: also ligatures, full-width letters and the like become plain.
    case nfkc
  }

  /// What is replaced by a placeholder before anything is counted, so that a model cannot learn who speaks.
  public enum Mask: String, Codable, Sendable, CaseIterable {
    /// The names in `MaskTerms.actors` become `__actor__`.
    case actors
    /// The names in `MaskTerms.targets` become `__target__`.
    case targets
    /// Runs of word characters that hold a digit become `__number__`.
    case numbers
  }

  /// Whether letters are lower-cased, as Python's `str.lower()` does it. Default: true.
  public var lowercase: Bool
  /// The normal form texts are brought to before they are lower-cased. Default: none.
  public var normalForm: NormalForm
  /// What is masked. Default: nothing.
  public var masks: [Mask]
  /// The blocks of columns, from left to right. Default: one, of words.
  public var blocks: [FeatureBlock]

  /// Options with scikit-learn's defaults for those not given, and blocks of n-grams alone.
  public init(
    lowercase: Bool = true, normalForm: NormalForm = .none, masks: [Mask] = [], blocks: [BlockConfiguration]
  ) {
    self.init(
      lowercase: lowercase, normalForm: normalForm, masks: masks, blocks: blocks.map { FeatureBlock.ngrams($0) })
  }

  /// Options with scikit-learn's defaults for those not given.
  public init(
    lowercase: Bool = true, normalForm: NormalForm = .none, masks: [Mask] = [],
    blocks: [FeatureBlock] = [.ngrams(.words)]
  ) {
    self.lowercase = lowercase
    self.normalForm = normalForm
    self.masks = masks
    self.blocks = blocks
  }
}

/// The names that masks look for in the texts of a corpus.
///
/// Names are found as whole words in any case, whatever stands between their words ("United\nStates"), the longest name first
/// where several begin at the same word and an actor before a target where both do; a possessive `'s` after a name goes
/// with it.
public struct MaskTerms: Codable, Sendable, Hashable {
  /// Names that become `__actor__` where `FeatureConfiguration.Mask.actors` is asked for.
  public var actors: [String]
  /// Names that become `__target__` where `FeatureConfiguration.Mask.targets` is asked for.
  public var targets: [String]

  /// Lists of names; the order and repeats do not matter.
  public init(actors: [String] = [], targets: [String] = []) {
    self.actors = actors
    self.targets = targets
  }
}
