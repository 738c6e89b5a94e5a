/// Noun phrases, as items.
extension ClauseReader {
  /// The longest phrase that is looked for, in items.
  static let longestPhrase = 16

  /// The noun phrase that ends before `end` and begins at or after `limit`.
  func phrase(endingAt end: Int, notBefore limit: Int) -> Range<Int>? {
    guard end > limit else { return nil }
    if let mention = mentions.phrase(endingAt: items[end - 1].tokens.upperBound),
      let start = item(at: mention.lowerBound, before: end), start >= limit
    {
      return isWord(start - 1, .preposition) ? named(start..<end) : start..<end
    }
    if isWord(end - 1, [.personalPronoun, .relative]), !isWord(end - 1, .possessive) { return end - 1..<end }
    return unknownPhrase(endingAt: end, notBefore: limit)
  }

  /// On the other side General Lasht: the name at the end of what stands after a preposition.
  private func named(_ phrase: Range<Int>) -> Range<Int> {
    var start = phrase.upperBound
    while start > phrase.lowerBound, items[start - 1].isWord, items[start - 1].isCapitalised { start -= 1 }
    guard phrase.upperBound - start >= 2 else { return phrase }
    if start == phrase.lowerBound { return phrase.count >= 3 ? start + 1..<phrase.upperBound : phrase }
    return start..<phrase.upperBound
  }

  /// Whether a phrase is one that the article's noun phrases have, or a name.
  func isKnown(_ phrase: Range<Int>) -> Bool {
    guard !phrase.isEmpty else { return false }
    return mentions.phrase(endingAt: items[phrase.upperBound - 1].tokens.upperBound) != nil
      || mentions.phrase(startingAt: items[phrase.lowerBound].tokens.lowerBound) != nil
  }

  /// Whether a noun phrase of the article begins at the item.
  func startsKnown(_ start: Int) -> Bool {
    start < count && mentions.phrase(startingAt: items[start].tokens.lowerBound) != nil
  }

  /// The item that begins with a token, looked for backwards.
  private func item(at token: Int, before end: Int) -> Int? {
    var index = end - 1
    while index > 0, items[index].tokens.lowerBound > token { index -= 1 }
    return items[index].tokens.lowerBound == token ? index : nil
  }

  /// A phrase of words that no list has, as "the girl of twelve": back to its determiner, or a plural alone.
  private func unknownPhrase(endingAt end: Int, notBefore limit: Int) -> Range<Int>? {
    var start = end
    while start > max(limit, end - Self.longestPhrase), let extended = extend(start, end: end, limit: limit) {
      start = extended
      if isWord(start, [.determiner, .possessive]), !isWord(start - 1, language.grammar.of) { break }
    }
    while start < end, isWord(start, [.preposition, .coordinator]) || isWord(start, language.grammar.possessiveClitic) {
      start += 1
    }
    start = withoutPlace(start, end: end)
    guard start < end else { return nil }
    let isBare = !isWord(start, [.determiner, .possessive, .quantifier]) && !items[start].isCapitalised
    return isBare && !hasSuffix(language.grammar.pluralSuffix, end - 1) ? nil : start..<end
  }

  /// One item more of a phrase to the left, or nil where it begins at `start`.
  private func extend(_ start: Int, end: Int, limit: Int) -> Int? {
    let index = start - 1
    let item = items[index]
    guard item.isWord || item.kind == .number else { return nil }
    if isWord(index, [.determiner, .possessive, .quantifier]) { return index }
    if isWord(index, .clitic) { return isWord(index, language.grammar.possessiveClitic) ? index : nil }
    if isWord(index, language.grammar.and) {
      return index > limit && items[index - 1].isCapitalised && start < end && items[start].isCapitalised ? index : nil
    }
    if isWord(index, .preposition) {
      let joins =
        isWord(index, language.grammar.of) || isWord(index, language.grammar.for) || isWord(index, language.grammar.in)
      return start < end && joins && index > limit && items[index - 1].isWord
        && !isWord(index - 1, [.preposition, .auxiliary, .adverb]) ? index : nil
    }
    if isWord(index, [.subordinator, .relative, .auxiliary, .modal, .coordinator, .personalPronoun, .objectPronoun]) {
      return nil
    }
    if isAdverb(index) && !item.isCapitalised { return nil }
    return index
  }

