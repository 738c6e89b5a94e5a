/// A news article as it was read: its text, and which parts of it are worth searching for statements.
///
/// Invariants: `text` is valid UTF-8; the ranges of `paragraphs` are in ascending order, do not overlap, and begin and end between
/// characters of `text`.
public struct Article: Sendable, Hashable {
  /// What a paragraph is.
  public enum ParagraphKind: String, Codable, Sendable, Hashable, CaseIterable {
    /// The article's headline.
    case title
    /// Who wrote it.
    case byline
    /// When it was published, on a line of its own.
    case date
    /// What stands under a picture.
    case caption
    /// The article itself.
    case body
  }

  /// A stretch of the text.
  public struct Paragraph: Sendable, Hashable {
    /// What it is.
    public let kind: ParagraphKind
    /// Where it stands, in UTF-8 bytes of the text, without line ends around it.
    public let range: Range<Int>

    /// Names a stretch of the text.
    public init(kind: ParagraphKind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  /// Something that was there and is no part of the article: navigation, sharing widgets, other languages.
  public struct LeftOut: Sendable, Hashable {
    /// Why it was left out, in a few words.
    public let reason: String
    /// How it begins.
    public let excerpt: String
    /// Where it stands in the text, in UTF-8 bytes; nil where the text does not have it, as with saved pages.
    public let range: Range<Int>?

    /// Tells what was left out.
    public init(reason: String, excerpt: String, range: Range<Int>?) {
      self.reason = reason
      self.excerpt = excerpt
      self.range = range
    }
  }

  /// What the article is called in results: its file without ending, or the identifier of its row.
  public let name: String
  /// The text. Offsets of everything are into it.
  public let text: [UInt8]
  /// The headline, or nil where none was found.
  public let title: String?
  /// The day of publication, as ISO 8601, or nil where none was found.
  public let date: String?
  /// The language, as "en" or "ru".
  public let language: String
  /// What is worth searching, in order.
  public let paragraphs: [Paragraph]
  /// What was left out, in order.
  public let leftOut: [LeftOut]

  /// Makes an article of its parts.
  public init(
    name: String, text: [UInt8], title: String?, date: String?, language: String, paragraphs: [Paragraph],
    leftOut: [LeftOut]
  ) {
    self.name = name
    self.text = text
    self.title = title
    self.date = date
    self.language = language
    self.paragraphs = paragraphs
    self.leftOut = leftOut
  }
}
