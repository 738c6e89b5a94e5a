/// A noun phrase that can speak or be spoken to, as it stands in an article.
struct Mention: Sendable, Hashable {
  /// How it names somebody.
  enum Form: UInt8, Sendable {
    /// By a name, with or without a title: "Sea Minister Odile Marchant", "Kalvik", "the Russian Defense Ministry".
    case name
    /// By what they are: "the minister", "a senior official".
    case noun
    /// By a pronoun.
    case pronoun
    /// By words that no list has: "herders".
    case other
    /// Two of the above: "Corin Maldreth and Odran Vesh".
    case pair
  }

  /// What stands before a noun.
  enum Determiner: UInt8, Sendable {
    case none
    /// the, this, that, the other
    case definite
    /// a, one, some, another
    case indefinite
    /// his, their
    case possessive
    /// Armenia's
    case genitive
    /// each, both, either, neither
    case distributive
  }

  private var first: Int32
  private var end: Int32
  private var nameStart: Int32 = 0
  private var nameEnd: Int32 = 0
  private var nounToken: Int32 = -1
  /// Its tokens.
  var tokens: Range<Int> {
    get { Int(first)..<Int(end) }
    set { (first, end) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }
  /// How it names somebody.
  var form: Form
  /// What stands before it.
  var determiner = Determiner.none
  /// The tokens of the name, without titles; empty where it has none.
  var name: Range<Int> {
    get { Int(nameStart)..<Int(nameEnd) }
    set { (nameStart, nameEnd) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }
  /// The noun that says what they are, as a token; -1 where there is none.
  var noun: Int {
    get { Int(nounToken) }
    set { nounToken = Int32(newValue) }
  }
  /// The gazetteer's entry for the name; -1 where it has none.
  var entry: Int32 = -1
  /// The gazetteer's entry for the state that it is said to be of ("Armenian", "in Yerevan"); -1 where that is not said.
  var state: Int32 = -1
  /// The mention before "'s", or after "of" and "for", among all; -1 where there is none.
  var owner: Int32 = -1
  /// The second of a pair among all mentions; the first is `owner`.
  var second: Int32 = -1
  /// Whether it names more than one.
  var isPlural = false
  /// Whether it says that there are two of them.
  var isTwo = false
  /// Whether a verb can have it as its subject: no object pronoun, and no part of another mention.
  var canSpeak = true
  /// The spelling of the word before the noun that says what of: "foreign", "sea"; 0 where there is none.
  var portfolio: UInt32 = 0

  /// The cases that it may be in; all where a language has none.
  var cases = GrammaticalCases.all
  /// Which of the language's known bodies it is; -1 for none.
  var body: Int16 = -1

  /// Begins a mention.
  init(tokens: Range<Int>, form: Form) {
    (first, end) = (Int32(tokens.lowerBound), Int32(tokens.upperBound))
    self.form = form
  }
}