  /// Where a phrase begins without the place that a preposition before it belongs to: in Dolvar | Pell Andrast.
  private func withoutPlace(_ start: Int, end: Int) -> Int {
    guard start > 0, isWord(start - 1, .preposition), end - start >= 3,
      (start..<end).allSatisfy({ items[$0].isCapitalised })
    else { return start }
    return start + 1
  }

  /// The noun phrase that begins at `start` and ends at or before `limit`.
  func phrase(startingAt start: Int, notAfter limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    if let mention = mentions.phrase(startingAt: items[start].tokens.lowerBound) {
      var end = start + 1
      while end < limit, items[end].tokens.upperBound <= mention.upperBound { end += 1 }
      return start..<end
    }
    if isWord(start, [.personalPronoun, .objectPronoun]), !isWord(start, .possessive) { return start..<start + 1 }
    var index = start
    var hasHead = false
    while index < min(limit, start + Self.longestPhrase) {
      let item = items[index]
      guard item.isWord || item.kind == .number else { break }
      if isWord(index, [.determiner, .possessive]) {
        guard !hasHead else { break }
      } else if isWord(index, .clitic) {
        guard isWord(index, language.grammar.possessiveClitic) else { break }
        hasHead = false
      } else if isWord(index, language.grammar.and) {
        guard hasHead, index + 1 < limit, items[index - 1].isCapitalised, items[index + 1].isCapitalised else { break }
      } else if isWord(index, .preposition) {
        guard hasHead, joinsPhrase(index, after: index - 1), index + 1 < limit else { break }
        hasHead = false
      } else if isWord(
        index, [.subordinator, .relative, .auxiliary, .modal, .coordinator, .personalPronoun, .objectPronoun])
        || isAdverb(index) || (isVerbLike(index) && hasHead)
      {
        break
      } else if isWord(index, .time), !item.isCapitalised || index > start {
        break
      } else {
        hasHead = true
      }
      index += 1
    }
    while index > start, isWord(index - 1, [.preposition, .coordinator, .determiner]) { index -= 1 }
    return index > start ? start..<index : nil
  }

  /// Whether a preposition goes on with a phrase: a minister of state, but not a name and where it is.
  private func joinsPhrase(_ index: Int, after head: Int) -> Bool {
    if isWord(index, language.grammar.of) { return true }
    let joins =
      isWord(index, language.grammar.for) || isWord(index, language.grammar.in) || isWord(index, language.grammar.to)
    return joins && !items[head].isCapitalised
  }

  /// Whether a phrase can be a speaker's: it has a name, a pronoun or a noun, and is not a place after a preposition.
  func canSpeak(_ phrase: Range<Int>) -> Bool {
    !isWord(phrase.lowerBound - 1, .preposition) && namesSomebody(phrase)
  }

  /// Whether a phrase has a name, a pronoun or a noun.
  func namesSomebody(_ phrase: Range<Int>) -> Bool {
    phrase.contains { index in
      items[index].isWord && !isWord(index, [.determiner, .time, .preposition, .quantifier])
        || isWord(index, .personalPronoun)
    } || isWord(phrase.lowerBound, [.quantifier, .determiner]) && phrase.count == 1
  }

  /// Whether a phrase has a capital that is not only its first word's as a sentence begins.
  func hasName(_ phrase: Range<Int>) -> Bool {
    phrase.contains { index in
      items[index].isCapitalised && items[index].isWord
        && !isWord(index, [.determiner, .possessive, .personalPronoun, .quantifier, .preposition])
    }
  }
}

extension ClauseReader {
  /// Whether a phrase is a name and nothing else.
  func isPlainName(_ phrase: Range<Int>) -> Bool {
    !phrase.isEmpty
      && phrase.allSatisfy {
        items[$0].isCapitalised && items[$0].isWord && !isWord($0, [.determiner, .possessive, .time])
      }
  }

  /// Whether a phrase ends with a name of two words or more.
  func endsWithName(_ phrase: Range<Int>) -> Bool {
    phrase.count >= 2 && isPlainName(phrase.upperBound - 2..<phrase.upperBound)
  }

  /// Whether a phrase says what somebody is: it begins with a determiner or has an owner, and ends with a small letter.
  func isRole(_ phrase: Range<Int>) -> Bool {
    guard let last = phrase.last else { return false }
    return !items[last].isCapitalised || isWord(phrase.lowerBound, [.determiner, .possessive]) && !endsWithName(phrase)
  }
}
