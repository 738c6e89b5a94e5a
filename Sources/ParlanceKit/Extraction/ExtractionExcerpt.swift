internal import Quotation

/// An attribution as results show it.
public struct ExtractionExcerpt: Codable, Sendable, Hashable {
  /// The article it is in.
  public let article: String
  /// Where the statement begins, in characters of the article from 0.
  public let start: Int
  /// Where it has ended.
  public let end: Int
  /// How it begins: all of it up to 240 characters, its line ends written as spaces.
  public let text: String
  /// Whose words, or nil where that is not known.
  public let kind: String?
  /// How the speaker stands to it, or nil where that is not known.
  public let voice: String?
  /// The reporting words as written; empty where there are none.
  public let cue: String
  /// The speaker as written; empty where there is none.
  public let speaker: String
  /// Who that is; empty where the file does not say.
  public let actor: String
  /// Who is spoken to; empty where the file does not say.
  public let addressee: String
  /// Where the attribution stands, as `file:line`.
  public let place: String

  private static let longestText = 240

  init(_ attribution: MarkedAttribution, in article: String) {
    self.article = article
    start = attribution.content.start ?? 0
    end = attribution.content.end ?? 0
    text = Self.shortened(attribution.content.text ?? "", to: Self.longestText)
    kind = attribution.kind?.rawValue
    voice = attribution.voice?.rawValue
    cue = attribution.cue?.text ?? ""
    speaker = attribution.speaker?.text ?? ""
    actor = attribution.actor
    addressee = attribution.addressee
    place = attribution.place.description
  }

  /// The text on one line, cut after `count` characters.
  static func shortened(_ text: String, to count: Int) -> String {
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars.prefix(count).map { $0 == "\n" || $0 == "\r" ? " " : $0 })
    return String(result) + (scalars.count > count ? "…" : "")
  }
}

/// A pair that does not agree in everything.
public struct ExtractionDifference: Codable, Sendable, Hashable {
  /// The F1 of the words of the two contents.
  public let contentF1: Double
  /// In what they differ: `content`, `cue`, `speaker`, `actor`, `addressee`, `kind`, `voice`.
  public let differs: [String]
  /// What annotators marked.
  public let gold: ExtractionExcerpt
  /// What was found.
  public let predicted: ExtractionExcerpt

  /// Nil where the two differ in nothing that both sides state.
  init?(_ pair: AttributionPair, in article: ScoredArticle) {
    let differs = article.differences(in: pair)
    guard !differs.isEmpty else { return nil }
    contentF1 = pair.contentF1
    self.differs = differs
    gold = ExtractionExcerpt(article.gold[pair.gold], in: article.name)
    predicted = ExtractionExcerpt(article.predicted[pair.predicted], in: article.name)
  }
}
