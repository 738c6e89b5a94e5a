/// Finds the subject of a reporting verb.
struct SubjectFinder {
  let reader: ClauseReader
  /// The reporting verbs before it in the sentence.
  let earlier: [Cue]

  private var grammar: RuleWords { reader.language.grammar }

  /// Notes the subject of `cue`: before it, after it, that of the verb before, or an agent.
  func findSubject(of cue: inout Cue) {
    switch cue.form {
    case .passive where !cue.entry.frames.contains(.passive): findAgent(of: &cue)
    case .participle, .infinitive: takeSubjectBefore(&cue)
    default: findFiniteSubject(of: &cue)
    }
  }

  // MARK: Passive verbs and those without a subject of their own

  private func findAgent(of cue: inout Cue) {
    cue.subject = .elided
    let end = cue.items.upperBound
    guard reader.isWord(end, grammar.by),
      let phrase = speaker(startingAt: end + 1)
    else { return }
    cue.subject = .agent
    cue.speaker = reader.tokens(phrase)
    cue.subjectItems = end..<phrase.upperBound
  }

  private func takeSubjectBefore(_ cue: inout Cue) {
    cue.subject = .elided
    if let phrase = quotedSource(of: cue) {
      (cue.subject, cue.speaker, cue.subjectItems) = (.before, reader.tokens(phrase), phrase)
      return
    }
    if let last = earlier.last(where: { ($0.speaker != nil || $0.antecedent != nil) && !isWithinAnother($0) }) {
      cue.antecedent = last.subject == .relative ? last.antecedent : last.speaker ?? last.antecedent
    } else {
      cue.antecedent = sentenceSubject(before: cue.items.lowerBound)
      if cue.form == .finite { cue.speaker = cue.antecedent }
    }
  }

  /// The newspaper quoted [officials] on Monday as saying: who is quoted.
  private func quotedSource(of cue: Cue) -> Range<Int>? {
    guard cue.form == .participle, reader.isWord(cue.verb - 1, grammar.as) else { return nil }
    for place in (max(0, cue.verb - 16)..<cue.verb - 1).reversed() {
      guard reader.items[place].isWord, grammar.quote.contains(reader.items[place].word) else { continue }
      return reader.phrase(startingAt: place + 1, notAfter: cue.verb - 1)
    }
    return nil
  }

  /// Whether a reporting verb is part of what another reports: he said [they had complained] and joked.
  private func isWithinAnother(_ cue: Cue) -> Bool {
    if cue.isNegated { return true }
    guard cue.subject == .before, let outer = earlier.last(where: { $0.end <= cue.start && !$0.isNegated }) else {
      return false
    }
    let between = outer.end..<cue.start
    let isApart = between.contains {
      reader.isWord($0, .coordinator) || reader.kind($0) == .semicolon || reader.isQuotation($0)
    }
    return !isApart && reader.kind(cue.start - 1) != .comma
      && !outer.entry.frames.isDisjoint(with: [.clause, .addresseeClause])
  }

  /// The noun phrase that the sentence begins with, after a place or a time.
  private func sentenceSubject(before end: Int) -> Range<Int>? {
    var start = 0
    if reader.isWord(0, .preposition) || reader.isAdverb(0) {
      guard let comma = (0..<end).first(where: { reader.kind($0) == .comma }) else { return nil }
      start = comma + 1
    }
    guard let phrase = reader.phrase(startingAt: start, notAfter: end), reader.canSpeak(phrase) else { return nil }
    return reader.tokens(phrase)
  }

  // MARK: Finite verbs

