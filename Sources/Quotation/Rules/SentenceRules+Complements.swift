/// Rules for what stands after a reporting verb: clauses, infinitives, gerunds and noun phrases.
extension SentenceRules {
  /// What the cue at `index` takes after it, by the first of its frames that fits.
  func complement(of index: Int) -> Proposal? {
    let cue = cues[index]
    let frames = cue.entry.frames
    let start = cue.end
    guard start < reader.count else { return nil }
    if cue.form == .participle, frames.contains(.quote), let quote = quoteAfter(index) { return asAdded(quote, cue) }
    let found =
      thatClause(index, start) ?? questionClause(index, start) ?? infinitiveContent(index, start)
      ?? prepositionContent(index, start) ?? gerundContent(index, start) ?? bareClause(index, start)
      ?? objectContent(index, start)
    guard let found else { return nil }
    return asAdded(found, cue)
  }

  private func asAdded(_ proposal: Proposal, _ cue: Cue) -> Proposal {
    guard cue.form == .participle else { return proposal }
    var proposal = proposal
    proposal.rule = .participleAdded
    return proposal
  }

  // MARK: Infinitives

  /// infinitive: The minister vowed to be ready; urged them to be ready.
  private func infinitiveContent(_ index: Int, _ start: Int) -> Proposal? {
    let cue = cues[index]
    let frames = cue.entry.frames
    var place = afterParenthesis(start) ?? start
    while reader.isAdverb(place) { place += 1 }
    if reader.isWord(place, grammar.not) { place += 1 }
    var addressee: Range<Int>?
    if !reader.isWord(place, grammar.to) {
      guard !frames.isDisjoint(with: [.objectInfinitive, .addresseeInfinitive]), let to = infinitive(from: start) else {
        return nil
      }
      addressee = reader.phrase(startingAt: start, notAfter: to)
      place = to
    } else if frames.isDisjoint(with: [.infinitive]) {
      return nil
    }
    guard isInfinitive(place) else { return nil }
    if cue.entry.cueClass == .refuse, isSilence(place + 1) || cue.subject == .relative { return nil }
    if cue.entry.cueClass == .ask, addressee == nil, isSilence(place + 1) || isSilence(place + 2) { return nil }
    let begin = reader.isWord(place - 1, grammar.not) ? place - 1 : place
    let end = contentEnd(from: begin, of: index, as: .infinitive)
    guard end > place + 1 else { return nil }
    return proposal(cue, content: [begin..<end], rule: .infinitive, addressee: addressee)
  }

  /// The "to" of an infinitive after whom a verb is addressed to, before anything that has a verb of its own.
  private func infinitive(from start: Int) -> Int? {
    for place in start..<min(start + 18, reader.count) {
      if place > start, isInfinitive(place) { return place }
      let isBracket = reader.kind(place) == .openingBracket || reader.kind(place) == .closingBracket
      guard reader.items[place].isWord || reader.kind(place) == .number || isBracket,
        !reader.isWord(place, [.modal, .copula, .relative])
      else { return nil }
    }
    return nil
  }

  private func isInfinitive(_ place: Int) -> Bool {
    guard reader.isWord(place, grammar.to), place + 1 < reader.count else { return false }
    let next = reader.items[place + 1]
    if next.isQuotation { return true }
    return next.isWord && !next.isCapitalised
      && next.classes.isDisjoint(with: [.determiner, .possessive, .objectPronoun, .quantifier, .time, .relative])
  }

  /// Whether a verb says that nothing is said: refused to comment.
  private func isSilence(_ place: Int) -> Bool { reader.isWord(place, .silence) || reader.isWord(place + 1, .silence) }

  // MARK: Prepositions

