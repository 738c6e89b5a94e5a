/// What stands after a noun and belongs to it.
extension RussianMentionFinder {
  private static let longest = 16

  /// Takes genitives, a second noun, prepositions that belong to the noun, and a name.
  mutating func readAttachments(_ reading: inout Reading, _ noun: NounLexicon.Noun) {
    let limit = min(end, reading.next + Self.longest)
    while reading.next < limit {
      let before = reading.next
      if tokens[before].kind == .openingQuote {
        guard readQuotedName(&reading, noun) else { break }
      } else if tokens[before].kind != .word {
        break
      } else if isNameWord(before), !isStateOrNoun(before), !isAdjective(before) {
        if readNameAfter(&reading, noun) { break }
      } else {
        attach(&reading, noun)
      }
      if reading.next == before { break }
    }
    if reading.body >= 0, found[Int(reading.body)].state < 0 { setState(reading.mention.state, of: Int(reading.body)) }
  }

  /// Whether a word with a capital is an adjective before a noun: «Белгородской области», «Совместной миссии».
  private func isAdjective(_ index: Int) -> Bool {
    let cases = forms.adjectiveCases(index)
    guard !cases.isEmpty else { return false }
    if leadsToNoun(from: index + 1, cases: cases) { return true }
    return cases.contains(.genitive) && index + 1 < end && tokens[index + 1].kind == .word
      && isUnlistedGenitive(index + 1)
  }

  private func isStateOrNoun(_ index: Int) -> Bool {
    known(at: index) != nil || noun(at: index) != nil && tokens[index].letters != .capitalised
      || noun(at: index) != nil && traits.traits[index].contains(.capital) && noun(at: index)?.kind == .body
  }

  /// Takes one word, or a few, that belong to a noun; nothing where they do not.
  private mutating func attach(_ reading: inout Reading, _ noun: NounLexicon.Noun) {
    let index = reading.next
    if isWord(index, .preposition) {
      if joins(index, after: noun) { reading.next = afterPreposition(index) }
    } else if tokens[index].word == words.and, words.and != .unknown {
      if reading.unlisted > 0, index + 1 < end, isUnlistedGenitive(index + 1) { reading.next += 2 }
    } else if isWord(index, NameWordTraits.functionWords) || isCue(index) || isWord(index, .modal) {
      return
    } else if let known = known(at: index) {
      attachKnown(&reading, known)
    } else if let second = self.noun(at: index) {
      attachNoun(&reading, second, after: noun)
    } else if isGoverned(index, by: noun) {
      reading.next = afterAdjectives(index)
    } else if isUnlistedGenitive(index) || isBeforeName(index), reading.unlisted < 3 {
      reading.unlisted += 1
      reading.next += 1
    }
  }

  /// A state, or its adjective before a noun in the genitive.
  private func attachKnown(_ reading: inout Reading, _ known: (entry: Int, count: Int)) {
    let index = reading.next
    if gazetteer.entries[known.entry].kind == .demonym {
      let cases = forms.adjectiveCases(index)
      guard cases.contains(.genitive) || cases.contains(.instrumental) else { return }
      guard leadsToNoun(from: index + 1, cases: cases) || index + 1 < end && isUnlistedGenitive(index + 1) else {
        return
      }
    }
    if reading.mention.state < 0 { reading.mention.state = gazetteer.states[known.entry] }
    reading.next += known.count
  }

  private mutating func attachNoun(_ reading: inout Reading, _ second: NounLexicon.Noun, after noun: NounLexicon.Noun) {
    let index = reading.next
    let isPerson = noun.kind == .person || noun.kind == .title
    let shared = second.cases.intersection(reading.mention.cases)
    if second.kind == .person || second.kind == .title, isPerson, !shared.isDisjoint(with: Self.caseBits),
      hasNameSoon(index + 1)
    {
      if !shared.isDisjoint(with: [.nominative]) || !reading.mention.cases.contains(.nominative) {
        reading.mention.cases = shared
        reading.next += 1
        return
      }
    }
    guard second.cases.contains(.genitive) || second.cases.contains(.instrumental) && !isPerson == false else { return }
    guard second.cases.contains(.genitive) || noun.family == words.families.military else { return }
    if second.kind == .body || second.kind == .state, isPerson, reading.body < 0 {
      reading.body = Int32(found.count)
      append(bodyMention(at: index, second))
      reading.next = max(index + 1, found[Int(reading.body)].tokens.upperBound)
      reading.mention.owner = reading.body
      return
    }
    reading.next += 1
  }

  /// A body that somebody is of: «представитель МИД».
  private func bodyMention(at index: Int, _ noun: NounLexicon.Noun) -> Mention {
    var mention = Mention(tokens: index..<index + 1, form: .noun)
    mention.noun = index
    mention.determiner = .definite
    mention.canSpeak = false
    mention.cases = .genitive
    if let demonym = index > 0 ? demonym(at: index - 1) : nil { mention.state = gazetteer.states[demonym.entry] }
    if let body = language.bodies.body(at: index, in: tokens, end: end) {
      mention.body = Int16(body.body)
      mention.portfolio = language.bodies.bodies[body.body].portfolio
      mention.tokens = index..<index + body.count
    }
    return mention
  }

  private func hasNameSoon(_ index: Int) -> Bool {
    guard index < end, tokens[index].kind == .word else { return false }
    return traits.traits[index].contains(.capital) || isUnlistedGenitive(index) || noun(at: index) != nil
  }

