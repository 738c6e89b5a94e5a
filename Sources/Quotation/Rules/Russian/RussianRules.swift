/// The rules of `Rule` as Russian has them: their order and what each takes are those of English, where a clause begins and ends is
/// told by commas, which Russian never leaves out, and who is who by cases.
struct RussianRules {
  let rules: SentenceRules
  let clauses: RussianClauses
  /// For each reporting verb whether it reports something, as far as that is known: those from the last one on.
  private(set) var reports: [Bool]

  var reader: ClauseReader { rules.reader }
  var cues: [Cue] { rules.cues }
  var grammar: RussianGrammar { clauses.grammar }

  init(_ rules: SentenceRules) {
    self.rules = rules
    clauses = RussianClauses(rules.reader)
    reports = Array(repeating: true, count: rules.cues.count)
  }

  /// What the rules propose for a sentence, in the order of their cues.
  static func proposals(in rules: SentenceRules) -> [Proposal] {
    var its = RussianRules(rules)
    var found: [Proposal] = []
    for index in its.cues.indices.reversed() {
      let proposal = its.proposal(for: index)
      its.reports[index] = proposal != nil || its.cues[index].isNegated
      if let proposal { found.append(proposal) }
    }
    found.reverse()
    if rules.isQuoted { return found.filter { !$0.quotations.isEmpty } }
    found += its.sources()
    if rules.isHeadline, found.isEmpty, let headline = its.headline() { found.append(headline) }
    found += its.quotationsAfterColon(besides: found)
    return found
  }

  private func proposal(for index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.isNegated else { return nil }
    switch cue.form {
    case .passive: return passive(index)
    case .infinitive: return nil
    case .participle: return added(index)
    case .finite: return quoteBefore(index) ?? quoteAfter(index) ?? parenthesis(index) ?? complement(of: index)
    }
  }

  private func added(_ index: Int) -> Proposal? {
    guard var proposal = quoteAfter(index) ?? complement(of: index) else { return nil }
    proposal.rule = .participleAdded
    return proposal
  }

  // MARK: Quotations

  /// quote-inverted, quote-cue-after, quote-split: «Мы готовы», — сказал министр.
  private func quoteBefore(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.entry.frames.isDisjoint(with: [.quote, .after]) else { return nil }
    var place = clauses.stretchStart(of: cue.start) - 1
    if reader.kind(place) == .dash { place -= 1 }
    if reader.kind(place) == .comma { place -= 1 }
    guard place >= 0, reader.isQuotation(place), isWholeStatement(place), !isLedOn(cue) else { return nil }
    var parts = [place]
    for later in cue.end..<max(cue.end, reader.count) where reader.isQuotation(later) {
      let isSpeechAgain = opensWithDash(later) || reader.kind(later - 1) == .dash && reader.kind(later - 2) == .comma
      guard isSpeechAgain else { break }
      parts.append(later)
    }
    var rule: Rule = cue.subject == .inverted ? .quoteInverted : .quoteCueAfter
    if parts.count > 1 { rule = .quoteSplit }
    if cue.entry.frames.contains(.document) { rule = .statementDocument }
    return rules.direct(cue, parts: parts, rule: rule, addressee: addressee(of: cue))
  }

  /// Whether the verb has a clause after it, so that the quotation before it is not what it reports.
  private func isLedOn(_ cue: Cue) -> Bool {
    let end = clauses.stretchEnd(of: cue.end)
    return reader.kind(end) == .comma && reader.isWord(end + 1, grammar.that)
  }

  private func opensWithDash(_ item: Int) -> Bool {
    rules.article.tokens[rules.article.quotations[reader.items[item].quotation].opening].kind == .dash
  }

  /// Whether nothing of the sentence's clause stands before a quotation.
  private func isWholeStatement(_ item: Int) -> Bool {
    guard item > 0 else { return true }
    switch reader.kind(item - 1) {
    case .colon, .semicolon, .dash, .ellipsis, .fullStop, .question, .exclamation: return true
    case .word: return item == 1 && reader.isWord(0, .coordinator)
    default: return reader.isQuotation(item - 1)
    }
  }

