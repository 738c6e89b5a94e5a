/// Finds attributed statements in news articles.
public struct StatementExtractor: Sendable {
  private let gazetteer: Gazetteer

  /// Makes an extractor that knows the states, capitals and bodies of a gazetteer.
  public init(gazetteer: Gazetteer = .bundled) { self.gazetteer = gazetteer }

  /// The attributions of an article, by where their content begins, outer ones before inner ones. None where there are no rules
  /// for its language.
  ///
  /// Complexity: O(n) in the article's bytes, for sentences of bounded length.
  public func attributions(in article: Article) -> [Attribution] {
    guard let language = LanguageData.named(article.language) else { return [] }
    let tokenized = TokenizedArticle(article, language: language)
    let mentions = Mentions(tokenized, gazetteer: gazetteer)
    let proposals = ProposalCollector.proposals(in: mentions)
    guard !proposals.isEmpty else { return [] }
    let discourse = Discourse(mentions, gazetteer: gazetteer)
    return AttributionWriter(mentions: mentions, discourse: discourse, proposals: proposals).attributions()
  }

  /// The names of all rules, as results have them.
  public static var ruleNames: [String] { Rule.allCases.map(\.rawValue) }

  /// Whether there are rules for the language `tag`, as "en".
  public static func hasRules(for tag: String) -> Bool { LanguageData.named(tag) != nil }
}
