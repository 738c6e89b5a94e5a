internal import Corpora
internal import Quotation
internal import Reproducibility

/// No article could be read: exit status 2, the reasons having been said.
struct NoArticleError: UserFacingError {
  var description: String { "no article could be read (the messages above say why)" }
}

/// Writes what was found, article by article, and says what is wrong.
struct ExtractionSink: ~Copyable {
  private var writer: RowWriter
  private let isQuiet: Bool
  private let format: OutputFormat
  /// What JSON has after the statements.
  private var findings: [JSONValue] = []
  private var articleCount = 0
  private var statementCount = 0
  private var omittedCount = 0

  init(_ page: ExtractionPage, output: OutputOptions, isQuiet: Bool) throws {
    writer = try RowWriter(page.form, output: output, member: "statements")
    self.isQuiet = isQuiet
    format = page.form.format
  }

  /// Writes what was found in an article.
  mutating func take(_ piece: ExtractionPage.Piece) throws {
    for finding in piece.findings { try say(finding) }
    if piece.hasArticle, articleCount > 0, format == .text { try writer.write(Array("\n\n\n".utf8)) }
    if piece.hasArticle, articleCount > 0, format == .markdown { try writer.write(Array("\n".utf8)) }
    articleCount += piece.hasArticle ? 1 : 0
    statementCount += piece.statementCount
    omittedCount += piece.omittedCount
    try writer.write(piece.bytes)
  }

  /// An error is said even to those who want no notes: something that was asked for is not in the result.
  private mutating func say(_ finding: ArticleFinding) throws {
    if format == .json { findings.append(try JSONValue(encoding: finding)) }
    if finding.severity == .error {
      try StandardStream.error.write("parlance: \(finding.place): \(finding.message)\n")
    } else {
      Notes.say("\(finding.place): \(finding.message)", isQuiet: isQuiet)
    }
  }

  /// Ends the output.
  ///
  /// - Throws: `NoArticleError` where there was none: an output that exists stays as it is.
  consuming func finish() throws {
    guard articleCount > 0 else { throw NoArticleError() }
    if omittedCount > 0 {
      Notes.say("statements left out, because rules are not sure enough of them: \(omittedCount)", isQuiet: isQuiet)
    }
    if statementCount == 0 {
      Notes.say("no statement was found, in articles read: \(articleCount)", isQuiet: isQuiet)
    }
    try writer.finish(with: [("findings", .array(findings))])
  }
}
