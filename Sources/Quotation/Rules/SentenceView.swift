/// A sentence seen from outside its quotations: each of them is one item among the words.
struct SentenceView {
  /// A token, or a quotation with its marks.
  struct Item {
    /// Its tokens.
    let tokens: Range<Int>
    /// Its quotation among the article's, or -1.
    let quotation: Int
    /// What its token is; a quotation that is a name counts as a word.
    let kind: Token.Kind
    let word: WordID
    let classes: WordClass
    let isCapitalised: Bool

    var isQuotation: Bool { quotation >= 0 && kind != .word }
    var isWord: Bool { kind == .word }
  }

  /// The items in order.
  let items: [Item]

  /// Looks at a range of tokens from outside the quotations that begin in it.
  ///
  /// - Parameter quotations: numbers of quotations of the article, ascending, that begin at or after the range's beginning.
  init(_ range: Range<Int>, of article: TokenizedArticle, quotations: some Sequence<Int>) {
    var items: [Item] = []
    items.reserveCapacity(range.count)
    var index = range.lowerBound
    var waiting = quotations.makeIterator()
    var next = waiting.next()
    while index < range.upperBound {
      while let number = next, article.quotations[number].opening < index { next = waiting.next() }
      if let number = next, article.quotations[number].opening == index {
        let quotation = article.quotations[number]
        let isName = article.isName(quotation)
        items.append(
          Item(
            tokens: index..<min(quotation.outer.upperBound, range.upperBound), quotation: number,
            kind: isName ? .word : .openingQuote, word: .unknown, classes: [], isCapitalised: isName))
        index = quotation.outer.upperBound
      } else {
        let token = article.tokens[index]
        items.append(
          Item(
            tokens: index..<index + 1, quotation: -1, kind: token.kind, word: token.word,
            classes: article.language.classes(of: token.word), isCapitalised: token.isCapitalised))
        index += 1
      }
    }
    self.items = items
  }
}

extension TokenizedArticle {
  /// Whether a quotation is the name of something: few words, all of them with capitals but those of grammar, and no stop or
  /// comma at its end.
  func isName(_ quotation: Quotation) -> Bool {
    guard quotation.inner.count <= 6, quotation.isClosed else { return false }
    if language.isInflected { return isRussianName(quotation) }
    var hasCapital = false
    for index in quotation.inner {
      let token = tokens[index]
      switch token.kind {
      case .number: continue
      case .word where token.isCapitalised: hasCapital = true
      case .word where !classes(at: index).isDisjoint(with: [.preposition, .determiner, .coordinator, .clitic]):
        continue
      default: return false
      }
    }
    guard hasCapital else { return false }
    let isSingleWord = quotation.inner.count == 1
    return !isSingleWord || quotation.opening > 0 && tokens[quotation.opening - 1].kind == .word
  }

  /// Whether a quotation is a name in Russian: words without a mark of which only the first needs a capital, after a word or
  /// before one: учения «Сухой гром».
  private func isRussianName(_ quotation: Quotation) -> Bool {
    guard quotation.opening > 0, quotation.inner.count <= 4, let first = quotation.inner.first,
      tokens[first].isCapitalised,
      quotation.inner.allSatisfy({ tokens[$0].kind == .word || tokens[$0].kind == .number })
    else { return false }
    if quotation.inner.contains(where: { isWord(at: $0, [.personalPronoun, .negation, .copula, .modal]) }) {
      return false
    }
    if tokens[quotation.opening - 1].kind == .word { return true }
    let after = quotation.outer.upperBound
    return after < tokens.count && tokens[after].kind == .word && quotation.inner.count <= 2
      && tokens[quotation.opening - 1].kind != .colon
  }

  /// Whether the word at `index` ends with the letters of `suffix`, and has more.
  func hasSuffix(_ suffix: [UInt8], at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, Int(token.end - token.start) > suffix.count else { return false }
    let first = Int(token.end) - suffix.count
    for offset in suffix.indices where article.text[first + offset] != suffix[offset] { return false }
    return true
  }

  /// Whether the word at `index` is an adverb: one that is listed, or ends as adverbs do and is none of those that only look so.
  func isAdverb(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !token.isCapitalised else { return false }
    return isWord(at: index, .adverb)
      || hasSuffix(language.grammar.adverbSuffix, at: index) && !isWord(at: index, .noAdverb)
  }
}
