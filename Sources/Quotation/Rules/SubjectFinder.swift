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
    if let last = earlier.last(where: { $0.speaker != nil || $0.antecedent != nil }) {
      cue.antecedent = last.subject == .relative ? last.antecedent : last.speaker ?? last.antecedent
    } else {
      cue.antecedent = sentenceSubject(before: cue.items.lowerBound)
    }
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
    let before = edge - 1
    let limit = earlier.last?.items.upperBound ?? 0
    if before >= 0, reader.isWord(before, .relative), !reader.isWord(before, grammar.that) {
      takeRelative(at: before, cue: &cue)
    } else if before < 0 || reader.isQuotation(before) || reader.kind(before) == .comma || reader.kind(before) == .dash
    {
      findAcrossComma(before, limit: limit, cue: &cue)
    } else if reader.isWord(before, .coordinator) {
      takeSubjectBefore(&cue)
    } else if let phrase = reader.phrase(endingAt: edge, notBefore: limit), reader.canSpeak(phrase) {
      take(phrase, cue: &cue)
    } else {
      cue.isNegated = true
    }
  }

  private func take(_ phrase: Range<Int>, cue: inout Cue) {
    cue.subject = .before
    cue.speaker = reader.tokens(phrase)
    cue.subjectItems = phrase
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
    if let phrase = invertedSubject(of: cue) {
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

  /// said the minister, ...
  private func invertedSubject(of cue: Cue) -> Range<Int>? {
    guard !cue.entry.frames.isDisjoint(with: [.quote, .after]) else { return nil }
    var start = cue.items.upperBound
    if reader.isAdverb(start) { start += 1 }
    guard let phrase = speaker(startingAt: start) else { return nil }
    let next = phrase.upperBound
    guard next < reader.count else { return phrase }
    if reader.isQuotation(cue.items.lowerBound - 1) {
      return reader.isVerbLike(next) ? nil : phrase
    }
    switch reader.kind(next) {
    case .word:
      return reader.isWord(next, [.preposition, .time, .relative]) || reader.isAdverb(next)
        ? tailWithoutVerb(phrase) : nil
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
    guard let phrase = reader.phrase(startingAt: start, notAfter: reader.count), reader.canSpeak(phrase) else {
      return nil
    }
    let comma = phrase.upperBound
    guard reader.kind(comma) == .comma, !reader.endsWithName(phrase), reader.isRole(phrase),
      let name = reader.phrase(startingAt: comma + 1, notAfter: reader.count), reader.isPlainName(name)
    else { return phrase }
    return phrase.lowerBound..<name.upperBound
  }

  /// Orsolt, the Ardavian commander, said: the subject before the comma at `comma` that closes something.
  private func takeBeforeParenthesis(_ comma: Int, limit: Int, cue: inout Cue) -> Bool {
    var opening = comma - 1
    var tried = 0
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
