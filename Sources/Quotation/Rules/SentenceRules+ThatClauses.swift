/// Rules for clauses after a reporting verb.
extension SentenceRules {
  /// indirect-that: The minister said that they were ready.
  func thatClause(_ index: Int, _ start: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.entry.frames.isDisjoint(with: [.clause, .that, .addresseeClause]) else { return nil }
    guard let that = complementizer(from: start, takesAddressee: cue.entry.frames.contains(.addresseeClause)) else {
      return nil
    }
    let end = contentEnd(from: that + 1, of: index)
    guard end > that + 1 else { return nil }
    let rule: Rule = isDocument(cue) ? .statementDocument : .indirectThat
    return proposal(cue, content: [that + 1..<end], rule: rule, addressee: addressee(of: cue))
  }

  /// The "that" of a clause after a verb, over adverbs, times, places and those spoken to.
  func complementizer(from start: Int, takesAddressee: Bool) -> Int? {
    var place = start
    if let after = afterParenthesis(start) { place = after }
    let limit = min(reader.count, place + 22)
    let first = place
    while place < limit {
      if reader.isWord(place, grammar.that) {
        let isPronoun = place + 1 < reader.count && reader.isWord(place + 1, [.auxiliary, .modal])
        let isRelative = place > first && isPronoun
        return isPronoun || isRelative ? nil : place
      }
      let mark = reader.kind(place)
      guard mark == .word || mark == .number || mark == .openingQuote && false else { return nil }
      if place == first, !takesAddressee, !opensAdverbial(place) || reader.isWord(place, .topic) { return nil }
      if !takesAddressee, reader.isWord(place, .topic), !grammar.joining.contains(reader.items[place].word) {
        return nil
      }
      if reader.isWord(place, [.auxiliary, .modal, .relative]), !reader.isWord(place, grammar.possessiveClitic) {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// Whether an adverb, a time or a place begins at `place`.
  private func opensAdverbial(_ place: Int) -> Bool {
    reader.isAdverb(place) || reader.isWord(place, [.preposition, .time])
      || !reader.isWord(place, .objectPronoun)
        && (place..<min(place + 3, reader.count)).contains { reader.isWord($0, .time) }
  }

  /// Where the text goes on after another reporting clause between commas: had asked, she recalled, whether.
  func afterParenthesis(_ start: Int) -> Int? {
    guard reader.kind(start) == .comma else { return nil }
    if let cue = cues.first(where: { $0.start == start + 1 }) {
      guard let closing = tailEnd(of: cue), reader.kind(closing) == .comma else { return nil }
      return closing + 1
    }
    var place = start + 1
    while place < reader.count, reader.items[place].isWord, !reader.isVerbLike(place) { place += 1 }
    return place > start + 1 && place < start + 9 && reader.kind(place) == .comma ? place + 1 : nil
  }

  /// indirect-question: The minister asked whether they were ready.
  func questionClause(_ index: Int, _ start: Int) -> Proposal? {
    let cue = cues[index]
    let frames = cue.entry.frames
    guard !frames.isDisjoint(with: [.question, .addresseeQuestion]) else { return nil }
    var place = afterParenthesis(start) ?? start
    if opensAdverbial(place), !reader.isWord(place, .question) {
      while place < reader.count, reader.items[place].isWord, !reader.isWord(place, .question),
        !reader.isVerbLike(place)
      {
        place += 1
      }
    }
    var addressee: Range<Int>?
    if !reader.isWord(place, .question), frames.contains(.addresseeQuestion),
      let phrase = reader.phrase(startingAt: place, notAfter: reader.count)
    {
      addressee = phrase
      place = phrase.upperBound
    }
    guard reader.isWord(place, .question) else { return nil }
    let end = contentEnd(from: place, of: index)
    guard end > place else { return nil }
    return proposal(cue, content: [place..<end], rule: .indirectQuestion, addressee: addressee)
  }

  /// indirect-bare: The minister said they were ready.
  func bareClause(_ index: Int, _ start: Int) -> Proposal? {
    let cue = cues[index]
    let frames = cue.entry.frames
    var place = start
    var addressee: Range<Int>?
    if frames.contains(.clause) {
      place = skipTime(from: start)
    } else {
      guard frames.contains(.addresseeClause),
        let phrase = reader.phrase(startingAt: start, notAfter: reader.count)
      else { return nil }
      addressee = phrase
      place = skipTime(from: phrase.upperBound)
    }
    guard place < reader.count, reader.items[place].isWord || reader.isQuotation(place) || reader.kind(place) == .number
    else { return bareAfterColon(index, place) }
    guard !isNothing(place), !beginsWithTo(place), !isPlace(place, after: cue) else { return nil }
    let end = contentEnd(from: place, of: index)
    guard end > place, canBeClause(place..<end, of: cue) else { return nil }
    let rule: Rule = isDocument(cue) ? .statementDocument : .indirectBare
    return proposal(cue, content: [place..<end], rule: rule, addressee: addressee)
  }

  /// nothing about it: what is said is that it is not said
  private func isNothing(_ place: Int) -> Bool {
    reader.isWord(place, .negativePronoun)
      && (reader.isWord(place, grammar.nothing) && !reader.isVerbLike(place + 1) || place + 1 >= reader.contentLimit)
  }

  /// protested at the port: a place or a topic, and no clause; only after "say" one can begin so.
  private func isPlace(_ place: Int, after cue: Cue) -> Bool {
    reader.isWord(place, .preposition) && !reader.isWord(place, .subordinator) && reader.kind(place + 1) != .number
      && !grammar.say.contains(reader.items[cue.verb].word)
  }

  /// to, or “to
  private func beginsWithTo(_ place: Int) -> Bool {
    guard reader.isQuotation(place) else { return reader.isWord(place, grammar.to) }
    return article.tokens[article.quotations[reader.items[place].quotation].inner.lowerBound].word == grammar.to
  }

  /// Whether items can be a clause: a verb is seen, or words are quoted, or they are more than two after "say".
  private func canBeClause(_ range: Range<Int>, of cue: Cue) -> Bool {
    if reader.looksLikeClause(range) || range.contains(where: { reader.isQuotation($0) }) { return true }
    guard isHeadline || grammar.say.contains(reader.items[cue.verb].word) else { return false }
    return range.count > 2 && cue.entry.frames.isDisjoint(with: [.object, .objectFor]) && opensObject(range.lowerBound)
  }

  /// He said: they were ready.
  private func bareAfterColon(_ index: Int, _ place: Int) -> Proposal? {
    guard reader.kind(place) == .colon, cues[index].entry.frames.contains(.quote) else { return nil }
    let end = contentEnd(from: place + 1, of: index)
    guard end > place + 1, reader.looksLikeClause(place + 1..<end) else { return nil }
    return proposal(cues[index], content: [place + 1..<end], rule: .indirectBare)
  }

  /// Where a clause begins after adverbs, times and documents: said on Thursday | it was late.
  func skipTime(from start: Int) -> Int {
    var place = start
    while place < reader.count, reader.items[place].isWord {
      if reader.isAdverb(place) {
        place += 1
      } else if reader.isWord(place, .time), !reader.isWord(place, [.modal, .personalPronoun]) {
        place += reader.kind(place + 1) == .number ? 2 : 1
      } else if let end = timePhraseEnd(from: place) {
        place = end
      } else {
        break
      }
    }
    return place < reader.count ? place : start
  }

  /// Where "on Sunday night", "an hour earlier" or "in a statement" ends, or nil where no such thing begins.
  private func timePhraseEnd(from start: Int) -> Int? {
    guard reader.isWord(start, [.preposition, .determiner]) else { return nil }
    let isPreposition = reader.isWord(start, .preposition)
    for place in start + 1..<max(start + 1, min(start + 5, reader.count)) {
      if reader.isWord(place, .time) { return reader.kind(place + 1) == .number ? place + 2 : place + 1 }
      if isPreposition, reader.isWord(place, .document) { return place + 1 }
      guard reader.items[place].isWord || reader.kind(place) == .number, !reader.isVerbLike(place) else { return nil }
    }
    return nil
  }

  func isDocument(_ cue: Cue) -> Bool {
    guard cue.subject == .before || cue.subject == .inverted, let head = cue.subjectItems.last else { return false }
    return reader.isWord(head, .document)
  }
}
