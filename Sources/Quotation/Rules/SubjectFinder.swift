/// Finds the subject of a reporting verb.
struct SubjectFinder {
  let reader: ClauseReader
  /// The reporting verbs before it in the sentence.
  let earlier: [Cue]

  var grammar: RuleWords { reader.language.grammar }

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

  func takeSubjectBefore(_ cue: inout Cue) {
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
}
