internal import Quotation

/// Codes the verbs of one sentence, from left to right.
struct SentenceCoder {
  let words: [CodedWord]
  let article: TokenizedArticle
  let speaker: Speaker
  let coder: VerbCoder
  let vocabulary = CodingWords.english
  /// The words up to this belong to verbs that are coded already.
  private(set) var codedUpTo = 0

  private let bytes: Range<Int>
  /// What came of the last verb, for those that share its subject.
  private var last: Last?

  private struct Last {
    let group: VerbGroup
    let form: VerbForm
    let subject: FoundSubject
    let isPassive: Bool
  }

  /// A form of a verb where it stands.
  private struct Match {
    let pattern: VerbPattern
    /// After its last word.
    let end: Int
    /// After its first word, where an object may begin that stands inside.
    let range: Range<Int>
  }

  /// - Parameter quoted: the quotations that stand in the sentence.
  init(
    _ sentence: Range<Int>, quoted: [Quotation], of article: TokenizedArticle, speaker: Speaker, coder: VerbCoder
  ) {
    self.article = article
    self.speaker = speaker
    self.coder = coder
    bytes = article.bytes(of: sentence)
    // A sentence that is quoted as a whole is the speaker's.
    let partial = quoted.filter {
      $0.inner.lowerBound > sentence.lowerBound + 1 || $0.outer.upperBound < sentence.upperBound - 1
    }
    words = sentence.map { index in
      CodedWord(
        article.tokens[index], at: index, of: article, isQuoted: partial.contains { $0.inner.contains(index) })
    }
  }

  /// The verbs that count.
  mutating func codings() -> [VerbCoding] {
    guard words.last(where: { !$0.isWord && $0.kind != .number })?.kind != .question else { return [] }
    var codings: [VerbCoding] = []
    var index = 0
    while index < words.count {
      // Capitals within a sentence are of names: "the Armed Forces".
      guard !words[index].isQuoted, index == 0 || !words[index].isCapitalised || !words[index - 1].isWord,
        let match = match(at: index), let found = coding(of: match, at: index)
      else {
        index += 1
        continue
      }
      codings.append(found)
      index = match.range.upperBound
      codedUpTo = index
    }
    return codings
  }

  /// The longest form that begins at a word.
  private func match(at index: Int) -> Match? {
    guard words[index].isWord else { return nil }
    for pattern in coder.verbs.patterns(beginningWith: words[index].text) {
      if let end = end(of: pattern, at: index) {
        return Match(pattern: pattern, end: end, range: index..<(pattern.hasObjectInside ? index + 1 : end))
      }
    }
    return nil
  }

  private func end(of pattern: VerbPattern, at index: Int) -> Int? {
    var place = index + 1
    if pattern.hasObjectInside {
      let limit = min(words.count, place + VerbPattern.longestObject + 1)
      guard let next = (place + 1..<max(limit, place + 1)).first(where: { words[$0].text == pattern.words[1] }),
        (place..<next).allSatisfy({ words[$0].isWord && !words[$0].isA([.modal, .subordinator]) })
      else { return nil }
      place = next
    }
    for word in pattern.words.dropFirst() {
      if place < words.count, words[place].text != word, words[place].isAdverb { place += 1 }
      guard place < words.count, words[place].text == word else { return nil }
      place += 1
    }
    return place
  }

  // MARK: Whether a form counts

  private mutating func coding(of match: Match, at index: Int) -> VerbCoding? {
    guard let group = group(of: index) else { return nil }
    let form = match.pattern.form
    let sharesPassive = !group.hasBe && !group.hasHave && last?.isPassive == true && isJoined(group.start)
    let isPassive = form.contains(.past) && !group.takesBaseOnly && (group.hasBe || sharesPassive)
    let isAgentNext = form.contains(.past) && !group.hasHave && match.end < words.count && words[match.end].text == "by"
    if isPassive || isAgentNext { return passive(match, group) }
    guard let subject = active(form, group: group, at: index), !subject.subject.isNobody, !subject.isNegated,
      match.pattern.hasObjectInside || hasObject(match, isStrict: subject.isStrict)
    else { return nil }
    guard !isSupposed(subject.subject.start) else { return nil }
    last = Last(group: group, form: form, subject: subject.subject, isPassive: false)
    return made(match, owner: subject.subject.owner, isAnnounced: subject.isAnnounced)
  }

