/// Subjects after the verb, or before what stands between commas.
extension SubjectFinder {
  /// The verb follows a comma or a quotation: its subject comes after it, or before what the comma closes.
  func findAcrossComma(_ before: Int, limit: Int, cue: inout Cue) {
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

  func speaker(startingAt start: Int) -> Range<Int>? {
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
