/// Finds the noun phrases of a Russian article that can speak or be spoken to, from left to right, with their cases.
///
/// What `MentionFinder` reads off articles and word order is read off endings here: «официальный представитель правительства
/// Задреша Руэл Тамсин» is a noun in the nominative with an adjective before it, genitives after it and a name at the end.
struct RussianMentionFinder {
  let forms: RussianWordForms
  let tokens: [Token]
  let language: LanguageData
  let gazetteer: Gazetteer
  let traits: NameWordTraits
  let words: GrammarWords
  /// What was found, by the first token; what is part of another comes after it.
  private(set) var found: [Mention] = []
  /// The end of the sentence at hand.
  private(set) var end = 0
  /// Stems of capitalised words that occur without an ending.
  private var bare = SpellingSet()

  /// Looks through an article.
  init(_ article: TokenizedArticle, gazetteer: Gazetteer) {
    forms = RussianWordForms(article)
    tokens = article.tokens
    language = article.language
    self.gazetteer = gazetteer
    traits = NameWordTraits(article)
    words = language.nameGrammar
    found.reserveCapacity(tokens.count / 5)
    for index in tokens.indices where tokens[index].isCapitalised && !forms.hasEnding(index) {
      bare.insert(tokens[index].spelling)
    }
    for sentence in article.sentences { scan(sentence) }
  }

  private mutating func scan(_ sentence: Range<Int>) {
    end = sentence.upperBound
    var index = sentence.lowerBound
    while index < end {
      guard tokens[index].kind == .word, let next = pronoun(at: index) ?? phrases(at: index) else {
        index += 1
        continue
      }
      index = max(next, index + 1)
    }
  }

  mutating func append(_ mention: Mention) { found.append(mention) }

  mutating func replace(_ index: Int, by mention: Mention) { found[index] = mention }

  mutating func setState(_ state: Int32, of index: Int) { found[index].state = state }

  // MARK: Words

  /// What the word at `index` is in the language's lists; nothing beyond the sentence.
  func classes(at index: Int) -> WordClass { index < end ? language.classes(of: tokens[index].word) : [] }

  func isWord(_ index: Int, _ classes: WordClass) -> Bool { !self.classes(at: index).isDisjoint(with: classes) }

  /// The noun of the lists at `index`, if it is one.
  func noun(at index: Int) -> NounLexicon.Noun? {
    index < end && tokens[index].word != .unknown ? language.nouns.noun(tokens[index].word) : nil
  }

  func has(_ list: [WordID], at index: Int) -> Bool { index < end && list.contains(tokens[index].word) }

  /// Whether the word at `index` is a reporting verb in a finite form.
  func isCue(_ index: Int) -> Bool {
    index < end && !tokens[index].isCapitalised
      && !language.cues.forms(of: tokens[index].word).isDisjoint(with: [.past, .third])
  }

  /// The gazetteer's name at `index`.
  func known(at index: Int) -> (entry: Int, count: Int)? {
    guard index < end, tokens[index].kind == .word else { return nil }
    return gazetteer.name(at: index, in: tokens, end: end)
  }

  /// Whether the gazetteer's name at `index` is a state's adjective.
  func demonym(at index: Int) -> (entry: Int, count: Int)? {
    guard let known = known(at: index), gazetteer.entries[known.entry].kind == .demonym else { return nil }
    return known
  }

  /// Whether the word at `index` belongs to a name.
  func isNameWord(_ index: Int) -> Bool {
    guard index < end, tokens[index].kind == .word, traits.traits[index].contains(.capital) else { return false }
    guard traits.traits[index].contains(.initial) else { return true }
    if noun(at: index) != nil { return false }
    if traits.isConfirmed(tokens[index]) || tokens[index].letters == .allCapitals { return true }
    if language.nouns.givenName(stem: tokens[index].spelling) != nil { return true }
    guard index + 1 < end, tokens[index + 1].kind == .word else { return false }
    return isCue(index + 1) && forms.adjectiveCases(index).isEmpty
      || traits.traits[index + 1].contains(.capital) && forms.adjectiveCases(index).isEmpty
  }

  /// Whether a name's word stands without an ending somewhere in the article, so that one with an ending is in another case.
  func hasBareForm(_ index: Int) -> Bool { bare.contains(tokens[index].spelling) }

  // MARK: Pronouns

  /// Takes a pronoun that is a phrase of its own, and gives the token after it.
  private mutating func pronoun(at index: Int) -> Int? {
    let classes = classes(at: index)
    let isPersonal = classes.contains(.personalPronoun)
    guard isPersonal || classes.contains(.objectPronoun) || classes.contains(.relative) else { return nil }
    if classes.contains(.possessive), leadsToNoun(from: index + 1, cases: .all, limit: 4) { return nil }
    var mention = Mention(tokens: index..<index + 1, form: .pronoun)
    mention.canSpeak =
      isPersonal || classes.contains(.relative) && forms.adjectiveCases(index).isDisjoint(with: .subject)
    mention.cases = isPersonal ? [.nominative, .pluralNominative, .one] : [.genitive, .dative, .one]
    if classes.contains(.relative) { mention.cases = .all }
    mention.isPlural = has(words.they, at: index)
    found.append(mention)
    return index + 1
  }

  /// Whether adjectives from `index` on lead to a noun of the lists, or a name of a body, in one of `cases`.
  func leadsToNoun(from index: Int, cases: GrammaticalCases, limit: Int = 4) -> Bool {
    var ahead = index
    while ahead < min(end, index + limit), tokens[ahead].kind == .word {
      if let noun = noun(at: ahead), !isModifier(ahead, before: noun) {
        return !noun.cases.intersection(cases).isDisjoint(with: Self.caseBits)
      }
      let isAdjective =
        demonym(at: ahead) != nil || !forms.adjectiveCases(ahead).isEmpty || isWord(ahead, [.determiner, .possessive])
      guard isAdjective else { return false }
      ahead += 1
    }
    return false
  }

  /// военный, ведущий before another noun
  private func isModifier(_ index: Int, before noun: NounLexicon.Noun) -> Bool {
    let cases = forms.adjectiveCases(index)
    guard !cases.isEmpty, index + 1 < end, let next = self.noun(at: index + 1) else { return false }
    return !next.cases.intersection(cases).isDisjoint(with: Self.caseBits)
  }

  static let caseBits: GrammaticalCases = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional, .pluralNominative,
  ]

  // MARK: Pairs

  /// Takes a phrase, or two with и between them of which each has a name, and gives the token after.
  private mutating func phrases(at index: Int) -> Int? {
    let first = found.count
    guard let after = phrase(at: index) else { return nil }
    guard after < end, tokens[after].word == words.and, words.and != .unknown, found[first].form == .name else {
      return after
    }
    let second = found.count
    guard let last = phrase(at: after + 1) else { return after }
    let shared = found[first].cases.intersection(found[second].cases)
    guard found[second].form == .name, !shared.isDisjoint(with: Self.caseBits),
      (found[first].entry >= 0) == (found[second].entry >= 0)
    else {
      found.removeSubrange(second...)
      return after
    }
    var pair = Mention(tokens: index..<last, form: .pair)
    (pair.owner, pair.second, pair.isPlural, pair.isTwo) = (Int32(first), Int32(second), true, true)
    pair.cases = shared.contains(.nominative) ? [.pluralNominative] : shared.subtracting(.one)
    pair.canSpeak = found[first].canSpeak && found[second].canSpeak
    (found[first].canSpeak, found[second].canSpeak) = (false, false)
    found.append(pair)
    return last
  }
}
