/// What happens to every text before n-grams: normal form, lower case, masks. The same for all blocks.
struct TextPreparation: Sendable {
  /// The names that are masked.
  let masks: MaskTerms

  private let configuration: FeatureConfiguration
  private let masker: Masker?

  init(_ configuration: FeatureConfiguration, masks: MaskTerms) {
    self.configuration = configuration
    self.masks = masks
    masker =
      configuration.masks.isEmpty
      ? nil
      : Masker(configuration.masks, terms: masks, lowercases: configuration.lowercase) {
        NormalizedText($0, form: configuration.normalForm).text
      }
  }

  /// Whether texts would be prepared in the same way under another configuration.
  func isSame(as other: FeatureConfiguration) -> Bool {
    configuration.lowercase == other.lowercase && configuration.normalForm == other.normalForm
      && configuration.masks == other.masks
  }

  /// The text in the normal form asked for.
  func normalized(_ text: String) -> String { configuration.normalForm == .none ? text : mapped(text).text }

  /// The same, with the places its bytes come from.
  func mapped(_ text: String) -> NormalizedText { NormalizedText(text, form: configuration.normalForm) }

  /// A reader of words for one thread.
  func wordReader() -> WordReader { WordReader(lowercases: configuration.lowercase, masker: masker) }

  /// A reader of words for cues, which are lower-cased always and may be of one letter.
  func cueWordReader() -> WordReader {
    var lowercasing = configuration
    lowercasing.lowercase = true
    let masker = configuration.lowercase ? masker : TextPreparation(lowercasing, masks: masks).masker
    return WordReader(lowercases: true, masker: masker, minimumLength: 1)
  }

  /// A reader of characters for one thread.
  func characterReader(withinWords: Bool) -> CharacterReader {
    CharacterReader(lowercases: configuration.lowercase, withinWords: withinWords, masker: masker)
  }
}