  private func made(_ match: Match, owner: VerbSubject, isAnnounced: Bool) -> VerbCoding {
    let entry = coder.verbs.entries[match.pattern.entry]
    let (first, end) = (words[match.range.lowerBound].token, words[match.end - 1].token + 1)
    return VerbCoding(
      subject: owner, verbClass: isAnnounced ? entry.verbClass.announced : entry.verbClass, verb: entry.lemma,
      range: article.bytes(of: first..<end), sentence: bytes)
  }

  /// A passive or a participle, whose subject stands after "by".
  private mutating func passive(_ match: Match, _ group: VerbGroup) -> VerbCoding? {
    guard !group.isNegated, let by = agent(after: match.end), let end = phraseEnd(from: by + 1) else { return nil }
    let isUs = words[by + 1].text == "us" || words[by + 1].text == "me"
    let owner = isUs ? VerbSubject.speaker : owner(of: by + 1..<end)
    let subject = FoundSubject(owner: owner, start: group.start, takesPlural: false, isCertain: true)
    last = Last(group: group, form: match.pattern.form, subject: subject, isPassive: true)
    return made(match, owner: owner, isAnnounced: group.isAnnounced)
  }

  /// "by" within a few words after a participle.
  private func agent(after end: Int) -> Int? {
    for index in end..<min(words.count, end + 8) {
      if words[index].text == "by" { return index + 1 < words.count && words[index + 1].isWord ? index : nil }
      guard words[index].isWord || words[index].kind == .number, !words[index].isA([.auxiliary, .modal, .relative])
      else { return nil }
    }
    return nil
  }

  /// The end of the noun phrase that begins at `start`; nil where none does, as in "by attacking".
  private func phraseEnd(from start: Int) -> Int? {
    if words[start].isA(.objectPronoun) { return start + 1 }
    guard !words[start].text.hasSuffix("ing"), !words[start].isA(.time) else { return nil }
    var end = start
    while end < words.count, words[end].isWord,
      words[end].isContent || words[end].isA([.determiner, .possessive, .quantifier]) || words[end].text == "of"
        || words[end].text == "'s"
    {
      end += 1
    }
    while end > start, !words[end - 1].isContent { end -= 1 }
    return end > start ? end : nil
  }

  /// An active verb's subject, and how the verb is meant; nil where the word is no such verb.
  private func active(
    _ form: VerbForm, group: VerbGroup, at index: Int
  ) -> (subject: FoundSubject, isNegated: Bool, isAnnounced: Bool, isStrict: Bool)? {
    let isRight =
      form.contains(.base) && group.takesBase || form.contains(.gerund) && group.hasBe && !group.takesBaseOnly
      || form.contains(.past) && group.hasHave || form.contains(.finite)
    if group.isHortative {
      let subject = FoundSubject(owner: .speaker, start: group.start, takesPlural: true, isCertain: true)
      return form.contains(.base) ? (subject, group.isNegated, true, false) : nil
    }
    if isRight {
      guard let found = subject(before: group.start) ?? shared(at: group.start),
        !(group.isInfinitive || form.contains(.gerund)) || words[found.start].text != "it"
      else { return nil }
      return (found, group.isNegated, group.isAnnounced, false)
    }
    guard !group.hasBe, !group.hasHave, !group.takesBase, !isDegree(group.start - 1) else { return nil }
    guard let found = subject(before: group.start) else { return joined(form, group, at: group.start) }
    if form.contains(.past) { return (found, group.isNegated, false, false) }
    if form.contains(.third) {
      let isSingular = found.isCertain || !found.takesPlural
      return isSingular ? (found, group.isNegated, false, !found.isCertain) : nil
    }
    guard form.contains(.base), found.takesPlural else { return nil }
    let isPlain = !words[index].isA([.preposition, .adverb, .determiner, .personalPronoun])
    return isPlain || found.isCertain && words[found.start].isA(.personalPronoun)
      ? (found, group.isNegated, false, !found.isCertain) : nil
  }

  private static let degrees: Set<String> = [
    "least", "most", "more", "less", "well", "newly", "so-called", "out", "up", "down", "off", "over", "as",
  ]

  /// "the least developed", "carry out targeted killings": what follows is an adjective.
  private func isDegree(_ index: Int) -> Bool {
    index >= 0 && Self.degrees.contains(words[index].text)
  }

