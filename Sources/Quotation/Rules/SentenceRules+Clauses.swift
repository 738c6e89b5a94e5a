/// Rules for indirect speech around a reporting verb.
extension SentenceRules {
  /// indirect-cue-middle, indirect-cue-final: They were, the minister said, ready.
  func clauseBefore(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.entry.frames.isDisjoint(with: [.after, .afterAddressee]), cue.subject != .elided,
      cue.subject != .relative, cue.start > 0
    else { return nil }
    let mark = reader.kind(cue.start - 1)
    guard mark == .comma || mark == .dash || reader.isQuotation(cue.start - 1) else { return nil }
    let closing = tailEnd(of: cue)
    guard let closing else { return nil }
    let left = leftClause(before: cue.start)
    guard !left.isEmpty else { return nil }
    let isParenthesis = reader.kind(closing) == .comma || reader.kind(closing) == .dash
    let right = isParenthesis ? rightRemainder(after: closing, of: index) : nil
    guard isContent(left, right: right, of: cue, closing: closing) else { return nil }
    var content = [left]
    if let right { content.append(right) }
    return proposal(
      cue, content: content, rule: right == nil ? .indirectFinal : .indirectMiddle, addressee: addressee(of: cue))
  }

  /// Whether what stands before a reporting clause is said, and not only a place, a time or an occasion.
  private func isContent(_ left: Range<Int>, right: Range<Int>?, of cue: Cue, closing: Int) -> Bool {
    if reader.isWord(left.lowerBound, .occasion), left.lowerBound == 0 { return false }
    if let right {
      if closing == cue.end || reader.isVerbLike(right.lowerBound) || reader.isQuotation(right.lowerBound)
        || reader.isWord(left.lowerBound, .condition)
      {
        return true
      }
      if reader.isWord(left.lowerBound, .preposition), !reader.isWord(left.lowerBound, .subordinator) { return false }
    } else if left.count > 1, !reader.isWord(left.lowerBound, [.preposition, .subordinator]),
      !reader.isAdverb(left.lowerBound)
    {
      return true
    }
    return reader.looksLikeClause(left) || left.contains { reader.isQuotation($0) }
  }

  /// As newspapers reported, ...: what was said is the clause after.
  private func clauseAfterAs(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard cue.start == 1, cue.subject == .before, reader.isWord(0, grammar.as), cue.entry.frames.contains(.after),
      let closing = tailEnd(of: cue), reader.kind(closing) == .comma
    else { return nil }
    let end = contentEnd(from: closing + 1, of: index)
    return end > closing + 1 ? proposal(cue, content: [closing + 1..<end], rule: .indirectMiddle) : nil
  }

  /// as newspapers reported: what was said is the clause before, from its "that" on.
  func clauseBeforeAs(_ index: Int) -> Proposal? {
    if let proposal = clauseAfterAs(index) { return proposal }
    let cue = cues[index]
    guard cue.subject == .before, reader.isWord(cue.start - 1, grammar.as), reader.kind(cue.start - 2) == .comma,
      cue.entry.frames.contains(.after), cue.end >= reader.contentLimit
    else { return nil }
    var left = leftClause(before: cue.start - 2)
    if let that = left.first(where: { reader.isWord($0, grammar.that) }), index > 0, cues[index - 1].end <= that {
      left = that + 1..<left.upperBound
    }
    return left.isEmpty ? nil : proposal(cue, content: [left], rule: .indirectFinal)
  }

  /// The clause before a reporting clause, back to the last semicolon, colon or the sentence's beginning.
  func leftClause(before start: Int) -> Range<Int> {
    var end = start
    while end > 0, reader.kind(end - 1) == .comma || reader.kind(end - 1) == .dash { end -= 1 }
    var begin = end
    while begin > 0, reader.kind(begin - 1) != .semicolon, reader.kind(begin - 1) != .colon { begin -= 1 }
    if reader.isWord(begin, grammar.but) || reader.isWord(begin, grammar.and) { begin += 1 }
    return begin < end ? begin..<end : begin..<begin
  }

  /// Where the reporting clause ends: at a mark or the sentence's end, when only adverbs, places and those spoken to stand
  /// between; nil where a clause follows the verb.
  func tailEnd(of cue: Cue) -> Int? {
    var place = cue.end
    if cue.entry.frames.contains(.afterAddressee), cue.subject != .inverted {
      guard let phrase = reader.phrase(startingAt: place, notAfter: reader.count) else { return nil }
      place = phrase.upperBound
    } else if place < reader.count, reader.items[place].isWord {
      guard
        reader.isWord(place, [.preposition, .time, .adverb, .subordinator, .relative]) || reader.isAdverb(place)
          || cue.subject == .inverted || isTimePhrase(place)
      else { return nil }
    }
    while place < reader.count, reader.items[place].isWord || reader.kind(place) == .number {
      if reader.isVerbLike(place) && !isPastParticiple(place) || reader.isWord(place, grammar.that) { return nil }
      place += 1
    }
    if cue.subject == .inverted { return afterApposition(place, of: cue) }
    return place
  }

  private func isPastParticiple(_ place: Int) -> Bool {
    reader.isWord(place - 1, .subordinator) || !reader.isWord(place, [.auxiliary, .modal])
  }

  private func isTimePhrase(_ place: Int) -> Bool {
    (place..<min(place + 3, reader.count)).contains { reader.isWord($0, .time) }
  }

  /// said Ilmar Sedrath, the prime minister, ...: where the reporting clause ends with what stands after the name.
  private func afterApposition(_ comma: Int, of cue: Cue) -> Int {
    guard reader.kind(comma) == .comma,
      reader.isWord(comma + 1, [.determiner, .possessive, .relative, .quantifier])
        || !reader.isQuotation(comma + 1) && !reader.isVerbLike(comma + 1)
    else { return comma }
    var place = comma + 1
    while place < reader.count, reader.kind(place) != .comma, !reader.isQuotation(place),
      reader.kind(place) != .semicolon
    {
      place += 1
    }
    guard place < reader.count, reader.kind(place) == .comma else {
      let isAtEnd = place >= reader.contentLimit
      return isAtEnd && !reader.looksLikeClause(comma + 1..<place) ? place : comma
    }
    return reader.isWord(comma + 1, .relative) || !reader.looksLikeClause(comma + 1..<place) ? place : comma
  }

  /// What goes on after a reporting clause in the middle of what is said.
  private func rightRemainder(after closing: Int, of index: Int) -> Range<Int>? {
    let cue = cues[index]
    var start = closing + 1
    if reader.isWord(start, .relative), cue.subject == .inverted { return nil }
    if reader.isWord(start, grammar.but) { start += 1 }
    if let next = cues[(index + 1)...].first(where: { !$0.isNegated }), next.items.lowerBound == start,
      next.form == .participle
    {
      return nil
    }
    if reader.hasSuffix(grammar.gerundSuffix, start), !reader.isWord(start, [.preposition]) { return nil }
    let end = contentEnd(from: start, of: index)
    return start < end ? start..<end : nil
  }
}
