/// Speakers that are no subjects: documents, whose they are, and agents of passive verbs.
extension RussianSubjectFinder {
  /// говорится в заявлении министерства; В заявлении министерства говорится
  func findDocument(of cue: inout Cue) {
    cue.subject = .elided
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    if let paper = paper(from: cue.items.upperBound, before: end) {
      if let owner = owner(from: paper + 1, before: end) {
        cue.items = cue.items.lowerBound..<paper + 1
        take(owner, as: .inverted, cue: &cue)
      } else {
        take(paper..<paper + 1, as: .inverted, cue: &cue)
      }
      return
    }
    let start = clauses.stretchStart(of: cue.items.lowerBound)
    guard let paper = paper(from: start, before: cue.items.lowerBound) else { return }
    let owner = owner(from: paper + 1, before: cue.items.lowerBound)
    take(owner ?? paper..<paper + 1, as: .before, cue: &cue)
    cue.subjectItems = start..<cue.subjectItems.upperBound
  }

  /// The document after в, with adjectives between.
  private func paper(from start: Int, before end: Int) -> Int? {
    var index = start
    while index < end, reader.isWord(index, [.adverb, .time, .determiner]) { index += 1 }
    guard index < end, clauses.isWord(index, grammar.into) || clauses.isWord(index, grammar.on) else { return nil }
    for place in index + 1..<max(index + 1, min(end, index + 5)) {
      if reader.isWord(place, .document) { return place }
      guard clauses.isPlainWord(place) else { return nil }
    }
    return nil
  }

  /// Whose a document is: the noun phrase right after it.
  private func owner(from start: Int, before end: Int) -> Range<Int>? {
    guard start < end, clauses.isPlainWord(start) else { return nil }
    let mention = clauses.mentions(in: start..<end).first { $0.tokens.lowerBound == clauses.token(start) }
    return mention.flatMap { clauses.items(of: $0, in: start..<end) }
  }

  /// цитирует агентство слова министра: the one who is quoted speaks.
  func findQuoted(of cue: inout Cue) {
    cue.isNegated = true
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    let words = (cue.items.upperBound..<end).first { reader.isWord($0, .summary) }
    guard let speaker = words.flatMap({ owner(from: $0 + 1, before: end) }) ?? patient(of: cue, before: end) else {
      return
    }
    cue.isNegated = false
    take(speaker, as: .inverted, cue: &cue)
  }

  /// цитирует Лаврова ТАСС
  private func patient(of cue: Cue, before end: Int) -> Range<Int>? {
    guard cue.items.upperBound < end else { return nil }
    let range = cue.items.upperBound..<end
    return clauses.mentions(in: range).first { $0.cases.contains(.genitive) && !$0.cases.isSuperset(of: .all) }
      .flatMap { clauses.items(of: $0, in: range) }
  }

  /// было отвергнуто Омретом: the noun phrase in the instrumental.
  func findAgent(of cue: inout Cue) {
    cue.subject = .elided
    let end = clauses.stretchEnd(of: cue.items.upperBound)
    guard cue.items.upperBound < end else { return }
    for mention in clauses.mentions(in: cue.items.upperBound..<end) {
      guard let items = clauses.items(of: mention, in: cue.items.upperBound..<end),
        !clauses.isAfterPreposition(items.lowerBound), isInstrumental(mention)
      else { continue }
      take(items, as: .agent, cue: &cue)
      return
    }
  }

  private func isInstrumental(_ mention: Mention) -> Bool {
    if mention.noun >= 0 || mention.cases == .all { return mention.cases.contains(.instrumental) }
    return clauses.forms.isInstrumentalLike(mention.tokens.upperBound - 1)
      || clauses.forms.tokens[mention.tokens.lowerBound].letters == .allCapitals
  }
}
