internal import Corpora

/// Attributions of one kind, or those of which no kind is known.
public struct KindGroup: Sendable, Hashable {
  /// The kind, or nil where none is known.
  public let kind: Attribution.Kind?

  /// What the group is called: the kind, or `unstated`.
  public var name: String { kind?.rawValue ?? "unstated" }

  /// The three kinds, then the group of those without one.
  public static let all = Attribution.Kind.allCases.map { KindGroup(kind: $0) } + [KindGroup(kind: nil)]
}

/// An article with its gold attributions, the predicted ones, and who was paired with whom.
public struct ScoredArticle: Sendable, Hashable {
  /// What the article is called.
  public let name: String
  /// What annotators marked.
  public let gold: [MarkedAttribution]
  /// What the program found.
  public let predicted: [MarkedAttribution]
  /// The pairs.
  public let pairing: AttributionPairing

  /// The counts of all kinds together.
  public var tally: ExtractionTally { ExtractionTally(self) }

  /// The counts of one kind.
  public func tally(of group: KindGroup) -> ExtractionTally { ExtractionTally(self, group: group) }
}

/// What a program found in articles, held against what annotators marked there.
public struct ExtractionScore: Sendable, Hashable {
  /// An article that has no gold.
  public struct Unscored: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// How many attributions were predicted in it.
    public let count: Int
  }

  /// The articles of the gold, in its order.
  public let articles: [ScoredArticle]
  /// Articles of the predicted side that the gold does not have: they are not scored.
  public let unscored: [Unscored]
  /// Articles that have gold attributions and no predicted one.
  public let silentArticles: [String]

  /// Scores `predicted` against `gold`, article by article.
  ///
  /// - Throws: `CorpusError` where there is no gold attribution, or no article of the gold is among the predicted ones though there
  ///   are some.
  /// - Complexity: as `AttributionPairing`, for each article.
  public init(gold: AttributionSet, predicted: AttributionSet) throws {
    try Self.check(gold, predicted)
    self.init(gold: gold.articles, predicted: predicted.articles)
  }

  /// Scores articles whose names are different, against those of the same names.
  public init(gold: [MarkedArticle], predicted: [MarkedArticle]) {
    var found: [String: [MarkedAttribution]] = [:]
    for article in predicted { found[article.name] = article.attributions }
    articles = gold.map { article in
      let its = found[article.name] ?? []
      return ScoredArticle(
        name: article.name, gold: article.attributions, predicted: its,
        pairing: AttributionPairing(gold: article.attributions, predicted: its))
    }
    let names = Set(gold.map(\.name))
    unscored = predicted.filter { !names.contains($0.name) }.map {
      Unscored(name: $0.name, count: $0.attributions.count)
    }
    silentArticles = articles.filter { $0.predicted.isEmpty && !$0.gold.isEmpty }.map(\.name)
  }

  /// How many predicted attributions are of articles that have no gold.
  public var unscoredCount: Int { unscored.reduce(0) { $0 + $1.count } }

  private static func check(_ gold: AttributionSet, _ predicted: AttributionSet) throws {
    guard gold.count > 0 else {
      throw CorpusError(
        "there is no gold attribution (at least one was expected)", at: CorpusPlace(file: gold.source.name),
        hint: "are the two sides exchanged? The gold comes first")
    }
    let names = Set(gold.articles.map(\.name))
    guard !predicted.articles.isEmpty, !predicted.articles.contains(where: { names.contains($0.name) }) else { return }
    let shown = [gold, predicted].map { set in CorpusError.list(set.articles.prefix(5).map(\.name)) }
    throw CorpusError(
      "no predicted attribution is of an article of the gold (predicted: \(shown[1]); gold: \(shown[0]))",
      at: CorpusPlace(file: predicted.source.name),
      hint:
        "articles are matched by name, without folders and .txt, .ann, .html; --where may have left them out of the gold"
    )
  }
}
