/// What a word is in a language's lists; a word may be several things.
///
/// The lists are Resources/LANGUAGE-*.csv, whose first column has these names.
public struct WordClass: OptionSet, Sendable, Hashable {
  /// A bit a class.
  public let rawValue: UInt64

  /// Makes a set of its bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: Words of grammar

  /// the, a, this, each
  public static let determiner = WordClass(bit: 0)
  /// his, their
  public static let possessive = WordClass(bit: 1)
  /// he, she, it, they, I
  public static let personalPronoun = WordClass(bit: 2)
  /// him, her, them
  public static let objectPronoun = WordClass(bit: 3)
  /// who, which, whose
  public static let relative = WordClass(bit: 4)
  /// of, in, for
  public static let preposition = WordClass(bit: 5)
  /// and, but, or
  public static let coordinator = WordClass(bit: 6)
  /// if, when, because, although
  public static let subordinator = WordClass(bit: 7)
  /// if, unless, should, provided
  public static let condition = WordClass(bit: 8)
  /// be, have and do in all their forms
  public static let auxiliary = WordClass(bit: 9)
  /// will, would, can
  public static let modal = WordClass(bit: 10)
  /// The forms of be
  public static let copula = WordClass(bit: 11)
  /// not, never, n't forms
  public static let negation = WordClass(bit: 12)
  /// no, nothing, nobody
  public static let negativePronoun = WordClass(bit: 13)
  /// again, later, also, flatly: what may stand between a subject and its verb
  public static let adverb = WordClass(bit: 14)
  /// Monday, yesterday, week
  public static let time = WordClass(bit: 15)
  /// some, many, two, several
  public static let quantifier = WordClass(bit: 16)
  /// whether, what, how: begins a question within a sentence
  public static let question = WordClass(bit: 17)
  /// mr, gen, lt: a full stop after it belongs to it
  public static let abbreviation = WordClass(bit: 18)
  /// 's, 'd, 'll
  public static let clitic = WordClass(bit: 19)
  /// statement, letter, interview: what words stand in
  public static let document = WordClass(bit: 20)
  /// figure, remark, move: what an apposition calls the sentence before it
  public static let summary = WordClass(bit: 21)
  /// seemed, sought, tried, went on: what may stand before "to" and a reporting verb
  public static let raising = WordClass(bit: 22)
  /// reporters, journalists, parliament: who is told things without being meant
  public static let audience = WordClass(bit: 23)
  /// called, so-called, dubbed, slogan: quotation marks after it hold a name
  public static let naming = WordClass(bit: 24)

  /// comment, elaborate: what those who refuse to speak refuse
  public static let silence = WordClass(bit: 25)

  /// untrue, false, lie: what a denial calls something
  public static let falsehood = WordClass(bit: 26)

  /// family, ally: what ends as adverbs do and is none
  public static let noAdverb = WordClass(bit: 27)
  /// asked, speaking: what begins a clause about how somebody came to speak
  public static let occasion = WordClass(bit: 28)

  /// about, over: before what is spoken of, and not what is said of it
  public static let topic = WordClass(bit: 29)

  /// while, whereas: after a comma, what the article sets against what was said
  public static let contrast = WordClass(bit: 30)

  /// The classes by the names that the lists use.
  static let names: [(name: String, value: WordClass)] = [
    ("determiner", .determiner), ("possessive", .possessive), ("personal-pronoun", .personalPronoun),
    ("object-pronoun", .objectPronoun), ("relative", .relative), ("preposition", .preposition),
    ("coordinator", .coordinator), ("subordinator", .subordinator), ("condition", .condition),
    ("auxiliary", .auxiliary), ("modal", .modal), ("copula", .copula), ("negation", .negation),
    ("negative-pronoun", .negativePronoun), ("adverb", .adverb), ("time", .time), ("quantifier", .quantifier),
    ("question", .question), ("abbreviation", .abbreviation), ("clitic", .clitic), ("document", .document),
    ("summary", .summary), ("raising", .raising), ("audience", .audience), ("naming", .naming),
    ("silence", .silence), ("falsehood", .falsehood), ("no-adverb", .noAdverb), ("occasion", .occasion),
    ("topic", .topic), ("contrast", .contrast),
  ]
}
