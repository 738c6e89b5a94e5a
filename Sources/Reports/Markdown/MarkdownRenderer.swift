extension Report {
  /// The report as GitHub-flavoured Markdown without any HTML. Curves are drawn with characters in code blocks, other
  /// figures are tables.
  public func markdown() -> String {
    let renderer = MarkdownRenderer()
    return renderer.blocks(of: self).filter { $0.contains { $0 != " " } }.joined(separator: "\n\n") + "\n"
  }
}

extension ReportTable {
  /// The table in GitHub's form, without its caption and without a line end after the last row.
  public func markdown() -> String {
    let headings = columns.map { MarkdownText.escaped($0.headingWithUnit) }
    let rules = columns.indices.map { index in
      switch alignment(ofColumn: index) {
      case .leading: ":---"
      case .centre: ":---:"
      case .trailing: "---:"
      }
    }
    let cells = rows.map { $0.map { MarkdownText.escaped($0.text) } }
    return ([headings, rules] + cells).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}

/// Writes reports as Markdown.
private struct MarkdownRenderer {
  private static let plotWidth = 72

  func blocks(of report: Report) -> [String] {
    var blocks = ["# " + MarkdownText.escaped(report.title)]
    blocks.append(MarkdownText.emphasised(report.subtitle ?? "", with: "*"))
    blocks.append(facts(report.summary))
    for section in report.sections {
      blocks.append("## " + MarkdownText.escaped(section.heading))
      blocks += section.blocks.flatMap { self.blocks(of: $0) }
    }
    guard !report.provenance.isEmpty else { return blocks }
    return blocks + ["---", facts(report.provenance)]
  }

  private func blocks(of block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let text): [MarkdownText.paragraph(text)]
    case .note(let text): ["> **Note.** " + MarkdownText.escaped(text)]
    case .warning(let text): ["> **Caution.** " + MarkdownText.escaped(text)]
    case .facts(let facts): [self.facts(facts)]
    case .table(let table): [caption(table.caption), table.markdown()]
    case .figure(let figure):
      [caption(figure.title)] + drawing(figure)
        + (figure.caption.isEmpty ? [] : [MarkdownText.paragraph(figure.caption)])
    case .statements(let statements):
      [caption(statements.caption)] + [statements.mistakeTable?.markdown()].compactMap(\.self)
        + [MarkdownText.paragraph(statements.mistakeSummary)]
    case .threshold(let threshold): [caption(ReportThreshold.title), threshold.table.markdown()]
    }
  }

  private func caption(_ text: String) -> String { MarkdownText.emphasised(text, with: "**") }

  private func facts(_ facts: [ReportFact]) -> String {
    facts.map { fact in
      let note = fact.note.map { " (\(MarkdownText.escaped($0)))" } ?? ""
      return "- \(MarkdownText.escaped(fact.name)): \(MarkdownText.escaped(fact.value.text))\(note)"
    }.joined(separator: "\n")
  }

  private func drawing(_ figure: ReportFigure) -> [String] {
    let renderer = TerminalRenderer(width: Self.plotWidth, style: TerminalStyle(isColoured: false))
    switch figure.drawing {
    case .curve, .histogram, .estimates: return [MarkdownText.fenced(renderer.drawing(figure.drawing).dropLastBlank())]
    case .reliability, .confusion, .timeSeries, .matrix, .scatter: return [figure.dataTable.markdown()]
    case .bars(let bars): return [text(of: bars)]
    case .annotatedText(let annotated): return ["> " + quotation(annotated)]
    case .markedText(let marked): return marked.paragraphs.flatMap { MarkdownMarkedText(paragraph: $0).blocks() }
    }
  }

  /// The bars as a table with a column for each direction.
  private func text(of bars: ReportFigure.Bars) -> String {
    let most = bars.items.map { abs($0.value) }.filter(\.isFinite).max() ?? 0
    func bar(_ value: Double) -> ReportValue {
      guard value > 0, most > 0 else { return "" }
      return .text(TextBar.text(share: value / most, width: 12))
    }
    let columns = [
      ReportColumn(bars.negativeName, alignment: .trailing), ReportColumn("", alignment: .centre),
      ReportColumn(bars.positiveName, alignment: .leading), ReportColumn(bars.measure, alignment: .trailing),
    ]
    let rows: [[ReportValue]] = bars.items.map { item in
      [
        bar(-item.value), .text(item.label), bar(item.value),
        .estimate(item.value, low: item.low, high: item.high, style: bars.style),
      ]
    }
    return ReportTable(caption: "", columns: columns, rows: rows).markdown()
  }

  /// The text with what spoke for the positive side in bold and what spoke for the negative side in italics.
  private func quotation(_ annotated: ReportFigure.AnnotatedText) -> String {
    let least = annotated.largestValue / 4
    var runs: [(emphasis: String, text: String)] = []
    for segment in annotated.segments {
      let isWeak = least == 0 || abs(segment.value) < least
      let emphasis = isWeak ? "" : segment.value > 0 ? "**" : "*"
      if let last = runs.last, last.emphasis == emphasis {
        runs[runs.count - 1].text += segment.text
      } else {
        runs.append((emphasis, segment.text))
      }
    }
    let text = runs.map { MarkdownText.emphasised($0.text, with: $0.emphasis) }.joined()
    let names = [(annotated.positiveName, "**"), (annotated.negativeName, "*")]
    return text + " (" + names.map { MarkdownText.emphasised($0.0, with: $0.1) }.joined(separator: ", ") + ")"
  }
}

extension [String] {
  /// The lines without the empty ones at the end.
  fileprivate func dropLastBlank() -> [String] {
    var lines = map { String($0.withoutTrailingSpaces) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
