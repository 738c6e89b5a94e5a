/// Rules for what stands around a reporting clause, and for verbs in the passive.
extension RussianRules {
  /// indirect-cue-middle, indirect-cue-final: Они, утверждает министр, готовы. Как сообщили в министерстве, они готовы.
  func parenthesis(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.entry.frames.isDisjoint(with: [.after, .document]) else { return nil }
    let start = clauses.stretchStart(of: cue.start)
    let isAs = reader.isWord(start, grammar.how)
    guard isAs || cue.subject != .elided && cue.subject != .relative else { return nil }
    let mark = reader.kind(start - 1)
    guard start > 0 ? mark == .comma || mark == .dash || reader.isQuotation(start - 1) : isAs else { return nil }
    let end = clauses.stretchEnd(of: cue.end)
    guard isClosed(at: end), !goesOn(at: end) else { return nil }
    if !isAs, cue.subject == .before, end > cue.end { return nil }
    let right = end < reader.contentLimit ? remainder(after: end, of: index) : nil
    let whole = start > 0 ? rules.leftClause(before: start) : 0..<0
    let left = right == nil ? whole : withoutOpening(whole)
    var content = left.isEmpty ? [] : [left]
    if let right { content.append(right) }
    guard let first = content.first, isContent(first, isAlone: content.count == 1, isAs: isAs) else { return nil }
    return rules.proposal(cue, content: content, rule: right == nil ? .indirectFinal : .indirectMiddle)
  }

  private func isClosed(at end: Int) -> Bool {
    if end >= reader.contentLimit { return true }
    switch reader.kind(end) {
    case .comma, .dash, .closingBracket, .semicolon: return true
    default: return reader.isQuotation(end)
    }
  }

  /// Whether the reporting verb has a clause of its own after the comma.
  private func goesOn(at comma: Int) -> Bool {
    guard reader.kind(comma) == .comma else { return false }
    return reader.isWord(comma + 1, grammar.that) || reader.isWord(comma + 1, grammar.soThat)
      || clauses.isWord(comma + 1, grammar.asThat) || reader.isWord(comma + 2, grammar.whether)
  }

  /// A clause without the что that it belongs to, and without what another reporting verb says before.
  private func withoutOpening(_ left: Range<Int>) -> Range<Int> {
    let that = left.last { reader.isWord($0, grammar.that) && reader.kind($0 - 1) == .comma && isReported(before: $0) }
    return that.map { $0 + 1..<left.upperBound } ?? left
  }

  private func isReported(before that: Int) -> Bool {
    cues.contains {
      $0.end <= that && $0.end >= that - 6 && $0.form == .finite && !$0.isNegated && $0.subject != .inverted
    }
  }

  private func isContent(_ left: Range<Int>, isAlone: Bool, isAs: Bool) -> Bool {
    if isAs || !isAlone { return true }
    return left.count > 1
      && (clauses.looksLikeClause(left) || left.contains { reader.isQuotation($0) } || left.count > 4)
  }

  /// What goes on after a reporting clause in the middle of what is said.
  private func remainder(after end: Int, of index: Int) -> Range<Int>? {
    var start = reader.isQuotation(end) ? end : end + 1
    if reader.kind(start) == .dash { start += 1 }
    guard start < reader.contentLimit, !reader.isWord(start, .relative), !reader.isWord(start, grammar.how),
      !(clauses.isPlainWord(start) && clauses.forms.isAdverbialParticiple(clauses.token(start)))
    else { return nil }
    if reader.kind(end) == .semicolon { return nil }
    if let comma = apposition(from: start, of: cues[index]) {
      guard comma < reader.contentLimit else { return nil }
      start = comma + 1
    }
    if let next = cues[(index + 1)...].first(where: { !$0.isNegated }), next.items.lowerBound == start,
      next.form == .participle
    {
      return nil
    }
    let limit = contentEnd(from: start, of: index)
    return start < limit ? start..<limit : nil
  }

  /// The comma after what tells more of the speaker: сообщил Хейл, сосед погибшего, ...
  private func apposition(from start: Int, of cue: Cue) -> Int? {
    guard cue.subject == .inverted, let speaker = cue.speaker, start < reader.count else { return nil }
    let end = clauses.stretchEnd(of: start)
    guard start < end, let mention = clauses.mentions(in: start..<end).first,
      mention.tokens.lowerBound == clauses.token(start),
      mention.canSpeak, speaker.upperBound < mention.tokens.lowerBound, !clauses.looksLikeClause(start..<end)
    else { return nil }
    return end
  }

  /// passive: Требование было отвергнуто министром.
  func passive(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard cue.entry.frames.contains(.object) else { return nil }
    let start = clauses.stretchStart(of: cue.verb)
    var edge = cue.verb
    while edge > start, reader.isWord(edge - 1, [.adverb, .copula, .time]) { edge -= 1 }
    while edge > start + 1, reader.isWord(edge - 1, .time) || reader.isWord(edge - 1, .preposition) { edge -= 1 }
    guard start < edge else { return nil }
    return rules.proposal(cue, content: [start..<edge], rule: .passive)
  }
}
