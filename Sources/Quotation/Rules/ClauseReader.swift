/// Answers questions about the clauses of one sentence.
///
/// An immutable class, since every rule has it at hand and the article's tables would be copied with each.
final class ClauseReader {
  let article: TokenizedArticle
  let language: LanguageData
  /// The noun phrases of the article.
  let mentions: Mentions

  let items: [SentenceView.Item]
  var count: Int { items.count }

  init(mentions: Mentions, view: SentenceView) {
    self.mentions = mentions
    article = mentions.article
    items = view.items
    language = article.language
  }

  /// The tokens of a range of items.
  func tokens(_ range: Range<Int>) -> Range<Int> {
    items[range.lowerBound].tokens.lowerBound..<items[range.upperBound - 1].tokens.upperBound
  }

  /// Whether the item at `index` is a word of one of `classes`.
  func isWord(_ index: Int, _ classes: WordClass) -> Bool {
    items.indices.contains(index) && !items[index].classes.isDisjoint(with: classes)
  }

  func kind(_ index: Int) -> Token.Kind? { items.indices.contains(index) ? items[index].kind : nil }

  func isQuotation(_ index: Int) -> Bool { items.indices.contains(index) && items[index].isQuotation }

  func isWord(_ index: Int, _ word: WordID) -> Bool { items.indices.contains(index) && items[index].word == word }

  func hasSuffix(_ suffix: [UInt8], _ index: Int) -> Bool {
    items.indices.contains(index) && items[index].isWord && items[index].quotation < 0
      && article.hasSuffix(suffix, at: items[index].tokens.lowerBound)
  }

  /// Whether the item may stand between a subject and its verb, or between a verb and what it takes.
  func isAdverb(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].isWord, items[index].quotation < 0 else { return false }
    return article.isAdverb(at: items[index].tokens.lowerBound)
  }

  /// Whether the item shows that a clause has a finite verb.
  func isVerbLike(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].isWord else { return false }
    if isWord(index, [.auxiliary, .modal]) { return !isWord(index, language.grammar.possessiveClitic) }
    let forms = language.cues.plainForms(of: items[index].word)
    if !items[index].isCapitalised, !forms.isDisjoint(with: [.past, .third]) { return true }
    return !items[index].isCapitalised && hasSuffix(language.grammar.pastSuffix, index)
  }

  /// Whether the items look like a clause of their own: a finite verb is among them.
  func looksLikeClause(_ range: Range<Int>) -> Bool { range.contains { isVerbLike($0) } }

  /// The last item of the sentence that is no stop.
  var contentLimit: Int {
    var end = count
    while end > 0, items[end - 1].kind != .word, items[end - 1].kind != .number, !items[end - 1].isQuotation {
      guard items[end - 1].kind != .closingBracket else { break }
      end -= 1
    }
    return end
  }
}