  /// A verb after a comma or "and", which shares the subject, and an infinitive the auxiliaries, of the verb before it.
  private func joined(
    _ form: VerbForm, _ group: VerbGroup, at start: Int
  ) -> (subject: FoundSubject, isNegated: Bool, isAnnounced: Bool, isStrict: Bool)? {
    guard isJoined(start), let last, !form.contains(.gerund) || last.form.contains(.gerund) else { return nil }
    guard
      !form.isDisjoint(with: last.form) || form == .past && last.form == .third || form == .third && last.form == .past
    else { return nil }
    let isShared = last.form.contains(.base) && form.contains(.base)
    // "openness and free trade" is no verb after "I believe in"; "help and protect" is one after "will".
    let isStrict =
      !words[start - 1].isA(.coordinator) || form.contains(.third) || isShared && !last.group.takesBase
    return (
      last.subject, group.isNegated || isShared && last.group.isNegated, isShared && last.group.isAnnounced, isStrict
    )
  }

  /// The subject of a verb with auxiliaries of its own, after a comma or "and": that of the verb before, or the nearest
  /// pronoun.
  private func shared(at start: Int) -> FoundSubject? {
    guard isJoined(start) || start > 0 && words[start - 1].kind == .dash else { return nil }
    for index in stride(from: start - 1, through: codedUpTo, by: -1) {
      if words[index].kind == .semicolon || words[index].kind == .colon { return nil }
      if words[index].isSubjectPronoun {
        return FoundSubject(
          owner: words[index].isSpeaker ? .speaker : .other, start: index, takesPlural: true, isCertain: true)
      }
    }
    if let last { return last.subject }
    // The phrase that the sentence begins with: "Armenia, a landlocked country, will help them".
    guard let verb = words.indices.first(where: { !words[$0].isWord || words[$0].isA([.auxiliary, .modal]) }),
      verb < start
    else { return nil }
    return subject(before: verb)
  }

  /// Whether a comma or a coordinating word stands before `start`.
  private func isJoined(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, words[index].isAdverb { index -= 1 }
    return index >= 0 && (words[index].kind == .comma || words[index].isA(.coordinator))
  }

  /// Whether a word of condition stands before a subject.
  private func isSupposed(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, words[index].isA([.determiner, .possessive]) || words[index].isAdverb { index -= 1 }
    return index >= 0
      && ["if", "unless", "whether", "lest", "provided", "should", "suppose"].contains(words[index].text)
  }

  /// Whether an object begins after a verb.
  ///
  /// - Parameter isStrict: whether it must begin with a determiner, a pronoun, a name or a number.
  private func hasObject(_ match: Match, isStrict: Bool) -> Bool {
    var index = match.end
    while index < words.count, words[index].isAdverb, !words[index].isA(.subordinator) { index += 1 }
    guard index < words.count else { return false }
    let word = words[index]
    if match.pattern.words.count > 1, match.pattern.words.last == "to", word.isWord { return true }
    switch word.kind {
    case .number, .openingQuote, .straightQuote, .innerOpeningQuote: return true
    case .comma: return sharesObject(match, from: index + 1)
    case .word: break
    default: return false
    }
    if word.isA(.coordinator) { return sharesObject(match, from: index + 1) }
    if word.isA([.determiner, .possessive, .quantifier]), !word.isA(.relative) { return true }
    if word.isA(.objectPronoun) { return true }
    if word.isA([.relative, .question]) || word.isSubjectPronoun {
      return !isStrict && !coder.verbs.entries[match.pattern.entry].verbClass.isDeed
    }
    return word.isContent && (word.isCapitalised || !isStrict)
  }

  /// "condemn and reject this policy": whether another verb of the same form follows and has an object.
  private func sharesObject(_ match: Match, from start: Int) -> Bool {
    var index = start
    while index < words.count, words[index].isAdverb || words[index].isA(.coordinator) { index += 1 }
    guard index < words.count, let next = self.match(at: index), !next.pattern.form.isDisjoint(with: match.pattern.form)
    else { return false }
    return next.pattern.hasObjectInside || hasObject(next, isStrict: false)
  }
}

extension VerbGroup {
  /// Whether only the infinitive can stand after its last word: "will", "did", "to".
  fileprivate var takesBaseOnly: Bool { takesBase && !hasBe && !hasHave }
}