  private func findFiniteSubject(of cue: inout Cue) {
    var edge = cue.items.lowerBound
    while edge > 0,
      reader.isAdverb(edge - 1) || reader.isWord(edge - 1, [.auxiliary, .modal, .negation])
        || reader.isWord(edge - 1, grammar.not),
      !reader.isWord(edge - 1, grammar.possessiveClitic)
    {
      edge -= 1
    }
    edge = withoutTime(before: edge)
    let before = edge - 1
    let limit = earlier.last?.items.upperBound ?? 0
    if before >= 0, reader.isWord(before, grammar.that), !reader.items[before].isCapitalised {
      cue.isNegated = true
    } else if before >= 0, reader.isWord(before, .relative) {
      takeRelative(at: before, cue: &cue)
    } else if before < 0 || reader.isQuotation(before) || reader.kind(before) == .comma || reader.kind(before) == .dash
    {
      findAcrossComma(before, limit: limit, cue: &cue)
    } else if reader.isWord(before, .coordinator) {
      takeSubjectBefore(&cue)
      if reader.isWord(before, .negativePronoun) { cue.isNegated = true }
    } else if let phrase = subjectOfRelativeClause(before: edge, limit: limit) {
      take(phrase, cue: &cue)
    } else if let phrase = reader.phrase(endingAt: edge, notBefore: limit), reader.canSpeak(phrase) {
      take(phrase, cue: &cue)
    } else if let phrase = subjectWithModifiers(before: edge, limit: limit) {
      take(phrase, cue: &cue)
    } else {
      cue.isNegated = true
    }
    if !cue.subjectItems.isEmpty, reader.isWord(cue.subjectItems.lowerBound, .negativePronoun) { cue.isNegated = true }
  }

  /// Where a time ends that stands between a subject and its verb: Lavrov on Monday | said.
  private func withoutTime(before edge: Int) -> Int {
    guard edge > 1, reader.isWord(edge - 1, .time), !reader.isWord(edge - 1, .modal) else { return edge }
    var start = edge - 1
    while start > 0, edge - start < 5,
      reader.isWord(start - 1, [.time, .determiner, .adverb, .preposition]) || reader.kind(start - 1) == .number
    {
      start -= 1
      if reader.isWord(start, .preposition), !reader.isWord(start - 1, .adverb) { break }
    }
    return start > 0 ? start : edge
  }

  /// An official who took the notes | said: the phrase before "who", where no comma stands between it and the verb.
  private func subjectOfRelativeClause(before edge: Int, limit: Int) -> Range<Int>? {
    var place = edge - 1
    var hasVerb = false
    while place > limit, edge - place < 14, reader.items[place].isWord || reader.kind(place) == .number {
      if reader.isWord(place, grammar.who) {
        guard hasVerb, let phrase = reader.phrase(endingAt: place, notBefore: limit), reader.canSpeak(phrase) else {
          return nil
        }
        return phrase
      }
      if !reader.items[place].isCapitalised, reader.items[place].classes.isDisjoint(with: [.determiner, .possessive]) {
        hasVerb = true
      }
      place -= 1
    }
    return nil
  }

  /// A lawyer familiar with the rules | doubts: the phrase that the clause begins with, where no verb stands between.
  private func subjectWithModifiers(before edge: Int, limit: Int) -> Range<Int>? {
    var start = edge
    while start > limit, reader.items[start - 1].isWord || reader.kind(start - 1) == .number, edge - start < 14 {
      start -= 1
    }
    guard start < edge, !reader.isWord(start, [.preposition, .subordinator]), !reader.looksLikeClause(start..<edge),
      let phrase = reader.phrase(startingAt: start, notAfter: edge), reader.canSpeak(phrase)
    else { return nil }
    return phrase
  }

  private func take(_ found: Range<Int>, cue: inout Cue) {
    let phrase = withLongTitle(found)
    cue.subject = .before
    cue.speaker = reader.tokens(phrase)
    cue.subjectItems = phrase
  }

  /// ..., Spokeswoman for the Ministry of Azerbaijan Leila Abdullayeva said: with the title, back to the comma before it.
  private func withLongTitle(_ phrase: Range<Int>) -> Range<Int> {
    var start = phrase.lowerBound
    while start > 0, reader.items[start - 1].isWord, phrase.lowerBound - start < 10, !reader.isVerbLike(start - 1) {
      start -= 1
    }
    guard start > 0, start < phrase.lowerBound, reader.kind(start - 1) == .comma || reader.isQuotation(start - 1),
      reader.items[start].isCapitalised,
      reader.isWord(phrase.lowerBound - 1, .preposition) || reader.isKnown(start..<phrase.lowerBound),
      !reader.isWord(start, [.preposition, .subordinator, .relative])
    else { return phrase }
    return start..<phrase.upperBound
  }

