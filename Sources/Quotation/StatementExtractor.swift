/// Finds attributed statements in news articles.
public struct StatementExtractor: Sendable {
  /// Makes an extractor.
  public init() {}

  /// The attributions of an article, by where their content begins, outer ones before inner ones. None where there are no rules
  /// for its language.
  ///
  /// Complexity: O(n) in the article's bytes, for sentences of bounded length.
  public func attributions(in article: Article) -> [Attribution] {
    guard let language = LanguageData.named(article.language) else { return [] }
    let tokenized = TokenizedArticle(article, language: language)
    let proposals = ProposalCollector.proposals(in: tokenized)
    return AttributionWriter(article: tokenized, proposals: proposals).attributions()
  }
}
