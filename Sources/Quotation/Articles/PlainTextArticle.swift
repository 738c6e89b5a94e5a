internal import Corpora

/// Makes an article of a plain text.
enum PlainTextArticle {
  /// How long the beginnings of what was left out are, in characters.
  static let excerptLength = 60

  /// - Throws: `ArticleFinding` where there is no article in it.
  static func read(_ bytes: [UInt8], name: String, place: FilePlace) throws(ArticleFinding) -> ArticleReading {
    let decoded = try DecodedText.read(bytes, place: place)
    let text = decoded.bytes
    let units = TextUnit.units(of: text)
    var paragraphs: [Article.Paragraph] = []
    var leftOut: [(reason: OmissionReason, range: Range<Int>)] = []
    var isGoingOn = false
    for (unit, verdict) in zip(units, UnitJudge.judge(units, in: text)) {
      switch verdict {
      case .keep(let kind):
        paragraphs.append(Article.Paragraph(kind: kind, range: unit.range))
        isGoingOn = false
      case .leave(let reason):
        if isGoingOn, let last = leftOut.last, last.reason == reason {
          leftOut[leftOut.count - 1].range = last.range.lowerBound..<unit.range.upperBound
        } else {
          leftOut.append((reason, unit.range))
        }
        isGoingOn = true
      }
    }
    guard paragraphs.contains(where: { $0.kind == .body || $0.kind == .title }) else {
      throw ArticleFinding(
        kind: .noArticle, severity: .error, message: "there are no paragraphs in it (an article was expected)",
        place: place.start)
    }
    let article = Article(
      name: name, text: text,
      title: paragraphs.first { $0.kind == .title }.map { ByteText.excerpt($0.range, of: text) },
      date: PublicationDate.find(in: paragraphs, of: text), language: LanguageGuess.language(of: paragraphs, in: text),
      paragraphs: paragraphs,
      leftOut: leftOut.map { reason, range in
        Article.LeftOut(
          reason: reason.rawValue, excerpt: ByteText.excerpt(range, of: text, limit: excerptLength), range: range)
      })
    return ArticleReading(
      article: article,
      findings: decoded.findings + QuotationBalance.findings(on: article, place: place, lines: nil))
  }
}