  private func takeRelative(at index: Int, cue: inout Cue) {
    cue.subject = .relative
    cue.speaker = reader.tokens(index..<index + 1)
    cue.subjectItems = index..<index + 1
    var end = index
    if end > 0, reader.kind(end - 1) == .comma { end -= 1 }
    if let phrase = reader.phrase(endingAt: end, notBefore: 0) { cue.antecedent = reader.tokens(phrase) }
  }

  /// The verb follows a comma or a quotation: its subject comes after it, or before what the comma closes.
  private func findAcrossComma(_ before: Int, limit: Int, cue: inout Cue) {
    if before > 0, reader.kind(before) == .comma, let phrase = reader.phrase(endingAt: before, notBefore: limit),
      phrase.contains(where: { reader.kind($0) == .comma })
    {
      take(phrase, cue: &cue)
      cue.subjectItems = phrase.lowerBound..<before + 1
    } else if before > 0, let phrase = phraseBeforeReport(closedBy: before) {
      take(phrase, cue: &cue)
      cue.subjectItems = phrase.lowerBound..<before + 1
    } else if let phrase = invertedSubject(of: cue) {
      cue.subject = .inverted
      cue.speaker = reader.tokens(phrase)
      cue.subjectItems = phrase
    } else if before > 0, reader.kind(before) == .comma, takeBeforeParenthesis(before, limit: limit, cue: &cue) {
      return
    } else if before >= 0, reader.kind(before) == .comma, !earlier.isEmpty {
      takeSubjectBefore(&cue)
    } else {
      cue.isNegated = true
    }
  }

  /// The president, she said, | had told: the phrase before a reporting clause that the comma at `comma` ends.
  private func phraseBeforeReport(closedBy comma: Int) -> Range<Int>? {
    guard reader.kind(comma) == .comma, let last = earlier.last, last.end <= comma, comma - last.end < 8,
      last.subject == .before || last.subject == .inverted, reader.kind(last.start - 1) == .comma,
      !(last.end..<comma).contains(where: { reader.kind($0) == .comma }),
      let phrase = reader.phrase(endingAt: last.start - 1, notBefore: 0), reader.canSpeak(phrase)
    else { return nil }
    return phrase
  }

  /// said the minister, ...
  private func invertedSubject(of cue: Cue) -> Range<Int>? {
    let frames = cue.entry.frames
    let followsQuotation = reader.isQuotation(cue.items.lowerBound - 1)
    guard frames.contains(.after) || followsQuotation && frames.contains(.quote), !frames.contains(.afterAddressee)
    else {
      return nil
    }
    var start = cue.items.upperBound
    if reader.isAdverb(start) { start += 1 }
    guard !reader.isWord(start, grammar.that),
      !reader.isWord(start, .objectPronoun) || reader.isWord(start, .possessive),
      let phrase = speaker(startingAt: start)
    else { return nil }
    let next = phrase.upperBound
    guard next < reader.count else { return phrase }
    if followsQuotation {
      return reader.isVerbLike(next) ? nil : phrase
    }
    switch reader.kind(next) {
    case .word:
      let isArgument = [grammar.to, grammar.of, grammar.for, grammar.as].contains { reader.isWord(next, $0) }
      guard !isArgument, reader.isWord(next, [.preposition, .time, .relative]) || reader.isAdverb(next) else {
        return nil
      }
      return tailWithoutVerb(phrase)
    default: return phrase
    }
  }

  /// The phrase, where no verb follows before the next comma.
  private func tailWithoutVerb(_ phrase: Range<Int>) -> Range<Int>? {
    var index = phrase.upperBound
    while index < reader.count, reader.items[index].isWord {
      if reader.isVerbLike(index) || reader.isWord(index, grammar.that) { return nil }
      index += 1
    }
    return phrase
  }

