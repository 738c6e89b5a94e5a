/// Rules without a reporting verb.
extension SentenceRules {
  /// according-to, in-the-words-of: They were ready, according to the minister.
  mutating func addAccordingTo() {
    for index in reader.items.indices {
      if reader.isWord(index, grammar.according), reader.isWord(index + 1, grammar.to) {
        addSource(cue: index..<index + 2, rule: .accordingTo)
      } else if reader.isWord(index, grammar.in), reader.isWord(index + 1, .determiner),
        reader.isWord(index + 2, grammar.words), reader.isWord(index + 3, grammar.of)
      {
        addSource(cue: index..<index + 4, rule: .inTheWordsOf)
      }
    }
  }

  /// quote-cue-before: approved by the president with the words “I hope so”.
  mutating func addWithTheWords() {
    for index in reader.items.indices
    where reader.isWord(index, grammar.with) && reader.isWord(index + 2, grammar.words) {
      guard reader.isQuotation(index + 3),
        !proposals.contains(where: { $0.quotations.contains(reader.items[index + 3].quotation) })
      else { continue }
      let phrase = reader.phrase(endingAt: index, notBefore: 0) ?? reader.phrase(startingAt: 0, notAfter: index)
      let number = reader.items[index + 3].quotation
      add(
        Proposal(
          content: [article.quotations[number].inner], cue: reader.tokens(index..<index + 3),
          speaker: phrase.flatMap { reader.namesSomebody($0) ? reader.tokens($0) : nil }, subject: nil, addressee: nil,
          rule: .quoteCueBefore, cueClass: .say, isDirect: true, quotations: [number]))
    }
  }

  private mutating func addSource(cue: Range<Int>, rule: Rule) {
    guard let phrase = source(from: cue.upperBound) else { return }
    let content = cue.lowerBound == 0 || isOpening(cue.lowerBound) ? after(phrase) : around(cue, phrase, rule: rule)
    guard !content.isEmpty else { return }
    add(
      Proposal(
        content: content.map(reader.tokens), cue: reader.tokens(cue), speaker: reader.tokens(phrase), subject: nil,
        addressee: nil, rule: rule, cueClass: .say, isDirect: false))
  }

  /// The noun phrase of the source, with a name after a role.
  private func source(from start: Int) -> Range<Int>? {
    guard let phrase = reader.phrase(startingAt: start, notAfter: reader.count) else { return nil }
    let comma = phrase.upperBound
    guard reader.kind(comma) == .comma, reader.isRole(phrase),
      let name = reader.phrase(startingAt: comma + 1, notAfter: reader.count), reader.isPlainName(name),
      reader.kind(name.upperBound) != .word
    else { return phrase }
    return phrase.lowerBound..<name.upperBound
  }

  /// Whether the phrase at `start` begins a clause: nothing of it stands before.
  private func isOpening(_ start: Int) -> Bool {
    reader.kind(start - 1) == .semicolon || reader.isWord(start - 1, .coordinator) && start == 1
  }

  private func after(_ phrase: Range<Int>) -> [Range<Int>] {
    var start = phrase.upperBound
    if reader.isVerbLike(start) || reader.isWord(start, [.preposition, .relative]),
      let comma = (start..<reader.count).first(where: { reader.kind($0) == .comma })
    {
      start = comma
    }
    if let comma = (start..<min(start + 12, reader.count)).first(where: { reader.kind($0) == .comma }),
      !reader.looksLikeClause(start..<comma) || reader.isWord(start, .relative)
    {
      start = comma + 1
    }
    if reader.kind(start) == .comma { start += 1 }
    let end = contentEnd(from: start, of: -1)
    return start < end ? [start..<end] : []
  }

  private func around(_ cue: Range<Int>, _ phrase: Range<Int>, rule: Rule) -> [Range<Int>] {
    let isAfterAnd =
      rule == .accordingTo && reader.kind(cue.lowerBound - 1) == .comma
      && reader.isWord(cue.lowerBound - 2, .coordinator)
    let left = isAfterAnd ? 0..<0 : leftClause(before: cue.lowerBound)
    var content = left.isEmpty ? [] : [clause(left)]
    var end = phrase.upperBound
    if reader.isWord(end, .relative) || reader.isWord(end, .preposition) {
      while end < reader.count, reader.kind(end) != .comma, reader.kind(end) != .semicolon, !reader.isQuotation(end) {
        end += 1
      }
    }
    if let comma = afterApposition(end) { end = comma }
    let mark = reader.kind(end)
    if mark == .comma || reader.isQuotation(end) {
      let start = mark == .comma ? end + 1 : end
      let isNote =
        reader.isWord(start, [.quantifier, .relative, .determiner, .possessive]) && !left.isEmpty
        && !reader.looksLikeClause(start..<reader.count)
      let limit = contentEnd(from: start, of: -1)
      if start < limit, !isNote, !reader.isWord(start, .relative), !isApposition(start, limit) {
        content.append(start..<limit)
      }
    }
    return content
  }

  /// Oveda Samel, head of the commission, “...”: the comma after what stands after a name.
  private func afterApposition(_ comma: Int) -> Int? {
    guard reader.kind(comma) == .comma else { return nil }
    var end = comma + 1
    while end < reader.count, reader.items[end].isWord, !reader.isVerbLike(end) { end += 1 }
    return end > comma + 1 && reader.kind(end) == .comma ? end : nil
  }

  private func isApposition(_ start: Int, _ end: Int) -> Bool {
    reader.isWord(start, [.possessive]) || reader.isWord(start, .quantifier) && reader.isWord(start + 1, grammar.of)
  }

  /// The part of a clause that a source after it belongs to: after "and" where it stands between commas.
  private func clause(_ left: Range<Int>) -> Range<Int> { left }

  /// quote-without-cue: Asked about it he shrugged: “We are ready.”
  mutating func addAfterColon() {
    for index in reader.items.indices where reader.isQuotation(index) && reader.kind(index - 1) == .colon {
      let number = reader.items[index].quotation
      guard !proposals.contains(where: { $0.quotations.contains(number) }), beginsWithCapital(index) else { continue }
      let start = subjectStart(before: index)
      let phrase = reader.phrase(startingAt: start, notAfter: index - 1)
      add(
        Proposal(
          content: [article.quotations[number].inner], cue: nil,
          speaker: phrase.flatMap { reader.canSpeak($0) ? reader.tokens($0) : nil }, subject: nil, addressee: nil,
          rule: .quoteWithoutCue, cueClass: nil, isDirect: true, quotations: [number]))
    }
  }

  /// Where the subject of the clause before a colon may begin: after a place or a time.
  private func subjectStart(before end: Int) -> Int {
    guard reader.isWord(0, .preposition) || reader.isAdverb(0) else { return 0 }
    let pronoun = (0..<end).first { reader.isWord($0, .personalPronoun) }
    return pronoun ?? (0..<end).first { reader.kind($0) == .comma }.map { $0 + 1 } ?? 0
  }
}
