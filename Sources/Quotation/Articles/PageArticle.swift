internal import Corpora

/// Makes an article of a saved page.
struct PageArticle {
  private let survey: PageSurvey
  private let metadata: PageMetadata
  private var page: PageUnits
  /// The units among which the article is.
  private let scope: Range<Int>
  private let title: Int?
  private let isMarked: Bool

  /// How many bytes of paragraphs an article has at least where the page does not say that it is one.
  private static let shortestArticle = 250

  /// - Throws: `ArticleFinding` where there is no article in it.
  static func read(_ bytes: [UInt8], name: String, place: FilePlace) throws(ArticleFinding) -> ArticleReading {
    let decoded = try DecodedText.read(bytes, place: place, declared: HTMLTags.declaredEncoding(of: bytes[...]))
    let tree = HTMLDocument.parse(decoded.bytes)
    let metadata = PageMetadata(tree)
    // Names may mislead: a page whose article is called a teaser is read once more without them.
    for trustingNames in [true, false] {
      let page = PageArticle(PageSurvey(tree, trustingNames: trustingNames), metadata)
      guard let (article, lines) = page.article(called: name) else { continue }
      let doubts = QuotationBalance.findings(on: article, place: place, lines: lines.map { place.firstLine - 1 + $0 })
      return ArticleReading(article: article, findings: decoded.findings + doubts)
    }
    throw ArticleFinding(
      kind: .noArticle, severity: .error,
      message: "there is no article in this page (a page with paragraphs was expected)",
      place: place.start)
  }

  private init(_ survey: PageSurvey, _ metadata: PageMetadata) {
    self.survey = survey
    self.metadata = metadata
    var page = PageUnits(survey)
    let container = survey.container
    let section = survey.section(around: container)
    let title = PageTitle.find(
      in: page, nodes: survey.tree, container: container, section: section, titles: metadata.titles)
    if let title { page.markTitle(title) }
    let root = section ?? PageTitle.commonAncestor(of: container, and: title.map { page.nodes[$0] }, in: survey.tree)
    let inside = page.nodes.indices.filter { page.nodes[$0] >= root && page.nodes[$0] < survey.tree.nodes[root].end }
    let first = min(inside.first ?? 0, title ?? .max)
    let end = max((inside.last ?? -1) + 1, (title ?? -1) + 1)
    scope = first..<max(first, end)
    self.title = title
    self.page = page
    isMarked = metadata.claimsArticle || survey.tree.nodes[root].tag == .article
  }

  /// The article and the line of each of its paragraphs, or nil where there is none.
  private func article(called name: String) -> (Article, lines: [Int])? {
    let units = Array(page.units[scope])
    let verdicts = UnitJudge.judge(units, in: page.text, seeksTitle: metadata.titles.isEmpty)
    guard holdsArticle(units, verdicts) else { return nil }
    var text: [UInt8] = []
    var paragraphs: [Article.Paragraph] = []
    var lines: [Int] = []
    func add(_ bytes: some Collection<UInt8>, _ kind: Article.ParagraphKind, line: Int) {
      if !text.isEmpty { text += [10, 10] }
      text += bytes
      paragraphs.append(Article.Paragraph(kind: kind, range: (text.count - bytes.count)..<text.count))
      lines.append(line)
    }
    if title == nil, let named = metadata.titles.first { add(Array(named.utf8), .title, line: 1) }
    for (unit, verdict) in zip(units, verdicts) {
      guard case .keep(let kind) = verdict else { continue }
      add(page.text[unit.range], kind, line: Int(unit.line))
    }
    let headline = paragraphs.first { $0.kind == .title }.map { ByteText.excerpt($0.range, of: text) }
    let article = Article(
      name: name, text: text, title: headline,
      date: metadata.date?.description ?? PublicationDate.find(in: paragraphs, of: text),
      language: LanguageGuess.language(of: paragraphs, in: text), paragraphs: paragraphs, leftOut: leftOut(verdicts))
    return (article, lines)
  }

  /// Whether what is kept is an article: paragraphs, and not the headlines and teasers of others.
  private func holdsArticle(_ units: [TextUnit], _ verdicts: [UnitJudge.Verdict]) -> Bool {
    var (length, paragraphs, sentences, headings) = (0, 0, 0, 0)
    for (unit, verdict) in zip(units, verdicts) {
      if unit.hints.isSuperset(of: [.heading, .linked]), !unit.hints.contains(.title) { headings += 1 }
      guard verdict == .keep(.body) else { continue }
      let traits = UnitTraits(of: unit.range, in: page.text)
      if traits.isProse {
        length += unit.range.count
        paragraphs += 1
      }
      if traits.endsSentence, traits.words >= 5 { sentences += 1 }
    }
    if headings >= 3, headings * 2 >= paragraphs { return false }
    return isMarked ? sentences > 0 || paragraphs > 0 : length >= Self.shortestArticle
  }

  /// All that was left out, in the order of the page.
  private func leftOut(_ verdicts: [UnitJudge.Verdict]) -> [Article.LeftOut] {
    var omissions = page.omissions
    for (index, unit) in page.units.enumerated() {
      let reason: OmissionReason
      if !scope.contains(index) {
        reason = .outside
      } else if case .leave(let known) = verdicts[index - scope.lowerBound] {
        reason = known
      } else {
        continue
      }
      let excerpt = ByteText.excerpt(unit.range, of: page.text, limit: PlainTextArticle.excerptLength)
      omissions.append(PageUnits.Omission(node: page.nodes[index], reason: reason, excerpt: excerpt))
    }
    omissions.sort { $0.node < $1.node }
    return omissions.map { Article.LeftOut(reason: $0.reason.rawValue, excerpt: $0.excerpt, range: nil) }
  }
}
