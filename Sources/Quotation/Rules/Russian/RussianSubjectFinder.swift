/// Finds the subject of a Russian reporting verb: the noun phrase in the nominative that agrees with it, wherever it stands.
struct RussianSubjectFinder {
  let clauses: RussianClauses
  /// The reporting verbs before it in the sentence.
  let earlier: [Cue]

  var reader: ClauseReader { clauses.reader }
  var grammar: RussianGrammar { clauses.grammar }

  /// Notes the subject of `cue`.
  func findSubject(of cue: inout Cue) {
    switch cue.form {
    case .passive: findAgent(of: &cue)
    case .participle, .infinitive: takeSubjectBefore(&cue)
    case .finite where cue.entry.frames.contains(.passive): findQuoted(of: &cue)
    case .finite where cue.entry.frames.contains(.document): findDocument(of: &cue)
    case .finite: findFinite(&cue)
    }
  }

  private func agreement(_ cue: Cue) -> VerbAgreement {
    VerbAgreement(of: clauses.forms.tokens[clauses.token(cue.verb)].range, in: clauses.forms.text)
  }

  // MARK: Finite verbs

  private func findFinite(_ cue: inout Cue) {
    let verbStart = cue.isNegated ? cue.verb - 1 : cue.items.lowerBound
    let start = clauses.stretchStart(of: verbStart)
    let edge = clauses.withoutAdverbials(before: verbStart, notBefore: start)
    if edge == start || reader.isWord(edge - 1, grammar.how) {
      findAtClauseStart(&cue, start: start)
    } else if reader.isWord(edge - 1, .coordinator) {
      if edge - 1 == start || !takeInverted(&cue) { takeSubjectBefore(&cue) }
    } else if reader.isWord(edge - 1, .relative), clauses.isAfterPreposition(edge - 1) {
      cue.isNegated = true
    } else if reader.isWord(edge - 1, .relative) {
      takeRelative(at: edge - 1, cue: &cue)
    } else if !takeBefore(&cue, in: start..<edge), !takePlace(&cue, in: start..<edge), !takeInverted(&cue) {
      takeUnlisted(&cue, in: start..<edge)
    }
    if !cue.subjectItems.isEmpty, reader.isWord(cue.subjectItems.lowerBound, .negativePronoun) { cue.isNegated = true }
  }

  /// The verb begins its clause: its subject comes after it, or before what a comma closes.
  private func findAtClauseStart(_ cue: inout Cue, start: Int) {
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    let isLed =
      reader.kind(end) == .comma && (reader.isWord(end + 1, grammar.that) || reader.isWord(end + 1, grammar.soThat))
    let isAfterComma = reader.kind(start - 1) == .comma && !reader.isWord(start, grammar.how)
    if isAfterComma, isLed || cue.entry.frames.isDisjoint(with: [.after, .quote]),
      takeAcrossComma(&cue, closing: start - 1)
    {
      return
    }
    if takeInverted(&cue) || takeImpersonal(&cue) { return }
    if isAfterComma, takeAcrossComma(&cue, closing: start - 1) { return }
    let isReported =
      reader.isQuotation(start - 1) || reader.kind(start - 1) == .dash || reader.kind(start - 1) == .comma
    if isReported, takeUnlistedAfter(&cue) { return }
    takeSubjectBefore(&cue)
  }

  /// The one of the noun phrases in a range that is the subject most likely.
  private func best(in range: Range<Int>, of cue: Cue) -> Range<Int>? {
    let agreement = agreement(cue)
    var found: Range<Int>?
    var bestScore = 0
    for mention in clauses.mentions(in: range) where agreement.fits(mention, forms: clauses.forms) {
      guard let items = clauses.items(of: mention, in: range), items.upperBound <= range.upperBound,
        !clauses.isAfterPreposition(items.lowerBound)
      else { continue }
      let score = clarity(of: mention)
      if score > bestScore { (found, bestScore) = (items, score) }
    }
    return found
  }

  /// How clearly a noun phrase is in the nominative.
  private func clarity(of mention: Mention) -> Int {
    if mention.form == .pronoun { return 6 }
    let isClear = mention.cases.isDisjoint(with: [.accusative, .genitive, .dative])
    if mention.noun >= 0 || mention.form == .pair { return isClear ? 6 : 4 }
    if mention.entry >= 0 { return isClear ? 4 : 3 }
    return mention.name.count > 1 ? 5 : isClear ? 3 : 2
  }

  private func takeBefore(_ cue: inout Cue, in range: Range<Int>) -> Bool {
    guard let items = best(in: range, of: cue), !hasVerb(items.upperBound..<range.upperBound) else { return false }
    take(items, as: .before, cue: &cue)
    return true
  }

  private func hasVerb(_ range: Range<Int>) -> Bool { range.contains { clauses.isVerbLike($0) } }

  func take(_ items: Range<Int>, as subject: Cue.Subject, cue: inout Cue) {
    cue.subject = subject
    cue.speaker = reader.tokens(items)
    cue.subjectItems = items
  }

  private func takeInverted(_ cue: inout Cue) -> Bool {
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    guard cue.items.upperBound < end, let items = best(in: cue.items.upperBound..<end, of: cue) else { return false }
    guard !hasVerb(cue.items.upperBound..<items.lowerBound) else { return false }
    take(items, as: .inverted, cue: &cue)
    return true
  }

