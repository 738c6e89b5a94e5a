/// What content is, as far as its end depends on it.
enum ContentKind {
  /// A clause, which goes on over "and" and "when".
  case clause
  /// An infinitive or gerund.
  case infinitive
  /// A noun phrase, which ends where another clause begins.
  case object
}

/// Where what is said ends.
extension SentenceRules {
  /// Where the content ends that begins at the item `start` and belongs to the cue at `index`: where the article speaks on its
  /// own again, or another reporting verb takes over.
  ///
  func contentEnd(from start: Int, of index: Int, as kind: ContentKind = .clause) -> Int {
    var end = reader.contentLimit
    guard start < end else { return start }
    for next in (index + 1)..<max(index + 1, cues.count) {
      if let boundary = boundary(before: cues[next], from: start, kind: kind) { end = min(end, boundary) }
    }
    var place = start + 1
    while place < end {
      if endsContent(at: place, from: start, kind: kind) { end = place }
      place += 1
    }
    while end > start, reader.kind(end - 1) == .comma || reader.kind(end - 1) == .dash { end -= 1 }
    return end
  }

  /// Where a later reporting verb ends the content before it, or nil where it is part of it.
  private func boundary(before cue: Cue, from start: Int, kind: ContentKind) -> Int? {
    let edge = cue.start
    guard edge > start, !cue.isNegated else { return nil }
    let mark = reader.kind(edge - 1)
    switch cue.form {
    case .participle: return mark == .comma || mark == .dash ? edge - 1 : nil
    case .infinitive, .passive: return nil
    case .finite: break
    }
    switch cue.subject {
    case .elided: return boundary(beforeElided: cue, from: start)
    case .relative: return mark == .comma ? edge - 1 : nil
    case .before, .inverted:
      if let joined = joint(before: edge, from: start, kind: kind) { return joined }
      guard mark == .comma || mark == .dash || reader.isQuotation(edge - 1),
        !cue.entry.frames.isDisjoint(with: [.after, .afterAddressee]),
        tailEnd(of: cue) != nil
      else { return nil }
      return reader.isQuotation(edge - 1) ? edge : edge - 1
    case .agent: return nil
    }
  }

  /// and warned: the "and" before a verb that shares its subject, or the comma.
  private func boundary(beforeElided cue: Cue, from start: Int) -> Int? {
    var before = cue.items.lowerBound - 1
    while before > start, !reader.isWord(before, .coordinator), reader.items[before].isWord,
      reader.isAdverb(before) || reader.isWord(before, [.auxiliary, .modal, .negation])
        || reader.isWord(before, grammar.not)
    {
      before -= 1
    }
    guard before > start, reader.isWord(before, .coordinator) || reader.kind(before) == .comma else { return nil }
    return reader.kind(before) == .comma ? beforeAside(endingAt: before, from: start) : before
  }

  /// while the army said, but the army said: where a clause with its own speaker is joined.
  private func joint(before edge: Int, from start: Int, kind: ContentKind) -> Int? {
    let word = edge - 1
    guard word > start else { return nil }
    if reader.isWord(word, .contrast) { return word }
    guard reader.isWord(word, .coordinator) else { return nil }
    if reader.kind(word - 1) == .comma { return word - 1 }
    return kind == .clause ? nil : word
  }

  /// and, almost in the same breath, blamed: the "and" before what the comma at `comma` closes, or the comma.
  private func beforeAside(endingAt comma: Int, from start: Int) -> Int {
    var place = comma - 1
    while place > start, comma - place < 10, reader.kind(place) != .comma { place -= 1 }
    return place > start + 1 && reader.isWord(place - 1, .coordinator) ? place - 1 : comma
  }

  /// Whether the content ends before the item at `place`.
  private func endsContent(at place: Int, from start: Int, kind: ContentKind) -> Bool {
    switch reader.kind(place) {
    case .semicolon: return true
    case .comma:
      return isSummary(after: place) || isAside(after: place) || reader.isWord(place + 1, .contrast)
        || reader.isWord(place + 1, grammar.according)
        || (reader.isWord(place + 1, .coordinator) && reader.isWord(place + 2, grammar.then))
        || (kind != .clause && goesOnAlone(after: place))
        || (place == start + 1 && reader.isQuotation(start) && reader.isWord(place + 1, .coordinator))
    case .word:
      if reader.isWord(place, .coordinator) {
        return isRefusal(after: place) || reader.isWord(place + 1, grammar.then)
          || (kind != .clause && reader.isWord(place + 1, .personalPronoun))
      }
      if reader.isQuotation(place - 1), isSummary(after: place - 1) { return true }
      return kind == .object && (isTemporal(place) || isDocument(at: place))
    default: return false
    }
  }

  /// , a figure that is disputed
  private func isSummary(after comma: Int) -> Bool {
    guard reader.isWord(comma + 1, .determiner), comma + 2 < reader.count else { return false }
    return (comma + 2..<min(comma + 4, reader.count)).contains { reader.isWord($0, .summary) }
  }

  /// , and few believed it; , declining to say more; , who smiled
  private func goesOnAlone(after comma: Int) -> Bool {
    let next = comma + 1
    if reader.isWord(next, .coordinator) {
      let rest = next + 1..<min(next + 12, reader.count)
      return !rest.isEmpty && reader.looksLikeClause(rest) && !reader.hasSuffix(grammar.gerundSuffix, next + 1)
        && !reader.isWord(next + 1, grammar.to) && !reader.isWord(next + 1, .preposition)
    }
    return reader.hasSuffix(grammar.gerundSuffix, next) && !reader.isWord(next, .preposition)
      || reader.isWord(next, .relative) || isTemporal(next)
      || reader.isWord(next, .time) && reader.isWord(next + 1, .subordinator)
  }

  /// , as newspapers have reported
  private func isAside(after comma: Int) -> Bool {
    reader.isWord(comma + 1, grammar.as) && cues.contains { $0.start == comma + 2 && $0.end >= reader.contentLimit }
  }

  /// in a message of fourteen words
  private func isDocument(at place: Int) -> Bool {
    guard reader.isWord(place, grammar.in), reader.isWord(place + 1, .determiner) else { return false }
    return (place + 2..<min(place + 4, reader.count)).contains { reader.isWord($0, .document) }
  }

  /// when he spoke, after it was over
  private func isTemporal(_ place: Int) -> Bool {
    guard reader.isWord(place, .subordinator), !reader.isWord(place, .condition), !reader.isWord(place, [.relative])
    else {
      return false
    }
    let clause = place + 1..<min(place + 7, reader.count)
    guard !clause.isEmpty, !reader.isWord(place, grammar.as) || reader.isWord(place + 1, .personalPronoun) else {
      return false
    }
    return reader.looksLikeClause(clause)
  }

  /// but did not say which
  private func isRefusal(after coordinator: Int) -> Bool {
    var place = coordinator + 1
    while reader.isAdverb(place) { place += 1 }
    guard reader.isWord(place, .auxiliary), reader.isWord(place, .negation) || reader.isWord(place + 1, grammar.not)
    else {
      return false
    }
    let verb = reader.isWord(place + 1, grammar.not) ? place + 2 : place + 1
    return reader.isWord(verb, .silence) || verb < reader.count && language.cues.isVerb(reader.items[verb].word)
  }
}
