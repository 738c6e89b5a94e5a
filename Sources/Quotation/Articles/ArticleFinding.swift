public import Corpora
public import Reproducibility

/// Something about a file that spoils it as an article, or may spoil what is found in it.
///
/// It is an error as well, for where a single article is asked for and there is none.
public struct ArticleFinding: UserFacingError, Hashable, Codable {
  /// What was found.
  public enum Kind: String, Codable, CaseIterable, Sendable, Hashable {
    /// There is nothing in the file but white space.
    case emptyFile
    /// The file holds bytes that no text has.
    case notText
    /// The text is in another encoding than it says or than was expected, and cannot be read.
    case unknownEncoding
    /// Some bytes belong to no character; U+FFFD stands for them in what was read.
    case invalidBytes
    /// A page, or a text, has no article in it.
    case noArticle
    /// A quotation mark in a paragraph has no partner.
    case unbalancedQuotes
    /// A file could not be opened, read or decompressed, or a table has rows that cannot be read.
    case unreadableFile
    /// Files of a folder were passed over, since they are no articles.
    case passedOver
    /// There are no rules for the article's language.
    case noRules
    /// Another article is called the same.
    case repeatedName
  }

  /// What was found.
  public let kind: Kind
  /// How much it matters: an error means that there is no article.
  public let severity: CorpusFinding.Severity
  /// What was seen, and in parentheses what was expected or done.
  public let message: String
  /// Where it is.
  public let place: CorpusPlace

  /// Names a finding.
  public init(kind: Kind, severity: CorpusFinding.Severity, message: String, place: CorpusPlace) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.place = place
  }

  /// `file:line:column: severity: message`.
  public var description: String { "\(place): \(severity.rawValue): \(message)" }
}