  /// утверждают в министерстве, сообщают из Долвара
  private func takeImpersonal(_ cue: inout Cue) -> Bool {
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    guard agreement(cue).isPlural else { return false }
    for index in cue.items.upperBound..<end where isPlacePreposition(index) {
      guard let items = place(after: index, before: end) else { continue }
      take(items, as: .inverted, cue: &cue)
      return true
    }
    return false
  }

  /// В министерстве утверждают
  private func takePlace(_ cue: inout Cue, in range: Range<Int>) -> Bool {
    guard agreement(cue).isPlural else { return false }
    for index in range where isPlacePreposition(index) {
      guard let items = place(after: index, before: range.upperBound) else { continue }
      take(items, as: .before, cue: &cue)
      return true
    }
    return false
  }

  private func isPlacePreposition(_ index: Int) -> Bool {
    clauses.isWord(index, grammar.into) || clauses.isWord(index, grammar.from) || clauses.isWord(index, grammar.on)
  }

  /// The body or state that stands after a preposition of place.
  private func place(after preposition: Int, before end: Int) -> Range<Int>? {
    guard preposition + 1 < end,
      let mention = clauses.mentions(in: preposition + 1..<end).first(where: {
        $0.tokens.lowerBound == clauses.token(preposition + 1) && $0.form != .pronoun
      })
    else { return nil }
    let noun = mention.noun < 0 ? nil : reader.language.nouns.noun(clauses.forms.tokens[mention.noun].word)
    guard noun.map({ $0.kind != .person && $0.kind != .title }) ?? true else { return nil }
    return clauses.items(of: mention, in: preposition + 1..<end)
  }

  private func takeRelative(at index: Int, cue: inout Cue) {
    cue.subject = .relative
    cue.speaker = reader.tokens(index..<index + 1)
    cue.subjectItems = index..<index + 1
    var end = index
    if end > 0, reader.kind(end - 1) == .comma { end -= 1 }
    let start = clauses.stretchStart(of: end)
    guard start < end else { return }
    cue.antecedent =
      clauses.mentions(in: start..<end).last { $0.canSpeak || $0.tokens.upperBound == clauses.token(end) }?.tokens
  }

  // MARK: Across commas

  /// Генерал Дхеш, которому подчиняется охрана, признал: the subject before what the comma at `closing` closes.
  private func takeAcrossComma(_ cue: inout Cue, closing: Int) -> Bool {
    var opening = closing - 1
    for _ in 0..<4 {
      while opening > 0, reader.kind(opening) != .comma { opening -= 1 }
      guard opening > 0 else { return false }
      let start = clauses.stretchStart(of: opening)
      if start < opening, opensParenthesis(opening + 1), let items = best(in: start..<opening, of: cue),
        !hasVerb(items.upperBound..<opening), items.upperBound == opening || reader.isWord(opening + 1, grammar.how)
      {
        take(items, as: .before, cue: &cue)
        cue.subjectItems = items.lowerBound..<closing + 1
        return true
      }
      opening -= 1
    }
    return false
  }

  private func opensParenthesis(_ index: Int) -> Bool {
    guard clauses.isPlainWord(index) || reader.kind(index) == .number else { return false }
    return !reader.isWord(index, .coordinator) && !reader.isWord(index, grammar.that)
  }

  // MARK: Subjects that are not written or are on no list

  func takeSubjectBefore(_ cue: inout Cue) {
    cue.subject = .elided
    if let last = earlier.last(where: { ($0.speaker != nil || $0.antecedent != nil) && $0.subject != .relative }) {
      cue.antecedent = last.speaker ?? last.antecedent
      return
    }
    guard cue.items.lowerBound > 0 else { return }
    let agreement = agreement(cue)
    let isFinite = cue.form == .finite
    cue.antecedent =
      clauses.mentions(in: 0..<cue.items.lowerBound).first { mention in
        guard mention.canSpeak, mention.form != .other,
          let items = clauses.items(of: mention, in: 0..<cue.items.lowerBound)
        else { return false }
        return !clauses.isAfterPreposition(items.lowerBound)
          && (!isFinite || agreement.fits(mention, forms: clauses.forms))
      }?.tokens
  }

  /// Паромщик вспоминал: words of no list that stand alone before the verb.
  private func takeUnlisted(_ cue: inout Cue, in range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound, reader.isWord(start, [.adverb, .time, .coordinator, .subordinator]) { start += 1 }
    let words = start..<range.upperBound
    guard !words.isEmpty, words.count <= 5, !words.allSatisfy({ reader.isWord($0, [.determiner, .possessive]) }),
      !cue.entry.frames.isDisjoint(with: [.quote, .clause]),
      words.allSatisfy({
        clauses.isPlainWord($0) && !reader.isWord($0, [.preposition, .personalPronoun, .objectPronoun])
      }),
      !clauses.looksLikeClause(words)
    else {
      cue.isNegated = true
      return
    }
    take(words, as: .before, cue: &cue)
  }

  private func takeUnlistedAfter(_ cue: inout Cue) -> Bool {
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    var start = cue.items.upperBound
    while start < end, reader.isWord(start, [.adverb, .time, .audience]) { start += 1 }
    var stop = start
    while stop < end, stop < start + 5, clauses.isPlainWord(stop), !reader.isWord(stop, NameWordTraits.functionWords) {
      stop += 1
    }
    guard start < stop, !clauses.looksLikeClause(start..<stop), !agreement(cue).isPlural || stop > start + 1 else {
      return false
    }
    take(start..<stop, as: .inverted, cue: &cue)
    return true
  }
}
