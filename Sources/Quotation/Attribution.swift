/// A statement found in an article: who said it, by which words of the article, and to whom.
///
/// All ranges are in UTF-8 bytes of the article's text and begin and end between characters.
public struct Attribution: Sendable, Hashable {
  /// Whose words the statement is given in.
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// The speaker's: all of it stands in quotation marks.
    case direct
    /// The article's.
    case indirect
    /// The article's with quoted parts.
    case mixed
  }

  /// How the speaker stands to what is said; the first that fits.
  public enum Voice: String, Codable, Sendable, Hashable, CaseIterable {
    /// Passes on what somebody else said; that is an attribution of its own.
    case reports
    /// Denies something.
    case denies
    /// Repeats words of another, not as the speaker's own.
    case quotesOther = "quotes-other"
    /// Announces what depends on a condition.
    case conditional
    /// Says it in the speaker's own name.
    case asserts
  }

  /// The statement, in one or more fragments in ascending order, without the quotation marks around direct ones.
  public let content: [Range<Int>]
  /// The reporting words, or nil where there are none.
  public let cue: Range<Int>?
  /// The speaker as written, or nil where the sentence names none.
  public let speaker: Range<Int>?
  /// Who that is: a person's or body's full name, a state for its capital; empty where nobody was found.
  public let actor: String
  /// Who is spoken to, warned, urged or accused, as an actor; empty where that is not said.
  public let addressee: String
  /// Whose words.
  public let kind: Kind
  /// How the speaker stands to it.
  public let voice: Voice
  /// The name of the rule that found it.
  public let rule: String
  /// How sure the rule is, from 0 to 1: the share of its finds that were right on the training articles.
  public let confidence: Double

  /// Makes an attribution of its parts.
  ///
  /// - Precondition: there is a fragment of content.
  public init(
    content: [Range<Int>], cue: Range<Int>?, speaker: Range<Int>?, actor: String, addressee: String, kind: Kind,
    voice: Voice, rule: String, confidence: Double
  ) {
    precondition(!content.isEmpty, "an attribution without content")
    self.content = content
    self.cue = cue
    self.speaker = speaker
    self.actor = actor
    self.addressee = addressee
    self.kind = kind
    self.voice = voice
    self.rule = rule
    self.confidence = confidence
  }
}
