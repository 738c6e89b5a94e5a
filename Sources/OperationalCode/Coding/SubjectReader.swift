internal import Quotation

/// Who does what a verb says.
struct FoundSubject {
  var owner: VerbSubject
  /// Where its phrase begins.
  var start: Int
  /// Whether the infinitive's form is the right one after it: we, they, our friends.
  var takesPlural: Bool
  /// Whether it is a pronoun or a name, so that what follows it is a verb.
  var isCertain: Bool
  /// Whether it says that nobody does: "no country".
  var isNobody = false
}

extension SentenceCoder {
  /// The subject that stands right before a verb's group.
  func subject(before start: Int) -> FoundSubject? {
    guard let index = wordBefore(start) else { return nil }
    let word = words[index]
    if word.isSubjectPronoun || word.text == "you" || word.text == "it" {
      let isPlural = word.text != "he" && word.text != "she" && word.text != "it"
      return FoundSubject(
        owner: word.isSpeaker ? .speaker : .other, start: index, takesPlural: isPlural, isCertain: true)
    }
    if ["who", "which", "that"].contains(word.text) {
      let end = index > 0 && words[index - 1].kind == .comma ? index - 1 : index
      var found =
        phrase(endingAt: end) ?? FoundSubject(owner: .other, start: index, takesPlural: true, isCertain: true)
      found.takesPlural = true
      found.isCertain = true
      return found
    }
    if ["nobody", "none", "nothing"].contains(word.text) {
      return FoundSubject(owner: .other, start: index, takesPlural: true, isCertain: true, isNobody: true)
    }
    return word.isContent || word.text == "'s" ? phrase(endingAt: index + 1) : nil
  }

  /// The noun phrase that ends before `end`.
  private func phrase(endingAt end: Int) -> FoundSubject? {
    var start = end
    while start > 0, start > codedUpTo, joinsPhrase(start - 1, endingAt: end) {
      start -= 1
      // "We strongly continue to oppose": what stands between a pronoun and the verb is a verb that no list has.
      if words[start].isSubjectPronoun {
        let owner: VerbSubject = words[start].isSpeaker ? .speaker : .other
        return FoundSubject(owner: owner, start: start, takesPlural: false, isCertain: false)
      }
    }
    guard start < end, words[end - 1].isContent, (start..<end).contains(where: { isNoun($0) }) else { return nil }
    // "We will remain committed": what stands after an auxiliary belongs to its verb.
    if start > codedUpTo, words[start - 1].isAuxiliary {
      var group = VerbGroup(start: start)
      walk(&group)
      var found = group.start < start ? subject(before: group.start) : nil
      found?.takesPlural = false
      found?.isCertain = false
      return found
    }
    let head = head(of: start..<end)
    let last = words[head.isEmpty ? end - 1 : head.upperBound - 1]
    let isJoined = (start..<end).contains { words[$0].text == "and" }
    let isPlural = last.text.hasSuffix("s") && !last.text.hasSuffix("ss") || Self.plurals.contains(last.text)
    return FoundSubject(
      owner: owner(of: start..<end), start: start, takesPlural: isPlural || isJoined,
      isCertain: words[end - 1].isCapitalised, isNobody: words[start].isA(.negativePronoun))
  }

  /// The part of a phrase before its first preposition.
  private func head(of phrase: Range<Int>) -> Range<Int> {
    phrase.lowerBound..<(phrase.first { words[$0].isA(.preposition) } ?? phrase.upperBound)
  }

  /// Whether a word can be the noun of a phrase, and does not only count.
  private func isNoun(_ index: Int) -> Bool {
    words[index].isContent && !Self.numerals.contains(words[index].text)
  }

  private static let numerals: Set<String> = ["million", "millions", "billion", "hundred", "thousand", "least"]
  private static let plurals: Set<String> = ["people", "men", "women", "police", "children", "youth", "military"]

