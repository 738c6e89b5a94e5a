/// Rules for what stands after a Russian reporting verb.
extension RussianRules {
  /// What the cue at `index` takes after it, by the first of its frames that fits.
  func complement(of index: Int) -> Proposal? {
    guard cues[index].end < reader.count else { return objectBefore(index) }
    return infinitive(index) ?? thatClause(index) ?? questionClause(index) ?? preposition(index) ?? named(index)
      ?? object(index) ?? instrument(index) ?? afterColon(index) ?? objectBefore(index)
  }

  private func frames(_ index: Int) -> CueFrames { cues[index].entry.frames }

  // MARK: Clauses

  /// indirect-that: Министр заявил, что они готовы.
  private func thatClause(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !frames(index).isDisjoint(with: [.clause, .that, .addresseeClause]), let start = conjunction(after: cue)
    else { return nil }
    let end = contentEnd(from: start, of: index)
    guard end > start else { return nil }
    let rule: Rule = frames(index).contains(.document) ? .statementDocument : .indirectThat
    return rules.proposal(cue, content: [start..<end], rule: rule, addressee: addressee(of: cue))
  }

  /// Where the clause begins after что: over those spoken to, over "о том", and over what stands between commas.
  private func conjunction(after cue: Cue) -> Int? {
    let end = clauses.stretchEnd(of: cue.end)
    if reader.kind(end) != .comma || !isConjunction(end + 1) {
      for place in cue.end..<min(end, cue.end + 5) where reader.isWord(place, grammar.that) {
        return clauses.looksLikeClause(place + 1..<end) ? place + 1 : nil
      }
    }
    guard reader.kind(end) == .comma,
      !cues.contains(where: { $0.verb > cue.verb && $0.verb < end && $0.form == .finite })
    else { return nil }
    if isConjunction(end + 1) { return isPointed(end) ? nil : end + 2 }
    guard opensAside(end + 1),
      let comma = (end + 1..<min(reader.count, end + 18)).first(where: {
        reader.kind($0) == .comma && isConjunction($0 + 1)
      })
    else { return nil }
    return comma + 2
  }

  private func isConjunction(_ index: Int) -> Bool {
    reader.isWord(index, grammar.that) || reader.isWord(index, grammar.soThat) || clauses.isWord(index, grammar.asThat)
  }

  /// в том, за то: the clause belongs to a preposition other than о.
  private func isPointed(_ comma: Int) -> Bool {
    guard clauses.isWord(comma - 1, grammar.pointers), reader.isWord(comma - 2, .preposition) else { return false }
    return !clauses.isWord(comma - 2, grammar.about) && !clauses.isWord(comma - 2, grammar.on)
      && !clauses.isWord(comma - 2, grammar.into)
  }

  /// , отвечая на вопрос, что; , по его словам, что
  private func opensAside(_ index: Int) -> Bool {
    guard clauses.isPlainWord(index) else { return false }
    return clauses.forms.isAdverbialParticiple(clauses.token(index)) || reader.isWord(index, grammar.how)
      || reader.isWord(index, .preposition)
  }

  /// indirect-question: Министр спросил, готовы ли они.
  private func questionClause(_ index: Int) -> Proposal? {
    let cue = cues[index]
    let comma = clauses.stretchEnd(of: cue.end)
    guard frames(index).contains(.question), reader.kind(comma) == .comma else { return nil }
    let isQuestion =
      reader.isWord(comma + 1, .question) && !reader.isWord(comma + 1, grammar.whether)
      || (comma + 2..<comma + 4).contains { reader.isWord($0, grammar.whether) }
      || reader.isWord(comma + 1, .preposition) && reader.isWord(comma + 2, .question)
    guard isQuestion else { return nil }
    let end = contentEnd(from: comma + 1, of: index)
    guard end > comma + 1 else { return nil }
    return rules.proposal(cue, content: [comma + 1..<end], rule: .indirectQuestion, addressee: addressee(of: cue))
  }

