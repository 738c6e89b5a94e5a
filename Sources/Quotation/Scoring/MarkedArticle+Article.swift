internal import Corpora

extension MarkedArticle {
  /// An article with attributions that were found in it, so that they can be scored without a file between.
  ///
  /// Complexity: O(n) in the text, and in the lengths of all statements.
  ///
  /// - Precondition: all ranges lie in the article's text and begin and end between characters.
  public init(_ article: Article, attributions: [Attribution]) {
    let characters = CharacterOffsets(of: article.text)
    let text = ArticleText(String(decoding: article.text, as: UTF8.self))
    func span(_ ranges: [Range<Int>]) -> MarkedSpan {
      MarkedSpan(ranges.map { characters.range(ofBytes: $0) }, in: text)
    }
    self.init(
      name: Self.name(of: article.name), text: text,
      attributions: attributions.map { attribution in
        MarkedAttribution(
          content: span(attribution.content), cue: attribution.cue.map { span([$0]) },
          speaker: attribution.speaker.map { span([$0]) }, actor: attribution.actor, addressee: attribution.addressee,
          kind: attribution.kind, voice: attribution.voice, place: CorpusPlace(file: article.name))
      })
  }
}
