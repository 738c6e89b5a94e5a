internal import Corpora
public import Quotation

/// How articles are read and searched for statements.
public struct ExtractionOptions: Sendable {
  /// What the articles are written in; nil has it told by each one's first bytes and its file's ending.
  public var format: ArticleFormat?
  /// The language of all articles, as "en"; nil has it told by each one's letters.
  public var language: String?
  /// Statements of which rules are less sure are left out.
  public var minimumConfidence = 0.0

  /// Options that leave everything to be told by the articles.
  public init() {}
}

/// What was found in an article, or why there is none.
public struct ArticleExtraction: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The article, or nil where findings say why there is none.
  public let article: Article?
  /// The statements in order.
  public let statements: [ExtractedStatement]
  /// The same as they were found, in bytes of the article.
  let attributions: [Attribution]
  /// How many statements were left out, because rules are not sure enough of them.
  public let omittedCount: Int
  /// What is wrong with the article, in the order of the file.
  public let findings: [ArticleFinding]
}

extension ArticleExtraction {
  /// No article, but something to say.
  init(file: String, findings: [ArticleFinding]) {
    self.init(file: file, article: nil, statements: [], attributions: [], omittedCount: 0, findings: findings)
  }

  /// Searches an article that was read.
  ///
  /// Complexity: O(n) in its bytes.
  init(
    _ reading: ArticleReading, at place: CorpusPlace, by extractor: StatementExtractor, options: ExtractionOptions,
    date: String? = nil, language: String? = nil
  ) {
    guard let read = reading.article else {
      self.init(file: place.file, findings: reading.findings)
      return
    }
    let article = read.with(date: date, language: options.language ?? language)
    let found = extractor.attributions(in: article)
    let sure = zip(ExtractedStatement.all(found, in: article), found).filter {
      $1.confidence >= options.minimumConfidence
    }
    var findings = reading.findings
    if !StatementExtractor.hasRules(for: article.language) {
      findings.append(.noRules(for: article.language, place: place))
    }
    self.init(
      file: place.file, article: article, statements: sure.map(\.0), attributions: sure.map(\.1),
      omittedCount: found.count - sure.count, findings: findings)
  }
}

extension Article {
  /// The article with what its table says of it in place of what was found in its text.
  fileprivate func with(date: String?, language: String?) -> Article {
    guard date != nil || language != nil else { return self }
    return Article(
      name: name, text: text, title: title, date: date ?? self.date, language: language ?? self.language,
      paragraphs: paragraphs, leftOut: leftOut)
  }
}