  /// quote-cue-before: Министр сказал: «Мы готовы».
  private func quoteAfter(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.entry.frames.isDisjoint(with: [.quote, .clause, .addresseeClause, .about]) || cue.form == .participle
    else { return nil }
    let limit = index + 1 < cues.count ? cues[index + 1].items.lowerBound : reader.count
    var place = cue.end
    while place < min(limit, cue.end + 16), reader.kind(place) != .colon, !reader.isQuotation(place) { place += 1 }
    guard reader.kind(place) == .colon, reader.isQuotation(place + 1), rules.beginsWithCapital(place + 1) else {
      return nil
    }
    return rules.direct(cue, parts: [place + 1], rule: .quoteCueBefore, addressee: addressee(of: cue))
  }

  /// quote-without-cue: Ответ был короток: «Мы готовы».
  private func quotationsAfterColon(besides found: [Proposal]) -> [Proposal] {
    reader.items.indices.compactMap { index in
      guard reader.isQuotation(index), reader.kind(index - 1) == .colon, rules.beginsWithCapital(index) else {
        return nil
      }
      let number = reader.items[index].quotation
      let inner = rules.article.quotations[number].inner
      guard !found.contains(where: { $0.content.contains { $0.overlaps(inner) } }) else { return nil }
      let start = clauses.stretchStart(of: index - 1)
      let subject = clauses.mentions(in: start..<index - 1).first { $0.canSpeak }
      return Proposal(
        content: [inner], cue: nil, speaker: subject?.tokens, subject: nil, addressee: nil, rule: .quoteWithoutCue,
        cueClass: nil, isDirect: true, quotations: [number])
    }
  }

  // MARK: Headlines

  /// headline: Лавров: Россия готова
  private func headline() -> Proposal? {
    guard let colon = reader.items.indices.first(where: { reader.kind($0) == .colon }), colon > 0,
      colon + 1 < reader.contentLimit,
      let mention = clauses.mentions(in: 0..<colon).first,
      mention.tokens.lowerBound == clauses.token(0), clauses.items(of: mention, in: 0..<colon)?.upperBound == colon,
      mention.canSpeak, mention.form != .pronoun
    else { return nil }
    let content = colon + 1..<reader.contentLimit
    let isQuotation = content.count == 1 && reader.isQuotation(content.lowerBound)
    var proposal = Proposal(
      content: [reader.tokens(content)], cue: nil, speaker: mention.tokens, subject: nil, addressee: nil,
      rule: .headline,
      cueClass: .say, isDirect: isQuotation)
    if isQuotation {
      proposal.quotations = [reader.items[content.lowerBound].quotation]
      proposal.content = [rules.article.quotations[proposal.quotations[0]].inner]
    }
    return proposal
  }

  // MARK: Whom it is said to

  /// Who is told, where that stands right after the verb or the subject: заверила Салтана, предупредил обе столицы.
  func addressee(of cue: Cue) -> Range<Int>? {
    guard cue.subject != .inverted || cue.entry.cueClass == .tell else { return nil }
    return addressee(from: cue.items.upperBound, before: clauses.stretchEnd(of: cue.items.upperBound), of: cue)
  }

  /// Those who only pass on what they are told: журналистам, МН.
  private func isReporter(_ mention: Mention) -> Bool {
    let first = clauses.forms.tokens[mention.tokens.lowerBound]
    return clauses.grammar.reporters.contains(first.word)
      || mention.entry < 0 && mention.noun < 0 && first.letters == .allCapitals
  }

  /// The first noun phrase in a range that is no subject.
  func addressee(from start: Int, before end: Int, of cue: Cue) -> Range<Int>? {
    guard start < end else { return nil }
    for mention in clauses.mentions(in: start..<end) {
      guard mention.tokens != cue.speaker, !isReporter(mention), let items = clauses.items(of: mention, in: start..<end)
      else { continue }
      let isGoverned = clauses.isAfterPreposition(items.lowerBound)
      let isFrom = isGoverned && clauses.isWord(items.lowerBound - 1, grammar.from) && cue.entry.cueClass == .urge
      let isTo = isGoverned && clauses.isWord(items.lowerBound - 1, grammar.towards)
      if !isGoverned || isFrom || isTo { return items }
      return nil
    }
    return nil
  }
}
