/// Answers questions about the clauses of one Russian sentence.
struct RussianClauses {
  let reader: ClauseReader
  let forms: RussianWordForms
  let grammar: RussianGrammar

  init(_ reader: ClauseReader) {
    self.reader = reader
    forms = RussianWordForms(reader.article)
    grammar = reader.language.russianWords
  }

  var items: [SentenceView.Item] { reader.items }
  var count: Int { reader.count }

  /// The token of the item at `index`.
  func token(_ index: Int) -> Int { items[index].tokens.lowerBound }

  /// Whether the item is a word of the text and no quotation.
  func isPlainWord(_ index: Int) -> Bool {
    items.indices.contains(index) && items[index].isWord && items[index].quotation < 0
  }

  func isWord(_ index: Int, _ words: [WordID]) -> Bool {
    items.indices.contains(index) && words.contains(items[index].word)
  }

  func isVerbLike(_ index: Int) -> Bool { isPlainWord(index) && forms.isVerbLike(token(index)) }

  func isInfinitive(_ index: Int) -> Bool { isPlainWord(index) && forms.isInfinitive(token(index)) }

  func looksLikeClause(_ range: Range<Int>) -> Bool {
    range.contains { isVerbLike($0) || isInfinitive($0) || reader.isWord($0, [.copula, .modal]) || isShortForm($0) }
  }

  /// закрыта, введено
  private func isShortForm(_ index: Int) -> Bool {
    isPlainWord(index) && !items[index].isCapitalised
      && Self.shortForms.value(of: forms.tokens[token(index)].range, in: forms.text) ?? false
  }

  private static let shortForms = SuffixTable<Bool>([
    ("ан ана ано аны ян яна яно яны ен ена ено ены ыт ыта ыто ыты ят ята ято яты", true),
    ("стран океан сторона стороны страны план", false),
  ])

  /// Whether an item ends a clause on either side: a mark other than that of a name.
  func isBoundary(_ index: Int) -> Bool {
    guard items.indices.contains(index) else { return true }
    if items[index].isQuotation { return true }
    switch items[index].kind {
    case .word, .number, .other: return false
    default: return true
    }
  }

  /// Where the stretch between marks begins that has the item at `index`.
  func stretchStart(of index: Int) -> Int {
    var start = index
    while start > 0, !isBoundary(start - 1) { start -= 1 }
    return start
  }

  /// Where it ends.
  func stretchEnd(of index: Int) -> Int {
    var end = index
    while end < count, !isBoundary(end) { end += 1 }
    return end
  }

  /// Where adverbs, times, particles and object pronouns begin that stand before the item at `end`.
  func withoutAdverbials(before end: Int, notBefore limit: Int) -> Int {
    var edge = end
    while edge > limit {
      let index = edge - 1
      if reader.isWord(index, [.adverb, .negation, .copula]) || isDative(index) {
        edge = index
      } else if reader.isWord(index, .time) || reader.kind(index) == .number {
        edge = timeStart(endingAt: index, notBefore: limit)
      } else if let start = placeStart(endingAt: index, notBefore: limit) {
        edge = start
      } else {
        break
      }
    }
    return edge
  }

  /// ему, нам: to whom it is said
  private func isDative(_ index: Int) -> Bool {
    reader.isWord(index, .objectPronoun) && !reader.isWord(index, .personalPronoun) && !isAfterPreposition(index)
  }

  func isAfterPreposition(_ index: Int) -> Bool { index > 0 && reader.isWord(index - 1, .preposition) }

  private func timeStart(endingAt index: Int, notBefore limit: Int) -> Int {
    var start = index
    while start > limit,
      reader.isWord(start - 1, [.time, .determiner, .quantifier]) || reader.kind(start - 1) == .number
    {
      start -= 1
    }
    return start > limit && reader.isWord(start - 1, .preposition) ? start - 1 : start
  }

  /// по телефону, на брифинге: a preposition and a word or two that end at `index`, where something stands before them.
  private func placeStart(endingAt index: Int, notBefore limit: Int) -> Int? {
    guard isPlainWord(index), !items[index].isCapitalised else { return nil }
    for start in [index - 1, index - 2] where start > limit && reader.isWord(start, .preposition) {
      return reader.isWord(index, [.occasion, .audience, .document]) || start > limit + 1 && false ? start : nil
    }
    return nil
  }

  // MARK: Phrases

  /// The mentions that begin in a range of items.
  func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
    guard !range.isEmpty else { return [] }
    let all = reader.mentions.all
    let first = reader.mentions.count(before: items[range.lowerBound].tokens.lowerBound)
    let end = reader.mentions.count(before: items[range.upperBound - 1].tokens.upperBound)
    return all[first..<max(first, end)]
  }

  /// The items that have the tokens of a mention; nil where a quotation has them.
  func items(of mention: Mention, in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound, items[start].tokens.upperBound <= mention.tokens.lowerBound { start += 1 }
    var end = start
    while end < count, items[end].tokens.upperBound <= mention.tokens.upperBound { end += 1 }
    return start < end && items[start].tokens.lowerBound == mention.tokens.lowerBound ? start..<end : nil
  }
}
