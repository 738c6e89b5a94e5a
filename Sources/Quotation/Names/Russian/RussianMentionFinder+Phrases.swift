extension RussianMentionFinder {
  /// A phrase that is being read: what it is so far, and the token after it.
  struct Reading {
    var mention: Mention
    var next: Int
    /// The mention of a body within it, among all; -1 for none.
    var body: Int32 = -1
    /// How many words without a list were taken.
    var unlisted = 0
  }

  /// Takes one phrase with what belongs to it and gives the token after; nil where none begins at `index`.
  mutating func phrase(at index: Int) -> Int? {
    guard index < end, tokens[index].kind == .word else { return nil }
    let slot = found.count
    var reading = Reading(mention: Mention(tokens: index..<index + 1, form: .noun), next: index)
    reading.mention.cases = .all
    readModifiers(&reading)
    guard reading.next < end, tokens[reading.next].kind == .word else { return nil }
    if let noun = noun(at: reading.next), !isBareTitle(noun, at: reading.next) {
      append(reading.mention)
      readNoun(&reading, noun)
    } else if isNameWord(reading.next) || isKnownName(reading.next) {
      guard reading.next == index || reading.mention.state >= 0 else { return nil }
      append(reading.mention)
      readName(&reading)
    } else {
      return nil
    }
    reading.mention.tokens = index..<reading.next
    let isAfterPreposition = index > 0 && language.classes(of: tokens[index - 1].word).contains(.preposition)
    let isAfterPaper = index > 0 && (has(language.russianWords.sources, at: index - 1) || isWord(index - 1, .document))
    if isAfterPreposition || isAfterPaper { reading.mention.cases.subtract(.subject) }
    reading.mention.canSpeak = !reading.mention.cases.isDisjoint(with: .subject)
    replace(slot, by: reading.mention)
    return reading.next
  }

  private func isKnownName(_ index: Int) -> Bool {
    guard let known = known(at: index) else { return false }
    return gazetteer.entries[known.entry].kind != .demonym
  }

  /// господин without a name after it
  private func isBareTitle(_ noun: NounLexicon.Noun, at index: Int) -> Bool {
    noun.kind == .title && !(index + 1 < end && traits.traits[index + 1].contains(.capital))
  }

  // MARK: Modifiers

  private func readModifiers(_ reading: inout Reading) {
    let first = reading.next
    while reading.next < min(end, first + 7) {
      let index = reading.next
      if tokens[index].kind == .number {
        guard leadsToNoun(from: index + 1, cases: .all) else { return }
      } else if let demonym = demonym(at: index) {
        guard leadsToNoun(from: index + demonym.count, cases: forms.adjectiveCases(index)) else { return }
        reading.mention.state = gazetteer.states[demonym.entry]
        restrict(&reading, to: forms.adjectiveCases(index))
      } else if isWord(index, [.determiner, .possessive, .quantifier]) {
        guard leadsToNoun(from: index + 1, cases: .all) || tokens[index + 1 < end ? index + 1 : index].kind == .number
        else { return }
        note(&reading, determiner: index)
      } else {
        let cases = forms.adjectiveCases(index)
        guard !cases.isEmpty, leadsToNoun(from: index + 1, cases: cases) else { return }
        if noun(at: index) != nil, index > first, tokens[index].isCapitalised { return }
        restrict(&reading, to: cases)
      }
      reading.next += 1
    }
  }

  private func restrict(_ reading: inout Reading, to cases: GrammaticalCases) {
    let shared = reading.mention.cases.intersection(cases)
    if !shared.isDisjoint(with: Self.caseBits) { reading.mention.cases = shared }
  }

  private func note(_ reading: inout Reading, determiner index: Int) {
    if has(language.russianWords.owners, at: index) {
      reading.mention.determiner = .possessive
    } else if has(words.distributive, at: index) {
      reading.mention.determiner = .distributive
      reading.mention.isTwo = true
      reading.mention.isPlural = true
    } else {
      let isMany = isWord(index, .quantifier)
      if reading.mention.determiner == .none { reading.mention.determiner = isMany ? .indefinite : .definite }
      if isMany, has(words.several, at: index) { reading.mention.isPlural = true }
    }
  }

  // MARK: Nouns

  private mutating func readNoun(_ reading: inout Reading, _ noun: NounLexicon.Noun) {
    let head = reading.next
    let isModified = head > reading.mention.tokens.lowerBound
    reading.mention.noun = head
    restrict(&reading, to: noun.cases)
    if reading.mention.cases.isDisjoint(with: .one) || noun.isPlural { reading.mention.isPlural = true }
    readBody(&reading, from: reading.mention.tokens.lowerBound, noun)
    reading.next = max(reading.next, head + 1)
    if reading.mention.entry < 0 { readAttachments(&reading, noun) } else { readState(&reading) }
    if reading.mention.form == .noun, reading.mention.determiner == .none {
      let isDescribed = reading.unlisted > 0 || isModified && reading.mention.state < 0 && reading.mention.body < 0
      reading.mention.determiner = isDescribed && noun.kind == .person ? .indefinite : .definite
    }
  }

  /// «Госдепартамент США»
  private func readState(_ reading: inout Reading) {
    guard let known = known(at: reading.next), gazetteer.entries[known.entry].kind != .demonym else { return }
    let state = gazetteer.states[known.entry]
    guard state >= 0, state == gazetteer.states[Int(reading.mention.entry)] else { return }
    reading.next += known.count
  }

  /// Takes «министерство иностранных дел», «Госдума» and the like for what they are.
  private func readBody(_ reading: inout Reading, from first: Int, _ noun: NounLexicon.Noun) {
    guard noun.kind == .body || noun.kind == .state else { return }
    for start in first...reading.next {
      if let known = known(at: start), gazetteer.entries[known.entry].kind != .demonym,
        start + known.count > reading.next
      {
        reading.mention.entry = Int32(known.entry)
        reading.mention.form = .name
        reading.mention.name = start..<start + known.count
        reading.next = start + known.count
        return
      }
      if let body = language.bodies.body(at: start, in: tokens, end: end), start + body.count > reading.next {
        reading.mention.body = Int16(body.body)
        reading.mention.portfolio = language.bodies.bodies[body.body].portfolio
        reading.next = start + body.count
        return
      }
    }
  }

  // MARK: Names

  /// Takes a name without a noun: a state's or body's that the gazetteer has, or words with capitals.
  private func readName(_ reading: inout Reading) {
    let first = reading.next
    reading.mention.form = .name
    if let known = known(at: first), gazetteer.entries[known.entry].kind != .demonym {
      reading.mention.entry = Int32(known.entry)
      reading.mention.state = gazetteer.states[known.entry]
      reading.mention.name = first..<first + known.count
      reading.next = first + known.count
      reading.mention.cases =
        isNominative(known.entry, at: first, count: known.count) ? .all : [.genitive, .dative, .one]
      return
    }
    let run = capitals(from: first)
    reading.mention.name = run
    reading.next = run.upperBound
    reading.mention.cases = cases(ofName: run)
  }

  /// Whether a name of the gazetteer stands as the gazetteer has it.
  private func isNominative(_ entry: Int, at index: Int, count: Int) -> Bool {
    if tokens[index].letters == .allCapitals { return true }
    let range = Int(tokens[index].start)..<Int(tokens[index + count - 1].end)
    let name = gazetteer.entries[entry].name.utf8
    return range.count == name.count && name.last == forms.lastLetter(index + count - 1)
  }

  /// The words with capitals from `index` on, with the small words that names have between them.
  func capitals(from index: Int) -> Range<Int> {
    var last = index + 1
    while last < end, tokens[last].kind == .word {
      if traits.traits[last].contains(.capital), noun(at: last) == nil || tokens[last].letters == .allCapitals,
        demonym(at: last) == nil
      {
        last += 1
      } else if has(words.particles, at: last), last + 1 < end, traits.traits[last + 1].contains(.capital) {
        last += 2
      } else {
        break
      }
    }
    return index..<last
  }

  /// The cases of a name by its endings, and by what other forms of its words the article has.
  func cases(ofName name: Range<Int>) -> GrammaticalCases {
    let last = name.upperBound - 1
    let nominative: GrammaticalCases = [.nominative, .one]
    let oblique: GrammaticalCases = [.genitive, .dative, .accusative, .instrumental, .prepositional, .one]
    if tokens[last].letters == .allCapitals { return .all }
    let words = name.filter { forms.hasEnding($0) }
    guard let ending = words.last else { return name.count > 1 || true ? nominative.union([.one]) : oblique }
    if words.contains(where: { hasBareForm($0) }) { return oblique }
    if name.count > 1, words.count < name.count, !forms.isObliqueLike(ending) { return nominative.union(.genitive) }
    return words.contains { forms.isObliqueLike($0) } && name.count > 1 ? oblique : nominative.union(oblique)
  }
}