  private func speaker(startingAt start: Int) -> Range<Int>? {
    guard let phrase = reader.phrase(startingAt: start, notAfter: reader.count), reader.namesSomebody(phrase) else {
      return nil
    }
    let comma = phrase.upperBound
    guard !phrase.contains(where: { reader.kind($0) == .comma }) else { return phrase }
    guard reader.kind(comma) == .comma, !reader.endsWithName(phrase), reader.isRole(phrase),
      let name = reader.phrase(startingAt: comma + 1, notAfter: reader.count), reader.isPlainName(name)
    else { return phrase }
    return phrase.lowerBound..<name.upperBound
  }

  /// Orsolt, the Ardavian commander, said: the subject before the comma at `comma` that closes something.
  private func takeBeforeParenthesis(_ comma: Int, limit: Int, cue: inout Cue) -> Bool {
    var opening = comma - 1
    var tried = 0
    let limit = 0
    while opening > limit, tried < 3 {
      while opening > limit, reader.kind(opening) != .comma { opening -= 1 }
      guard opening > limit, let phrase = reader.phrase(endingAt: opening, notBefore: limit), reader.canSpeak(phrase),
        opensParenthesis(opening + 1)
      else {
        opening -= 1
        tried += 1
        continue
      }
      cue.subject = .before
      let whole = withApposition(phrase, opening: opening, closing: comma, limit: limit)
      cue.speaker = reader.tokens(whole)
      cue.subjectItems = whole.lowerBound..<comma + 1
      return true
    }
    return false
  }

  /// The speaker as written: with a name that follows a role, or the name before a role.
  private func withApposition(_ phrase: Range<Int>, opening: Int, closing: Int, limit: Int) -> Range<Int> {
    if reader.isPlainName(opening + 1..<closing), reader.isRole(phrase) {
      return phrase.lowerBound..<closing
    }
    let comma = phrase.lowerBound - 1
    if comma > limit, reader.kind(comma) == .comma, reader.isRole(phrase),
      let name = reader.phrase(endingAt: comma, notBefore: limit), reader.hasName(name)
    {
      return name
    }
    if comma > limit, reader.kind(comma) == .comma, reader.isPlainName(phrase),
      !reader.isRole(opening + 1..<closing), let role = reader.phrase(endingAt: comma, notBefore: limit),
      reader.isRole(role)
    {
      return role.lowerBound..<phrase.upperBound
    }
    return phrase
  }

  /// Whether what begins at `index` can stand between commas after a subject.
  private func opensParenthesis(_ index: Int) -> Bool {
    guard reader.items.indices.contains(index), reader.items[index].isWord || reader.kind(index) == .number else {
      return false
    }
    if earlier.contains(where: { $0.start == index && $0.subject != .elided }) { return true }
    return !reader.isWord(index, [.personalPronoun, .coordinator]) && !reader.isWord(index, grammar.that)
  }
}

extension ClauseReader {
  /// Whether a phrase is a name and nothing else.
  func isPlainName(_ phrase: Range<Int>) -> Bool {
    !phrase.isEmpty
      && phrase.allSatisfy {
        items[$0].isCapitalised && items[$0].isWord && !isWord($0, [.determiner, .possessive, .time])
      }
  }

  /// Whether a phrase ends with a name of two words or more.
  func endsWithName(_ phrase: Range<Int>) -> Bool {
    phrase.count >= 2 && isPlainName(phrase.upperBound - 2..<phrase.upperBound)
  }

  /// Whether a phrase says what somebody is: it begins with a determiner or has an owner, and ends with a small letter.
  func isRole(_ phrase: Range<Int>) -> Bool {
    guard let last = phrase.last else { return false }
    return !items[last].isCapitalised || isWord(phrase.lowerBound, [.determiner, .possessive]) && !endsWithName(phrase)
  }
}
