/// Where what is said ends.
extension RussianRules {
  /// Where the content ends that begins at the item `start` and belongs to the cue at `index`; -1 for no cue.
  func contentEnd(from start: Int, of index: Int, as kind: ContentKind = .clause) -> Int {
    var end = reader.contentLimit
    guard start < end else { return start }
    for number in cues.indices.dropFirst(max(index + 1, 0))
    where cues[number].items.lowerBound >= start && reports[number] {
      let next = cues[number]
      if let boundary = boundary(before: next, from: start) { end = min(end, boundary) }
    }
    if let place = (start + 1..<max(start + 1, end)).first(where: { endsContent(at: $0, kind: kind) }) { end = place }
    while end > start, reader.kind(end - 1) == .comma || reader.kind(end - 1) == .dash { end -= 1 }
    return end
  }

  /// Where a later reporting verb ends the content before it, or nil where it is part of it.
  private func boundary(before cue: Cue, from start: Int) -> Int? {
    if cue.form == .participle {
      let mark = clauses.stretchStart(of: cue.items.lowerBound) - 1
      return mark > start && reader.kind(mark) == .comma ? mark : nil
    }
    guard cue.form == .finite else { return nil }
    switch cue.subject {
    case .elided: return coordinator(before: cue, from: start)
    case .inverted, .before:
      let stretch = clauses.stretchStart(of: cue.start)
      let isAs = reader.isWord(stretch, grammar.how)
      guard !cue.entry.frames.isDisjoint(with: [.after, .document]), cue.subject == .inverted || isAs,
        stretch > start + 1, reader.kind(stretch - 1) == .comma || reader.kind(stretch - 1) == .dash,
        clauses.stretchEnd(of: cue.end) >= reader.contentLimit
          || reader.isWord(clauses.stretchEnd(of: cue.end) + 1, .relative)
      else { return nil }
      return stretch - 1
    case .relative, .agent: return nil
    }
  }

  /// The и or но before a verb without a subject, or the comma before that.
  private func coordinator(before cue: Cue, from start: Int) -> Int? {
    let verb = cue.isNegated ? cue.verb - 1 : cue.items.lowerBound
    var edge = clauses.withoutAdverbials(before: verb, notBefore: start)
    if cue.isNegated, !reader.isWord(edge - 1, .coordinator) {
      let stretch = clauses.stretchStart(of: verb)
      if stretch > start, reader.isWord(stretch, .coordinator) { edge = stretch + 1 }
    }
    guard edge - 1 > start, reader.isWord(edge - 1, .coordinator) else { return nil }
    while edge - 2 > start, reader.isWord(edge - 2, .coordinator) { edge -= 1 }
    return reader.kind(edge - 2) == .comma ? edge - 2 : edge - 1
  }

  /// Whether the content ends before the item at `place`.
  private func endsContent(at place: Int, kind: ContentKind) -> Bool {
    switch reader.kind(place) {
    case .semicolon: return true
    case .colon: return kind != .clause && !reader.isQuotation(place + 1)
    case .comma:
      if isTrailing(after: place) { return true }
      guard kind != .clause else { return false }
      let next = place + 1
      if reader.isWord(next, .coordinator), !reader.isWord(next, grammar.forThat) {
        let end = clauses.stretchEnd(of: next)
        return (next + 1..<end).contains { clauses.isVerbLike($0) || reader.isWord($0, .copula) }
      }
      return clauses.isPlainWord(next) && clauses.forms.isAdverbialParticiple(clauses.token(next))
    default: return false
    }
  }

  /// , передает ТАСС; , следует из документа: what a comma and a reporting clause at the sentence's end say of the source.
  private func isTrailing(after comma: Int) -> Bool {
    guard reader.isWord(comma + 1, grammar.along) || reader.isWord(comma + 1, grammar.accordingTo) else { return false }
    let end = clauses.stretchEnd(of: comma + 1)
    return end >= reader.contentLimit
      && (comma + 1..<min(end, comma + 5)).contains {
        clauses.isWord($0, grammar.sources) || clauses.isWord($0, grammar.papers)
      }
  }
}