  /// Whether a word belongs to the phrase that ends before `end`.
  private func joinsPhrase(_ index: Int, endingAt end: Int) -> Bool {
    let word = words[index]
    if word.isSubjectPronoun || word.kind == .number || word.text == "'s" { return true }
    guard word.isWord, word.text != "to", !word.isBe, !word.isHave, !word.isDo else { return false }
    if word.text == "and" { return index + 1 < end }
    return !word.isA([.modal, .relative, .subordinator, .condition, .coordinator, .question, .negation])
      && (!word.isA(.objectPronoun) || word.isA(.possessive))
  }

  /// Whose a noun phrase is.
  func owner(of phrase: Range<Int>) -> VerbSubject {
    let head = head(of: phrase)
    let names = names(in: phrase)
    // "... that Azerbaijan attacked": a name right before the verb is the subject, unless a preposition holds it.
    if let last = names.last, last.range.upperBound == phrase.upperBound,
      last.range.lowerBound == phrase.lowerBound || !isHeld(last.range.lowerBound, in: phrase)
    {
      return last.isOwn ? .speaker : .other
    }
    let nouns = head.isEmpty ? phrase : head
    guard !nouns.contains(where: { vocabulary.foreign.contains(words[$0].text) }) else { return .other }
    if hasSpeakersName(head) { return .speaker }
    let hasOwnNoun = nouns.contains { vocabulary.own.contains(words[$0].text) }
    if nouns.contains(where: { words[$0].text == "our" || words[$0].text == "my" }) {
      return hasOwnNoun ? .speaker : .other
    }
    if let first = names.first(where: { head.contains($0.range.lowerBound) }) {
      let hasMore = first.range.upperBound < head.upperBound
      return first.isOwn && (hasOwnNoun || !hasMore) ? .speaker : .other
    }
    guard hasOwnNoun, head.upperBound < phrase.upperBound, words[head.upperBound].text == "of" else { return .other }
    let tail = head.upperBound..<phrase.upperBound
    let isOurs = tail.contains { words[$0].text == "our" || words[$0].text == "my" }
    return isOurs || names.first { tail.contains($0.range.lowerBound) }?.isOwn == true ? .speaker : .other
  }

  /// Whether a preposition stands before the words at `index` and their determiners.
  private func isHeld(_ index: Int, in phrase: Range<Int>) -> Bool {
    var place = index - 1
    while place >= phrase.lowerBound, words[place].isA(.determiner) { place -= 1 }
    return place >= phrase.lowerBound && words[place].isA(.preposition)
  }

  /// The names of states and bodies in a phrase, and whether each is of the speaker's state.
  private func names(in phrase: Range<Int>) -> [(range: Range<Int>, isOwn: Bool)] {
    guard let gazetteer = coder.gazetteer, let last = phrase.last else { return [] }
    var names: [(range: Range<Int>, isOwn: Bool)] = []
    var index = phrase.lowerBound
    let end = words[last].token + 1
    while index < phrase.upperBound {
      guard words[index].isWord,
        let found = gazetteer.name(at: words[index].token, in: article.tokens, end: end)
      else {
        index += 1
        continue
      }
      let isOwn = speaker.state != nil && gazetteer.state(of: found.entry) == speaker.state
      names.append((index..<index + found.count, isOwn))
      index += found.count
    }
    return names
  }

  /// Whether the words of the speaker's name stand in a phrase.
  private func hasSpeakersName(_ phrase: Range<Int>) -> Bool {
    guard !speaker.name.isEmpty, phrase.count >= speaker.name.count else { return false }
    return (phrase.lowerBound...phrase.upperBound - speaker.name.count).contains { start in
      let end = start + speaker.name.count
      return words[start].isCapitalised && (end == words.count || words[end].text != "'s")
        && speaker.name.indices.allSatisfy { words[start + $0].text == speaker.name[$0] }
    }
  }
}
