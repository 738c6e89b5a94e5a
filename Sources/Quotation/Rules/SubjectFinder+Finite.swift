/// Subjects right before a finite verb.
extension SubjectFinder {
  func findFiniteSubject(of cue: inout Cue) {
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

  func take(_ found: Range<Int>, cue: inout Cue) {
    let phrase = withLongTitle(found)
    if phrase != found { cue.antecedent = reader.tokens(found) }
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
}