  /// indirect-bare: Министр ответил: они готовы.
  private func afterColon(_ index: Int) -> Proposal? {
    let cue = cues[index]
    let colon = clauses.stretchEnd(of: cue.end)
    guard frames(index).contains(.quote), reader.kind(colon) == .colon else { return nil }
    let end = contentEnd(from: colon + 1, of: index)
    guard end > colon + 1, clauses.looksLikeClause(colon + 1..<end) || reader.isQuotation(colon + 1) else { return nil }
    return rules.proposal(cue, content: [colon + 1..<end], rule: .indirectBare, addressee: addressee(of: cue))
  }

  // MARK: Infinitives and prepositions

  /// infinitive: Министр потребовал от них уйти, призвал коллег не уходить.
  private func infinitive(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard frames(index).contains(.infinitive) else { return nil }
    let limit = clauses.stretchEnd(of: cue.end)
    guard let verb = (cue.end..<limit).first(where: { clauses.isInfinitive($0) }) else { return nil }
    guard !(cue.end..<verb).contains(where: { reader.isQuotation($0) || clauses.isVerbLike($0) }) else { return nil }
    if cue.entry.cueClass == .refuse, reader.isWord(verb, .silence) || reader.isWord(verb + 1, .silence) { return nil }
    var begin = verb
    while begin > cue.end, reader.isWord(begin - 1, grammar.not) || reader.isWord(begin - 1, .adverb) { begin -= 1 }
    let end = contentEnd(from: begin, of: index, as: .infinitive)
    guard end > begin else { return nil }
    let told = addressee(from: cue.items.upperBound, before: begin, of: cue)
    return rules.proposal(cue, content: [begin..<end], rule: .infinitive, addressee: told)
  }

  /// gerund: Министр обвинил соседей в обмане, поблагодарил их за помощь, призвал к миру, заявил о готовности.
  private func preposition(_ index: Int) -> Proposal? {
    let cue = cues[index]
    for (frame, words) in prepositions where frames(index).contains(frame) {
      guard let place = prepositionPlace(words, after: cue) else { continue }
      let end = contentEnd(from: place, of: index, as: .object)
      guard end > place + 1, !isBarePointer(place + 1..<end) else { continue }
      let told = frame == .about ? nil : addressee(from: cue.items.upperBound, before: place, of: cue)
      return rules.proposal(
        cue, content: [place..<end], rule: frame == .about ? .nounContent : .gerund, addressee: told)
    }
    return nil
  }

  private var prepositions: [(CueFrames, [WordID])] {
    [
      (.objectOf, grammar.into), (.objectFor, [grammar.forThat]), (.objectTo, grammar.towards),
      (.objectFrom, grammar.from),
      (.objectWith, grammar.with), (.about, grammar.about),
    ]
  }

  private func prepositionPlace(_ words: [WordID], after cue: Cue) -> Int? {
    var place = cue.end
    let limit = min(reader.count, cue.end + 14)
    while place < limit, reader.items[place].isWord || reader.kind(place) == .number || reader.isQuotation(place) {
      if clauses.isWord(place, words), !reader.isWord(place + 1, [.time, .document]), reader.kind(place + 1) != .number
      {
        return place
      }
      guard !clauses.isVerbLike(place) else { return nil }
      place += 1
    }
    return nil
  }

  /// об этом
  private func isBarePointer(_ range: Range<Int>) -> Bool {
    range.count <= 2 && reader.isWord(range.lowerBound, [.determiner, .objectPronoun])
  }

  // MARK: Noun phrases

  /// noun-content: Министр назвал это «провокацией», осудил взрыв как преступление.
  private func named(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard !frames(index).isDisjoint(with: [.objectQuoted, .objectAs]) else { return nil }
    let start = afterAdverbials(cue)
    let end = contentEnd(from: start, of: index, as: .object)
    guard end > start + 1 else { return namedBefore(index, start: start) }
    let rest = start + 1..<end
    let isNamed =
      frames(index).contains(.objectQuoted)
      && (rest.contains { reader.isQuotation($0) }
        || rest.contains {
          clauses.isPlainWord($0) && !clauses.isAfterPreposition($0)
            && clauses.forms.isInstrumentalLike(clauses.token($0))
        })
    let isJudged = frames(index).contains(.objectAs) && rest.contains { reader.isWord($0, grammar.how) }
    guard isNamed || isJudged else { return namedBefore(index, start: start) }
    return rules.proposal(cue, content: [start..<end], rule: .nounContent)
  }

