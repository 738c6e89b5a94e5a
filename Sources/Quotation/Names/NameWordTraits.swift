/// Which capitals of an article begin names, and which a sentence.
///
/// A word that a sentence begins with, or that stands in a headline with capitals all over, is a name only where it is
/// confirmed: by a capital in the middle of a sentence elsewhere, by the gazetteer, or by a capital right after it.
struct NameWordTraits: Sendable {
  /// What a token is to names.
  struct Trait: OptionSet, Sendable {
    let rawValue: UInt8

    /// A word that grammar needs: it ends what it is not the beginning of.
    static let function = Trait(rawValue: 1)
    /// A reporting verb.
    static let verb = Trait(rawValue: 2)
    /// Begins a sentence, or stands in a headline of capitals.
    static let initial = Trait(rawValue: 4)
    /// Begins with a capital and may belong to a name.
    static let capital = Trait(rawValue: 8)
  }

  /// The words that end or begin a noun phrase and are no part of one.
  static let functionWords: WordClass = [
    .determiner, .possessive, .personalPronoun, .objectPronoun, .relative, .preposition, .coordinator, .subordinator,
    .condition, .auxiliary, .modal, .copula, .negation, .negativePronoun, .adverb, .time, .question, .clitic,
    .quantifier,
  ]

  /// Function words that no name has, even with a capital; "Per" and "Will" are names then.
  private static let neverNames: WordClass = [
    .determiner, .possessive, .personalPronoun, .objectPronoun, .time, .clitic, .quantifier, .relative,
  ]

  /// What each token is.
  private(set) var traits: [Trait]
  private var confirmed = SpellingSet()

  /// Looks at every token once.
  init(_ article: TokenizedArticle) {
    let tokens = article.tokens
    traits = Array(repeating: [], count: tokens.count)
    for sentence in article.sentences where !sentence.isEmpty {
      let isHeadline = Self.isHeadline(sentence, tokens: tokens)
      var isInitial = true
      for index in sentence {
        let token = tokens[index]
        guard token.kind == .word else {
          if Self.beginsAnew(token) { isInitial = true }
          continue
        }
        let isAcronym = Self.isAcronym(index, in: sentence, tokens: tokens)
        let isFree = isAcronym || (!isInitial && !isHeadline)
        traits[index] = Self.trait(of: token, article.classes(at: index), isFree: isFree, cues: article.language.cues)
        if !isFree { traits[index].insert(.initial) }
        if traits[index].contains(.capital), !traits[index].contains(.initial) { confirmed.insert(token.spelling) }
        isInitial = false
      }
    }
  }

  /// Whether a word after a mark has a capital for the mark's sake.
  private static func beginsAnew(_ mark: Token) -> Bool {
    switch mark.kind {
    case .comma, .semicolon, .number, .other, .closingBracket, .closingQuote, .innerClosingQuote: false
    case .straightQuote, .innerStraightQuote: mark.followsSpace
    default: true
    }
  }

  /// Whether most words of a sentence without a full stop, more than three, begin with a capital.
  private static func isHeadline(_ sentence: Range<Int>, tokens: [Token]) -> Bool {
    guard !tokens[sentence.upperBound - 1].isSentenceEnd else { return false }
    var words = 0
    var capitals = 0
    for index in sentence where tokens[index].kind == .word {
      words += 1
      if tokens[index].isCapitalised { capitals += 1 }
    }
    return words > 3 && 4 * capitals >= 3 * words
  }

  /// Whether a word is in capitals all over and those beside it are not: "US", which is no pronoun then.
  private static func isAcronym(_ index: Int, in sentence: Range<Int>, tokens: [Token]) -> Bool {
    guard tokens[index].letters == .allCapitals else { return false }
    let before = index > sentence.lowerBound && tokens[index - 1].letters == .allCapitals
    let after = index + 1 < sentence.upperBound && tokens[index + 1].letters == .allCapitals
    return !before && !after
  }

  /// - Parameter isFree: whether only a name has a capital where it stands.
  private static func trait(of token: Token, _ classes: WordClass, isFree: Bool, cues: CueLexicon) -> Trait {
    var trait: Trait = []
    let isNamesake =
      isFree && token.isCapitalised && (token.letters == .allCapitals || classes.isDisjoint(with: neverNames))
    if !classes.isDisjoint(with: functionWords), !isNamesake {
      trait.insert(.function)
    } else if token.isCapitalised {
      trait.insert(.capital)
    }
    if token.word != .unknown, cues.isVerb(token.word) { trait.insert(.verb) }
    return trait
  }

  /// Whether the word at `index` was seen with a capital where only a name has one.
  func isConfirmed(_ token: Token) -> Bool { confirmed.contains(token.spelling) }
}