  /// gerund, noun-content: accused them of being late, thanked them for it, dismissed it as talk, put it at a million.
  private func prepositionContent(_ index: Int, _ start: Int) -> Proposal? {
    let cue = cues[index]
    let frames = cue.entry.frames
    if frames.contains(.objectOf), let place = preposition(grammar.of, from: start) {
      return withAddressee(index, object: start..<place, content: place, rule: .gerund)
    }
    if frames.contains(.objectFor), let place = preposition(grammar.for, from: start) {
      return withAddressee(index, object: start..<place, content: place, rule: .gerund)
    }
    if frames.contains(.purpose), let place = preposition(grammar.for, from: start - 1) {
      let to = (start..<max(start, place)).first { reader.isWord($0, grammar.to) }
      return withAddressee(index, object: (to.map { $0 + 1 } ?? place)..<place, content: place, rule: .gerund)
    }
    if frames.contains(.objectAs), let place = preposition(grammar.as, from: start) {
      return content(index, start..<place, rule: .nounContent)
    }
    if frames.contains(.objectAt), let place = preposition(grammar.at, from: start),
      reader.kind(place + 1) == .number || reader.isQuotation(place + 1) || reader.isWord(place + 1, .quantifier)
    {
      return content(index, start..<place, rule: .nounContent)
    }
    return nil
  }

  private func content(_ index: Int, _ object: Range<Int>, rule: Rule) -> Proposal? {
    let end = contentEnd(from: object.lowerBound, of: index, as: .object)
    guard end > object.upperBound else { return nil }
    return proposal(cues[index], content: [object.lowerBound..<end], rule: rule)
  }

  private func withAddressee(_ index: Int, object: Range<Int>, content start: Int, rule: Rule) -> Proposal? {
    let end = contentEnd(from: start, of: index, as: .object)
    guard end > start + 1 else { return nil }
    return proposal(cues[index], content: [start..<end], rule: rule, addressee: object.isEmpty ? nil : object)
  }

  /// The preposition after an object: the first that a gerund or a quotation follows, else the first.
  private func preposition(_ word: WordID, from start: Int) -> Int? {
    var first: Int?
    for place in start + 1..<max(start + 1, min(start + 24, reader.count)) {
      guard
        reader.items[place].isWord || reader.kind(place) == .number || reader.isQuotation(place)
          || reader.kind(place) == .comma
      else { break }
      if reader.kind(place) == .comma, reader.isWord(place + 1, .coordinator) { break }
      guard reader.isWord(place, word) else { continue }
      if reader.isQuotation(place + 1) || reader.hasSuffix(grammar.gerundSuffix, place + 1) { return place }
      first = first ?? place
    }
    return first
  }

  /// gerund: The minister denied having been late.
  private func gerundContent(_ index: Int, _ start: Int) -> Proposal? {
    guard cues[index].entry.frames.contains(.gerund), reader.hasSuffix(grammar.gerundSuffix, start),
      !reader.items[start].isCapitalised
    else { return nil }
    let end = contentEnd(from: start, of: index, as: .object)
    return proposal(cues[index], content: [start..<end], rule: .gerund)
  }

  // MARK: Noun phrases

  /// noun-content: The minister demanded an answer.
  private func objectContent(_ index: Int, _ start: Int) -> Proposal? {
    let frames = cues[index].entry.frames
    guard !frames.isDisjoint(with: [.object, .quotedObject, .objectQuoted]), opensObject(start) else { return nil }
    let end = contentEnd(from: start, of: index, as: .object)
    guard end > start else { return nil }
    if !frames.contains(.object) {
      guard let quote = (start..<end).first(where: { reader.isQuotation($0) }) else { return nil }
      if frames.contains(.objectQuoted), !frames.contains(.quotedObject), quote == start { return nil }
      if reader.looksLikeClause(start..<quote) { return nil }
    }
    return proposal(cues[index], content: [start..<end], rule: .nounContent)
  }

  /// Whether an object begins at `place`: no preposition, and nothing that says there is none ("no details").
  func opensObject(_ place: Int) -> Bool {
    guard place < reader.count else { return false }
    if reader.isQuotation(place) || reader.kind(place) == .number { return true }
    guard reader.items[place].isWord else { return false }
    return !reader.isWord(place, [.negativePronoun, .coordinator, .subordinator, .auxiliary, .modal])
      && (!reader.isWord(place, .preposition) || reader.isWord(place, .quantifier)) && !reader.isAdverb(place)
  }
}