  /// An adjective in the genitive that a noun or a word without a list follows; in the instrumental after a commander.
  private func isGoverned(_ index: Int, by noun: NounLexicon.Noun) -> Bool {
    let cases = forms.adjectiveCases(index)
    let isRuled = noun.family == words.families.military && cases.contains(.instrumental)
    guard cases.contains(.genitive) || isRuled else { return false }
    let after = afterAdjectives(index)
    return after < end && tokens[after].kind == .word && after > index
  }

  /// The token after adjectives and the small word without a list that follows them.
  private func afterAdjectives(_ index: Int) -> Int {
    var next = index
    while next < end, tokens[next].kind == .word, !forms.adjectiveCases(next).isEmpty, noun(at: next) == nil {
      next += 1
    }
    guard next < end, tokens[next].kind == .word, !tokens[next].isCapitalised, noun(at: next) == nil, !isCue(next),
      !isWord(next, NameWordTraits.functionWords),
      !forms.isVerbLike(next) || next > index && forms.adjectiveCases(next - 1).contains(.plural)
    else { return next }
    return next + 1
  }

  private func isUnlistedGenitive(_ index: Int) -> Bool {
    !tokens[index].isCapitalised && forms.isGenitiveLike(index) && !forms.isVerbLike(index) && !isCue(index)
      && !isWord(index, NameWordTraits.functionWords.union([.modal, .audience, .document, .summary]))
      && !forms.isInfinitive(index)
      && !forms.isAdverbialParticiple(index)
  }

  /// A small word of no list between a noun and a name: «комиссар по делам общин Андерс Квилл».
  private func isBeforeName(_ index: Int) -> Bool {
    !tokens[index].isCapitalised && index + 1 < end && tokens[index + 1].kind == .word && isNameWord(index + 1)
      && !forms.isVerbLike(index) && !forms.isInfinitive(index)
  }

  // MARK: Prepositions

  /// Whether a preposition goes on with a noun: «комиссар по делам общин», «источник в аппарате миссии», «посол при ООН».
  private func joins(_ index: Int, after noun: NounLexicon.Noun) -> Bool {
    guard index + 1 < end, !isWord(index + 1, [.occasion, .time]),
      !has(language.russianWords.sources, at: index + 1)
    else { return false }
    let grammar = language.russianWords
    if tokens[index].word == grammar.along { return !isWord(index + 1, .objectPronoun) }
    if grammar.from.contains(tokens[index].word), noun.family == language.nouns.family("legislator") { return true }
    if tokens[index].word == grammar.at { return traits.traits[index + 1].contains(.capital) }
    let isPlace = grammar.into.contains(tokens[index].word)
    let isSource = noun.family == language.nouns.family("official") || noun.family == words.families.diplomat
    guard isPlace, isSource else { return false }
    return leadsToNoun(from: index + 1, cases: [.prepositional]) || traits.traits[index + 1].contains(.capital)
  }

  /// The token after a preposition and what it governs.
  private func afterPreposition(_ index: Int) -> Int {
    var next = index + 1
    while next < end, tokens[next].kind == .word, !forms.adjectiveCases(next).isEmpty, noun(at: next) == nil {
      next += 1
    }
    if next < end, tokens[next].kind == .openingQuote {
      let closing = (next..<min(end, next + 7)).first { tokens[$0].kind == .closingQuote }
      return closing.map { $0 + 1 } ?? next
    }
    guard next < end, tokens[next].kind == .word else { return next }
    if let known = known(at: next) { return next + known.count }
    return isCue(next) || isWord(next, NameWordTraits.functionWords) ? next : next + 1
  }

  // MARK: Names

  /// «газета „Утро Ашкерата“»
  private func readQuotedName(_ reading: inout Reading, _ noun: NounLexicon.Noun) -> Bool {
    guard noun.kind == .body, words.named.contains(noun.family), reading.next + 2 < end,
      tokens[reading.next + 1].isCapitalised
    else { return false }
    var index = reading.next + 1
    while index < min(end, reading.next + 8), tokens[index].kind == .word || tokens[index].kind == .number {
      index += 1
    }
    guard index < end, tokens[index].isQuotationMark else { return false }
    reading.mention.form = .name
    reading.mention.name = reading.next + 1..<index
    reading.next = index + 1
    return true
  }

  /// Takes words with capitals after a noun: a person's name, or the state that a body is of. True where the phrase ends.
  private func readNameAfter(_ reading: inout Reading, _ noun: NounLexicon.Noun) -> Bool {
    let run = capitals(from: reading.next)
    if noun.kind == .person || noun.kind == .title {
      let name = personalName(in: run)
      reading.mention.form = .name
      reading.mention.name = name
      reading.next = name.upperBound
      return true
    }
    guard forms.isGenitiveLike(run.lowerBound), reading.mention.body >= 0 || noun.kind != .side else { return true }
    reading.next += 1
    return true
  }

  /// The name at the end of words with capitals: Мальдрета | Иса Кельмар, России | Владимир Владимирович Путин.
  private func personalName(in run: Range<Int>) -> Range<Int> {
    for start in run.dropLast() where language.nouns.givenName(stem: tokens[start].spelling) != nil {
      if (run.lowerBound..<start).allSatisfy({ forms.isGenitiveLike($0) || tokens[$0].letters == .allCapitals }) {
        return start..<run.upperBound
      }
    }
    let hasParticle = run.contains { has(words.particles, at: $0) }
    if run.count > 3, !hasParticle { return run.upperBound - 2..<run.upperBound }
    var first = run.lowerBound
    while run.upperBound - first > 2, forms.isGenitiveLike(first) || tokens[first].letters == .allCapitals {
      first += 1
    }
    return first..<run.upperBound
  }
}
