public import Reproducibility

extension FeaturePipeline {
  /// The words of texts as blocks of words see them: after normal form, lower case and masks, before stop words and stemming.
  ///
  /// - Parameter masks: the names to mask, looked for if `configuration.masks` asks for them.
  /// Complexity: O(bytes).
  public func words(
    of texts: [String], masks: MaskTerms = MaskTerms(), on parallelism: Parallelism = .serial
  ) -> [[String]] {
    let preparation = TextPreparation(configuration, masks: masks)
    let cut = TextPieces(texts)
    let parts = parallelism.map(count: cut.ranges.count) { piece in
      var reader = preparation.wordReader()
      return cut.ranges[piece].map { reader.words(of: preparation.normalized(texts[$0])) }
    }
    return Array(parts.joined())
  }

  /// A text in the normal form that the options ask for.
  package func normalized(_ text: String) -> String {
    TextPreparation(configuration, masks: MaskTerms()).normalized(text)
  }
}
