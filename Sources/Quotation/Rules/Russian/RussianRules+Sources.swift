/// Rules without a reporting verb.
extension RussianRules {
  /// according-to, in-the-words-of: По словам министра, они готовы.
  func sources() -> [Proposal] {
    reader.items.indices.compactMap { index in
      if reader.isWord(index, grammar.along) { return source(at: index, papers: grammar.sources) }
      return reader.isWord(index, grammar.accordingTo) ? source(at: index, papers: grammar.papers) : nil
    }
  }

  private func source(at start: Int, papers: [WordID]) -> Proposal? {
    var noun = start + 1
    var owner: Range<Int>?
    while noun < reader.count, noun < start + 4, !clauses.isWord(noun, papers) {
      if clauses.isWord(noun, grammar.owners) { owner = noun..<noun + 1 }
      guard clauses.isPlainWord(noun) else { return nil }
      noun += 1
    }
    guard clauses.isWord(noun, papers) else { return nil }
    let end = clauses.stretchEnd(of: noun + 1)
    guard let speaker = owner ?? phrase(from: noun + 1, before: end) else { return nil }
    let content = content(around: start, end: end)
    guard !content.isEmpty else { return nil }
    let isWords = reader.items[noun].word == grammar.sources.first
    return Proposal(
      content: content.map(reader.tokens), cue: reader.tokens(start..<noun + 1), speaker: reader.tokens(speaker),
      subject: nil, addressee: nil, rule: isWords ? .inTheWordsOf : .accordingTo, cueClass: .say, isDirect: false)
  }

  /// The noun phrase of the source; words of no list up to the comma.
  private func phrase(from start: Int, before end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    if let mention = clauses.mentions(in: start..<end).first(where: { $0.tokens.lowerBound == clauses.token(start) }),
      let items = clauses.items(of: mention, in: start..<end)
    {
      return items
    }
    var stop = start
    while stop < end, stop < start + 5, clauses.isPlainWord(stop),
      !reader.isWord(stop, [.preposition, .time, .adverb, .coordinator])
    { stop += 1 }
    return start < stop ? start..<stop : nil
  }

  private func content(around start: Int, end: Int) -> [Range<Int>] {
    var end = end
    if let comma = apposition(after: end) { end = comma }
    let isOpen = start == 0 || !isComma(start - 1) || isConjunction(start - 2)
    var content: [Range<Int>] = []
    if !isOpen {
      let left = rules.leftClause(before: start)
      if !left.isEmpty { content.append(withoutReport(left)) }
    }
    guard end < reader.contentLimit, isComma(end) || reader.isQuotation(end) else { return content }
    let first = isComma(end) ? end + 1 : end
    let limit = contentEnd(from: first, of: cueBefore(first))
    if first < limit { content.append(first..<limit) }
    return content
  }

  private func isComma(_ index: Int) -> Bool { reader.kind(index) == .comma || reader.kind(index) == .dash }

  private func isConjunction(_ index: Int) -> Bool { reader.isWord(index, [.coordinator, .subordinator]) }

  /// The last reporting verb before an item; -1 for none.
  private func cueBefore(_ index: Int) -> Int { (cues.firstIndex { $0.items.lowerBound >= index } ?? cues.count) - 1 }

  /// Заявил, что они, по словам разведки, готовы: only what stands after что is the source's.
  private func withoutReport(_ left: Range<Int>) -> Range<Int> {
    let that = left.last { reader.isWord($0, grammar.that) && isComma($0 - 1) }
    return that.map { $0 + 1 < left.upperBound ? $0 + 1..<left.upperBound : left } ?? left
  }

  /// По словам Самел, председателя комиссии, ...: the comma that closes what tells more of the source.
  private func apposition(after comma: Int) -> Int? {
    guard reader.kind(comma) == .comma, comma + 1 < reader.count else { return nil }
    let end = clauses.stretchEnd(of: comma + 1)
    guard reader.kind(end) == .comma, !clauses.looksLikeClause(comma + 1..<end),
      let mention = clauses.mentions(in: comma + 1..<end).first, mention.tokens.lowerBound == clauses.token(comma + 1),
      !mention.canSpeak
    else { return nil }
    return end
  }
}
