internal import Corpora
internal import Quotation
internal import Reports

extension ArticleExtraction {
  /// The article's paragraphs with the statements in them marked, and remarks where each begins.
  func markedText(of article: Article, title: String) -> ReportFigure {
    var paragraphs = article.paragraphs.map { paragraph in
      ReportFigure.MarkedText.Paragraph(
        role: Self.role(of: paragraph.kind), text: String(decoding: article.text[paragraph.range], as: UTF8.self))
    }
    for (statement, attribution) in zip(statements, attributions) {
      for range in attribution.content { mark(range, number: statement.number, in: &paragraphs, of: article) }
      for range in [attribution.cue, attribution.speaker].compactMap(\.self) {
        mark(range, number: nil, in: &paragraphs, of: article)
      }
      let first = Self.firstParagraph(at: statement.bytes.lowerBound, of: article)
      if first < paragraphs.count { paragraphs[first].remarks.append(Self.remark(on: statement)) }
    }
    // The headline stands above all already.
    let shown = zip(article.paragraphs, paragraphs).filter { $0.kind != .title || !$1.remarks.isEmpty }
    return ReportFigure(title: title, drawing: .markedText(.init(paragraphs: shown.map(\.1))))
  }

  /// Marks a stretch of the article in each paragraph that has a part of it.
  private func mark(
    _ range: Range<Int>, number: Int?, in paragraphs: inout [ReportFigure.MarkedText.Paragraph], of article: Article
  ) {
    var index = Self.firstParagraph(at: range.lowerBound, of: article)
    while index < paragraphs.count, article.paragraphs[index].range.lowerBound < range.upperBound {
      let whole = article.paragraphs[index].range
      let part = range.clamped(to: whole)
      paragraphs[index].marks.append(
        .init(start: part.lowerBound - whole.lowerBound, end: part.upperBound - whole.lowerBound, number: number))
      index += 1
    }
  }

  /// The first paragraph that ends after a byte. Complexity: O(log n).
  private static func firstParagraph(at offset: Int, of article: Article) -> Int {
    var (low, high) = (0, article.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if article.paragraphs[middle].range.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func remark(on statement: ExtractedStatement) -> ReportFigure.MarkedText.Remark {
    let title: String
    switch (statement.speaker.isEmpty, statement.actor.isEmpty) {
    case (true, true): title = "nobody is named"
    case (true, false): title = "→ \(statement.actor)"
    case (false, true): title = "\(statement.speaker) → ?"
    case (false, false):
      let isSame =
        statement.speaker == statement.actor || statement.speaker.lowercased() == "the " + statement.actor.lowercased()
      title = isSame ? statement.speaker : "\(statement.speaker) → \(statement.actor)"
    }
    return ReportFigure.MarkedText.Remark(
      number: statement.number, title: title,
      details: [
        statement.cue.isEmpty ? "" : "“\(statement.cue)”",
        statement.addressee.isEmpty ? "" : "to \(statement.addressee)",
        "\(statement.kind.rawValue), \(statement.voice.rawValue)",
        "\(statement.rule), \(ReportNumber.text(statement.confidence, .decimals(2)))",
      ])
  }

  private static func role(of kind: Article.ParagraphKind) -> ReportFigure.MarkedText.Paragraph.Role {
    switch kind {
    case .title: .heading
    case .body: .body
    case .byline, .date, .caption: .aside
    }
  }
}