  /// noun-content: В министерстве это заявление назвали «провокацией».
  private func namedBefore(_ index: Int, start: Int) -> Proposal? {
    guard let object = objectRange(before: index) else { return nil }
    let end = contentEnd(from: start, of: index, as: .object)
    guard end > start,
      reader.isQuotation(start) || clauses.isPlainWord(start) && clauses.forms.isInstrumentalLike(clauses.token(start))
    else { return nil }
    return rules.proposal(cues[index], content: [object, start..<end], rule: .nounContent)
  }

  private func afterAdverbials(_ cue: Cue) -> Int {
    var place = cue.end
    while reader.isWord(place, [.adverb, .time])
      || reader.isWord(place, .preposition) && reader.isWord(place + 1, .time)
    { place += 1 }
    return place
  }

  /// noun-content: Министр отверг это требование.
  private func object(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard frames(index).contains(.object), cue.subject != .inverted || cue.form == .participle else { return nil }
    let start = afterAdverbials(cue)
    guard opensObject(start) else { return nil }
    let end = contentEnd(from: start, of: index, as: .object)
    guard end > start, !(end == start + 1 && reader.isWord(start, [.determiner, .objectPronoun])) else { return nil }
    return rules.proposal(cue, content: [start..<end], rule: .nounContent)
  }

  private func opensObject(_ place: Int) -> Bool {
    guard place < reader.count else { return false }
    if reader.isQuotation(place) || reader.kind(place) == .number { return true }
    return reader.items[place].isWord
      && !reader.isWord(place, [.coordinator, .subordinator, .preposition, .personalPronoun, .negativePronoun])
  }

  /// noun-content: В Ашкерате разговор подтвердили.
  private func objectBefore(_ index: Int) -> Proposal? {
    guard frames(index).contains(.object), let object = objectRange(before: index) ?? frontedObject(of: index) else {
      return nil
    }
    return rules.proposal(cues[index], content: [object], rule: .nounContent)
  }

  /// Обвинения Тегеран отрицает.
  private func frontedObject(of index: Int) -> Range<Int>? {
    let cue = cues[index]
    guard cue.subject == .before, cue.end >= reader.contentLimit || clauses.isBoundary(cue.end) else { return nil }
    let start = clauses.stretchStart(of: cue.start)
    guard start < cue.start, opensObject(start), !reader.isWord(start, [.adverb, .time, .determiner]) else {
      return nil
    }
    return start..<cue.start
  }

  /// What stands between a place that speaks and its verb.
  private func objectRange(before index: Int) -> Range<Int>? {
    let cue = cues[index]
    guard cue.subject == .before, let speaker = cue.subjectItems.last else { return nil }
    let start = speaker + 1
    guard start < cue.items.lowerBound, reader.isWord(cue.subjectItems.lowerBound - 1, .preposition) else { return nil }
    let edge = clauses.withoutAdverbials(before: cue.items.lowerBound, notBefore: start)
    return start < edge && opensObject(start) ? start..<edge : nil
  }

  /// noun-content: Министр пригрозил санкциями.
  private func instrument(_ index: Int) -> Proposal? {
    let cue = cues[index]
    guard frames(index).contains(.instrument), cue.subject != .inverted else { return nil }
    let limit = clauses.stretchEnd(of: cue.end)
    let word = (cue.end..<limit).first {
      clauses.isPlainWord($0) && clauses.forms.isInstrumentalLike(clauses.token($0))
    }
    guard let place = word ?? (reader.isQuotation(limit) ? limit : nil) else { return nil }
    let end = contentEnd(from: place, of: index, as: .object)
    let told = addressee(from: cue.items.upperBound, before: place, of: cue)
    return end > place ? rules.proposal(cue, content: [place..<end], rule: .nounContent, addressee: told) : nil
  }
}
