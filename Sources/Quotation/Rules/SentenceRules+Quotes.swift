/// Rules for quotations with a reporting verb.
extension SentenceRules {
  /// quote-cue-after, quote-inverted, quote-split: “We are ready,” the minister said, “and we wait.”
  func quoteBefore(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.entry.frames.isDisjoint(with: [.quote, .after]), var left = quotation(before: cue.start) else {
      return nil
    }
    guard isWholeStatement(left) else { return nil }
    let closing = tailEnd(of: cue)
    var parts = [left]
    if let closing, let part = quotation(after: closing) { parts.append(part) }
    var rule: Rule = cue.subject == .inverted ? .quoteInverted : .quoteCueAfter
    if parts.count > 1 { rule = .quoteSplit }
    if cue.entry.frames.contains(.document) { rule = .statementDocument }
    left = parts[0]
    return direct(cue, parts: parts, rule: rule, addressee: addressee(of: cue))
  }

  /// quote-cue-before: The minister said: “We are ready.”
  func quoteAfter(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard cue.entry.frames.contains(.quote) else { return nil }
    var place = cue.end
    while place < min(reader.count, cue.end + 14), reader.items[place].isWord || reader.kind(place) == .number,
      !reader.isWord(place, grammar.that), place == cue.end || !reader.isVerbLike(place)
    {
      place += 1
    }
    let mark = reader.kind(place)
    guard mark == .colon || mark == .comma || mark == .dash || reader.isQuotation(place) else { return nil }
    let quote = reader.isQuotation(place) ? place : place + 1
    guard reader.isQuotation(quote), beginsWithCapital(quote), mark == .colon || endsStatement(quote) else {
      return nil
    }
    if reader.isQuotation(place), place > cue.end { return nil }
    return direct(cue, parts: [quote], rule: .quoteCueBefore, addressee: addressee(of: cue))
  }

  /// He telephoned to say: “Come.”
  func quoteAfterInfinitive(_ index: Int) -> Proposal? {
    guard var proposal = quoteAfter(index) else { return nil }
    let cue = cues[index]
    guard let phrase = infinitiveSubject(of: cue) else { return nil }
    proposal.speaker = reader.tokens(phrase)
    return proposal
  }

  private func infinitiveSubject(of cue: Cue) -> Range<Int>? {
    guard let phrase = reader.phrase(startingAt: 0, notAfter: cue.verb), reader.canSpeak(phrase) else { return nil }
    return phrase
  }

  /// A direct quotation of the items `parts`.
  func direct(_ cue: Cue, parts: [Int], rule: Rule, addressee: Range<Int>?) -> Proposal {
    var proposal = self.proposal(cue, content: [], rule: rule, addressee: addressee)
    proposal.quotations = parts.map { reader.items[$0].quotation }
    proposal.content = proposal.quotations.map { article.quotations[$0].inner }
    proposal.isDirect = true
    if cue.entry.frames.contains(.document), let first = proposal.speaker?.first,
      article.isWord(at: first, .personalPronoun)
    {
      proposal.subject = proposal.speaker
      proposal.speaker = nil
    }
    return proposal
  }

  /// The quotation that ends before the item `start`, over a comma or a dash.
  private func quotation(before start: Int) -> Int? {
    var place = start - 1
    if reader.kind(place) == .comma || reader.kind(place) == .dash { place -= 1 }
    return place >= 0 && reader.isQuotation(place) ? place : nil
  }

  /// The quotation that begins at `place` or after the comma, colon or dash there.
  private func quotation(after place: Int) -> Int? {
    if reader.isQuotation(place) { return place }
    return reader.isQuotation(place + 1) ? place + 1 : nil
  }

  /// Whether a quotation is all that is said, and not the end of a clause: nothing stands before it in its sentence.
  private func isWholeStatement(_ item: Int) -> Bool {
    guard item > 0 else { return true }
    switch reader.kind(item - 1) {
    case .colon, .semicolon, .dash: return true
    case .word: return item == 1 && reader.isWord(0, .coordinator)
    default: return reader.isQuotation(item - 1)
    }
  }

  func beginsWithCapital(_ item: Int) -> Bool {
    let inner = article.quotations[reader.items[item].quotation].inner
    guard let first = inner.first(where: { article.tokens[$0].kind == .word || article.tokens[$0].kind == .number })
    else {
      return false
    }
    return article.tokens[first].isCapitalised || article.tokens[first].kind == .number
  }

  /// Whether nothing but a stop follows a quotation in the sentence.
  func endsStatement(_ item: Int) -> Bool {
    item + 1 >= reader.count || !reader.items[(item + 1)...].contains { $0.isWord && !$0.isCapitalised }
      || reader.kind(item + 1) == .comma || reader.isWord(item + 1, .coordinator)
  }

  /// Who a verb of telling is said to, where that stands after it.
  func addressee(of cue: Cue) -> Range<Int>? {
    guard !cue.entry.frames.isDisjoint(with: [.afterAddressee, .addresseeClause, .addresseeQuestion]),
      cue.subject != .inverted, !reader.isWord(cue.items.upperBound, grammar.that),
      !reader.isWord(cue.items.upperBound, .question)
    else { return nil }
    return reader.phrase(startingAt: cue.items.upperBound, notAfter: reader.count)
  }
}
