/// An article cut into tokens and sentences.
///
/// An immutable class, since every unit of the extractor has it at hand and its tables would be copied with each.
///
/// Invariants: tokens are in ascending order and do not overlap; each paragraph's tokens are consecutive; each sentence is a
/// range of one paragraph's tokens, and the sentences of a paragraph are its tokens, in order and without gaps. A quotation of
/// several sentences belongs to the sentence that it stands in.
public final class TokenizedArticle: Sendable {
  /// The article.
  public let article: Article
  /// What is known of its language.
  public let language: LanguageData
  /// The tokens of all paragraphs.
  public let tokens: [Token]
  /// The tokens of each paragraph, in the order of the article's paragraphs.
  public let paragraphs: [Range<Int>]
  /// The quotations, in the order in which they begin.
  public let quotations: [Quotation]
  /// The sentences, in order, as ranges of tokens.
  public let sentences: [Range<Int>]

  /// Cuts an article into tokens and sentences.
  ///
  /// Complexity: O(n) in the bytes of its paragraphs.
  public init(_ article: Article, language: LanguageData) {
    self.article = article
    self.language = language
    var tokenizer = Tokenizer(language: language)
    let (plain, paragraphs) = tokenizer.tokens(of: article)
    var finder = QuotationFinder(tokens: plain, text: article.text, language: language)
    self.paragraphs = paragraphs
    let marked = finder.quotations(in: paragraphs)
    tokens = finder.tokens
    quotations =
      language.isInflected
      ? AuthorWords.parts(of: marked, paragraphs: paragraphs, tokens: finder.tokens, language: language) : marked
    sentences = SentenceSplitter(tokens: tokens, language: language)
      .sentences(in: paragraphs, quotations: quotations)
  }

  /// The bytes that a range of tokens stands in, without the white space around it.
  ///
  /// - Precondition: the range is not empty.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The text of a range of tokens as it stands in the article.
  public func text(of range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: article.text[bytes(of: range)], as: UTF8.self)
  }

  /// What the word at `index` is in the language's lists.
  public func classes(at index: Int) -> WordClass { language.classes(of: tokens[index].word) }

  /// Whether the word at `index` belongs to one of `classes`.
  public func isWord(at index: Int, _ classes: WordClass) -> Bool {
    !language.classes(of: tokens[index].word).isDisjoint(with: classes)
  }
}
