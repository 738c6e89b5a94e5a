public import Quotation

/// A statement with who said it, as rows have it: by words, and by places in the article as it was read.
///
/// Offsets are in characters (Unicode scalars) unless they say bytes, from 0.
public struct ExtractedStatement: Sendable, Hashable {
  /// The statement's number in the article, from 1.
  public let number: Int
  /// The article's name and the number, as in `article-01`.
  public let id: String
  /// The statement: its fragments joined by spaces, line ends in them being spaces too.
  public let text: String
  /// The speaker as written, or empty.
  public let speaker: String
  /// Who that is, or empty.
  public let actor: String
  /// The reporting words, or empty.
  public let cue: String
  /// Whose words it is given in.
  public let kind: Attribution.Kind
  /// How the speaker stands to it.
  public let voice: Attribution.Voice
  /// Who is spoken to, or empty.
  public let addressee: String
  /// The fragments of the statement, in ascending order.
  public let spans: [Range<Int>]
  /// Where the speaker stands.
  public let speakerSpan: Range<Int>?
  /// Where the reporting words stand.
  public let cueSpan: Range<Int>?
  /// The statement from its first fragment to its last, in UTF-8 bytes.
  public let bytes: Range<Int>
  /// How sure the rule is, from 0 to 1.
  public let confidence: Double
  /// The rule that found it.
  public let rule: String
  /// The article's name.
  public let article: String
  /// The day of publication as ISO 8601, or empty.
  public let date: String
  /// The article's language, as "en".
  public let language: String

  /// The statement from its first fragment to its last.
  public var hull: Range<Int> { (spans.first?.lowerBound ?? 0)..<(spans.last?.upperBound ?? 0) }
}

extension ExtractedStatement {
  /// The statements that attributions of an article are, numbered from 1 in their order.
  ///
  /// Complexity: O(n) in the article's bytes and in the lengths of the statements.
  static func all(_ attributions: [Attribution], in article: Article) -> [ExtractedStatement] {
    let characters = CharacterOffsets(of: article.text)
    return attributions.enumerated().map { index, attribution in
      ExtractedStatement(attribution, number: index + 1, in: article, characters: characters)
    }
  }

  private init(_ attribution: Attribution, number: Int, in article: Article, characters: CharacterOffsets) {
    func words(_ range: Range<Int>?) -> String { range.map { Self.line(article.text[$0]) } ?? "" }
    self.number = number
    id = "\(article.name)-\(number < 10 ? "0" : "")\(number)"
    text = attribution.content.map { words($0) }.joined(separator: " ")
    speaker = words(attribution.speaker)
    actor = attribution.actor
    cue = words(attribution.cue)
    kind = attribution.kind
    voice = attribution.voice
    addressee = attribution.addressee
    spans = attribution.content.map { characters.range(ofBytes: $0) }
    speakerSpan = attribution.speaker.map { characters.range(ofBytes: $0) }
    cueSpan = attribution.cue.map { characters.range(ofBytes: $0) }
    bytes = (attribution.content.first?.lowerBound ?? 0)..<(attribution.content.last?.upperBound ?? 0)
    confidence = attribution.confidence
    rule = attribution.rule
    self.article = article.name
    date = article.date ?? ""
    language = article.language
  }

  /// A part of a text on one line: each line end is a space, so that characters keep their number.
  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 == 10 || $0 == 13 }) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.map { $0 == 10 || $0 == 13 ? 32 : $0 }, as: UTF8.self)
  }
}
