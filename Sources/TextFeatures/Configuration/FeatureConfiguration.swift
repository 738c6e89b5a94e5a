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
    /// The names in `MaskTerms.places` become `__place__`.
    case places
    /// The names in `MaskTerms.demonyms` become `__demonym__`.
    case demonyms
    /// The names in `MaskTerms.outlets` become `__outlet__`.
    case outlets
  }

  /// Whether letters are lower-cased, as Python's `str.lower()` does it. Default: true.
  public var lowercase: Bool
  /// The normal form texts are brought to before they are lower-cased. Default: none.
  public var normalForm: NormalForm
  /// What is masked. Default: nothing.
  public var masks: [Mask]
  /// Names to mask that are known without a corpus, as those of a gazetteer; nil for none. Those of the corpus come besides.
  public var knownNames: MaskTerms?
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
/// where several begin at the same word; a name that is several things is the first of actor, target, outlet, place, demonym.
/// A possessive `'s` after a name goes with it.
public struct MaskTerms: Codable, Sendable, Hashable {
  /// Names that become `__actor__` where `FeatureConfiguration.Mask.actors` is asked for.
  public var actors: [String]
  /// Names that become `__target__` where `FeatureConfiguration.Mask.targets` is asked for.
  public var targets: [String]
  /// Names that become `__place__` where `FeatureConfiguration.Mask.places` is asked for.
  public var places: [String]
  /// Names that become `__demonym__` where `FeatureConfiguration.Mask.demonyms` is asked for.
  public var demonyms: [String]
  /// Names that become `__outlet__` where `FeatureConfiguration.Mask.outlets` is asked for.
  public var outlets: [String]

  /// Lists of names; the order and repeats do not matter.
  public init(
    actors: [String] = [], targets: [String] = [], places: [String] = [], demonyms: [String] = [],
    outlets: [String] = []
  ) {
    self.actors = actors
    self.targets = targets
    self.places = places
    self.demonyms = demonyms
    self.outlets = outlets
  }

  private enum CodingKeys: String, CodingKey { case actors, targets, places, demonyms, outlets }

  /// Reads lists of names; those that are not there are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func names(_ key: CodingKeys) throws -> [String] { try container.decodeIfPresent([String].self, forKey: key) ?? [] }
    self.init(
      actors: try names(.actors), targets: try names(.targets), places: try names(.places),
      demonyms: try names(.demonyms), outlets: try names(.outlets))
  }

  /// Writes the names of actors and targets, and of the others those that there are, as models without them always had it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(actors, forKey: .actors)
    try container.encode(targets, forKey: .targets)
    for (names, key) in [(places, CodingKeys.places), (demonyms, .demonyms), (outlets, .outlets)] where !names.isEmpty {
      try container.encode(names, forKey: key)
    }
  }
}
