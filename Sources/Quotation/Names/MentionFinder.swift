/// Finds the noun phrases of an article that can speak or be spoken to, from left to right.
///
/// Every token is looked at a bounded number of times: a phrase looks a few words ahead, and what it takes is not looked at
/// again.
struct MentionFinder {
  let text: [UInt8]
  let tokens: [Token]
  let language: LanguageData
  let gazetteer: Gazetteer
  let traits: NameWordTraits
  let words: GrammarWords
  /// What was found, by the first token; what is part of another comes after it.
  var found: [Mention] = []
  /// In how many phrases the one that is being read stands.
  var depth = 0
  /// The end of the sentence at hand.
  private(set) var end = 0
  /// The beginning of the sentence at hand, or the end of what was found last.
  private var start = 0

  /// Looks through an article.
  init(_ article: TokenizedArticle, gazetteer: Gazetteer) {
    text = article.article.text
    tokens = article.tokens
    language = article.language
    self.gazetteer = gazetteer
    traits = NameWordTraits(article)
    words = language.nameGrammar
    found.reserveCapacity(tokens.count / 5)
    for sentence in article.sentences { scan(sentence) }
  }

  private mutating func scan(_ sentence: Range<Int>) {
    end = sentence.upperBound
    start = sentence.lowerBound
    var index = start
    while index < end {
      guard let first = beginning(at: index), let after = pronoun(at: index) ?? phrases(at: first) else {
        index += 1
        continue
      }
      index = max(after, index + 1)
      start = index
    }
  }

  /// Where a phrase begins that has the token at `index` as its determiner, its name or its first noun; nil for none.
  private func beginning(at index: Int) -> Int? {
    guard tokens[index].kind == .word else { return nil }
    let trait = traits.traits[index]
    if trait.contains(.function) {
      return classes(at: index).isDisjoint(with: Self.beginners) || has(words.that, at: index) ? nil : index
    }
    if trait.contains(.capital) { return index }
    guard let noun = noun(at: index), noun.kind != .title else { return nil }
    return bareBeginning(of: index)
  }

  private static let beginners: WordClass = [
    .determiner, .possessive, .personalPronoun, .objectPronoun, .relative, .quantifier,
  ]

  /// Takes small words before a noun without determiner: "senior officials", "shop steward Jean Laidlaw".
  private func bareBeginning(of index: Int) -> Int {
    var first = index
    while first > start, index - first < 2, isSmallModifier(first - 1), !hasVerbEnding(first - 1) { first -= 1 }
    return first
  }

  /// Whether the word at `index` may stand between a determiner and a noun.
  func isSmallModifier(_ index: Int) -> Bool {
    tokens[index].kind == .word && !tokens[index].isCapitalised
      && traits.traits[index].isDisjoint(with: [.function, .verb])
  }

  /// Whether a word ends as most verbs do that no list has: "arrested".
  func hasVerbEnding(_ index: Int) -> Bool {
    let end = Int(tokens[index].end)
    return tokens[index].end - tokens[index].start > 3 && text[end - 1] == UInt8(ascii: "d")
      && text[end - 2] == UInt8(ascii: "e")
  }

  /// Whether the word at `index` is a small one, a verb or not, right before a noun: "press officer".
  func isSmallBeforeNoun(_ index: Int) -> Bool {
    tokens[index].kind == .word && !tokens[index].isCapitalised && !traits.traits[index].contains(.function)
      && noun(at: index + 1) != nil
  }

  // MARK: Words

  /// What the word at `index` is in the language's lists; nothing beyond the sentence.
  func classes(at index: Int) -> WordClass { index < end ? language.classes(of: tokens[index].word) : [] }

  /// The noun at `index`, if it is one.
  func noun(at index: Int) -> NounLexicon.Noun? {
    index < end && tokens[index].word != .unknown ? language.nouns.noun(tokens[index].word) : nil
  }

  /// Whether `index` is within the sentence and of that kind.
  func has(_ kind: Token.Kind, at index: Int) -> Bool { index < end && tokens[index].kind == kind }

  /// Whether the word at `index` is that one.
  func has(_ word: WordID, at index: Int) -> Bool { index < end && tokens[index].word == word && word != .unknown }

  /// Whether the word at `index` is one of those.
  func has(_ words: [WordID], at index: Int) -> Bool { index < end && words.contains(tokens[index].word) }

  // MARK: Pronouns

  /// Takes a pronoun that is a phrase of its own, and gives the token after it.
  private mutating func pronoun(at index: Int) -> Int? {
    guard !traits.traits[index].contains(.capital) else { return nil }
    let classes = classes(at: index)
    let isPersonal = classes.contains(.personalPronoun)
    let isObject = classes.contains(.objectPronoun)
    guard isPersonal || isObject || has(words.who, at: index) || isDistributive(at: index) else { return nil }
    if classes.contains(.possessive), beginsNoun(at: index + 1) { return nil }
    var mention = Mention(tokens: index..<index + 1, form: .pronoun)
    mention.canSpeak = isPersonal || !isObject
    mention.isPlural = has(words.they, at: index) || has(words.both, at: index)
    found.append(mention)
    return index + 1
  }

  /// "Each accuses the other": the word stands for a noun.
  private func isDistributive(at index: Int) -> Bool {
    has(words.distributive, at: index) && !beginsNoun(at: index + 1) && !has(words.of, at: index + 1)
  }

  /// Whether a noun may come after a determiner that stands before `index`.
  private func beginsNoun(at index: Int) -> Bool {
    guard index < end, tokens[index].kind == .word else { return false }
    if traits.traits[index].contains(.function) {
      return classes(at: index).contains(.quantifier) || classes(at: index).contains(.time)
    }
    return tokens[index].isCapitalised || noun(at: index) != nil || !language.cues.isVerb(tokens[index].word)
  }
}
