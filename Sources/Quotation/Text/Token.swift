/// A word, number or mark of an article.
public struct Token: Sendable, Hashable {
  /// What a token is.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// Letters, with apostrophes and hyphens between them; an English clitic ('s, 'd, 'll) is a word of its own.
    case word
    /// Digits, with points and commas between them, and letters right after them ("20th").
    case number
    /// A mark that opens a double quotation: “ « „ 「.
    case openingQuote
    /// A mark that closes a double quotation: ” » 」.
    case closingQuote
    /// A mark that does either: ".
    case straightQuote
    /// A mark that opens a quotation within a quotation: ‘ ‹ ‚.
    case innerOpeningQuote
    /// A mark that closes a quotation within a quotation, or an apostrophe after a word: ’ ›.
    case innerClosingQuote
    /// A mark that does either, or an apostrophe: '.
    case innerStraightQuote
    case comma
    /// A full stop that may end a sentence; the one after an abbreviation belongs to the word.
    case fullStop
    case question
    case exclamation
    /// … or three full stops.
    case ellipsis
    case colon
    case semicolon
    /// – — or a hyphen between spaces.
    case dash
    /// ( or [.
    case openingBracket
    /// ) or ].
    case closingBracket
    /// Anything else.
    case other
  }

  /// How a word is written.
  public enum Letters: UInt8, Sendable, Hashable {
    /// The first letter is small, or there is none.
    case small
    /// The first letter is a capital.
    case capitalised
    /// There are two letters or more, and all are capitals.
    case allCapitals
  }

  /// Where it begins, in UTF-8 bytes of the article's text.
  public let start: Int32
  /// Where it ends.
  public let end: Int32
  /// What its lower-case spelling is in the language's table of words, or `WordID.unknown`.
  public let word: WordID
  /// A hash of its lower-case spelling, without the endings of Russian cases, so that words that no table has can be compared; 0
  /// for what is no word or number.
  public let spelling: UInt32
  /// The paragraph that it stands in, as an index of the article's paragraphs.
  public let paragraph: Int32
  /// What it is.
  public let kind: Kind
  /// How it is written.
  public let letters: Letters
  /// Whether there is white space, or the paragraph's beginning, before it.
  public let followsSpace: Bool
  /// Whether it is a word with the full stop of an abbreviation.
  public let endsWithPoint: Bool

  /// Where it stands, in UTF-8 bytes of the article's text.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether it is a word that begins with a capital.
  public var isCapitalised: Bool { letters != .small }
  /// Whether it is a quotation mark of any kind.
  public var isQuotationMark: Bool {
    Kind.openingQuote.rawValue <= kind.rawValue && kind.rawValue <= Kind.innerStraightQuote.rawValue
  }
  /// Whether it can end a sentence.
  public var isSentenceEnd: Bool { Kind.fullStop.rawValue <= kind.rawValue && kind.rawValue <= Kind.ellipsis.rawValue }
}

/// The number of a lower-case word in a language's table.
public struct WordID: Sendable, Hashable {
  /// The number, from 1; 0 is no word of the table.
  public let number: Int32

  /// Wraps a number.
  public init(number: Int32) { self.number = number }

  /// What a table gives for words that it does not have.
  public static let unknown = WordID(number: 0)
}
