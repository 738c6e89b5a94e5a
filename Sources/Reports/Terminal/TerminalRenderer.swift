extension Report {
  /// The report as lines for a terminal.
  ///
  /// - Parameters:
  ///   - width: the columns to use, at least 40. Running text is kept to 96 of them, which is as wide as reads well.
  ///   - colour: whether escape sequences for colours are written.
  public func terminal(width: Int = 80, colour: Bool = false) -> String {
    let renderer = TerminalRenderer(width: max(40, width), style: TerminalStyle(isColoured: colour))
    return renderer.lines(of: self).map { $0.withoutTrailingSpaces + "\n" }.joined()
  }
}

/// Sets a report, or a part of one, in so many columns.
struct TerminalRenderer {
  let width: Int
  let style: TerminalStyle

  private static let widestText = 96

  private var textWidth: Int { min(width, Self.widestText) }

  func lines(of report: Report) -> [String] {
    var lines = paragraph(report.title).map(style.strong)
    if let subtitle = report.subtitle { lines += paragraph(subtitle).map(style.faint) }
    lines.append(style.faint(String(repeating: "═", count: textWidth)))
    if !report.summary.isEmpty { lines += [""] + facts(report.summary) }
    for section in report.sections {
      let heading = paragraph(section.heading)
      let ruleWidth = heading.map { DisplayWidth.of($0) }.max() ?? 0
      lines += ["", ""] + heading.map(style.strong) + [style.faint(String(repeating: "─", count: ruleWidth))]
      for block in section.blocks { lines += [""] + self.lines(of: block) }
    }
    guard !report.provenance.isEmpty else { return lines }
    return lines + ["", "", style.faint(String(repeating: "─", count: textWidth))] + facts(report.provenance)
  }

  private func lines(of block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let text): paragraph(text)
    case .note(let text): callout(text, name: "Note:", paint: style.accent)
    case .warning(let text): callout(text, name: "Caution:", paint: style.warning)
    case .facts(let facts): self.facts(facts)
    case .table(let table): lines(of: table)
    case .figure(let figure): lines(of: figure)
    case .statements(let statements): lines(of: statements)
    case .threshold(let threshold): lines(of: threshold.table)
    }
  }

  private func lines(of table: ReportTable) -> [String] {
    paragraph(table.caption).map(style.strong) + lines(of: TextTable(table), or: table)
  }

  /// The mistakes as a table, and how many there are.
  private func lines(of statements: ReportStatements) -> [String] {
    let table = statements.mistakeTable.map { lines(of: $0) } ?? paragraph(statements.caption).map(style.strong)
    return table + [""] + paragraph(statements.mistakeSummary).map(style.faint)
  }

  /// The text table, or where its columns cannot be made narrow enough, a list for each row of `table`.
  private func lines(of text: TextTable, or table: ReportTable) -> [String] {
    guard text.narrowestWidth > width else { return text.lines(width: width, colour: style.isColoured) }
    let lists = table.rows.map { row in
      facts(zip(table.columns, row).map { ReportFact($0.headingWithUnit, $1) })
    }
    return Array(lists.joined(separator: [""]))
  }

  private func lines(of figure: ReportFigure) -> [String] {
    let caption = figure.caption.isEmpty ? [] : [""] + paragraph(figure.caption).map(style.faint)
    return paragraph(figure.title).map(style.strong) + [""] + drawing(figure.drawing) + caption
  }

  /// A drawing, without its title and caption.
  func drawing(_ drawing: ReportFigure.Drawing) -> [String] {
    switch drawing {
    case .curve(let curve): TerminalCurve(curve: curve, width: width, style: style).lines()
    case .reliability(let bins): TerminalReliability(reliability: bins, width: width, style: style).lines()
    case .confusion(let confusion):
      lines(of: TerminalConfusion(confusion: confusion).table, or: confusion.dataTable(caption: ""))
    case .bars(let bars): TerminalBars(bars: bars, width: width, style: style).lines()
    case .estimates(let estimates): TerminalEstimates(estimates: estimates, width: width, style: style).lines()
    case .timeSeries(let series): TerminalTimeSeries(series: series, width: width, style: style).lines()
    case .matrix(let matrix): TerminalMatrix(matrix: matrix, width: width, style: style).lines()
    case .scatter(let scatter): TerminalScatter(scatter: scatter, width: width, style: style).lines()
    case .histogram(let histogram): TerminalHistogram(histogram: histogram, width: width, style: style).lines()
    case .annotatedText(let text): TerminalAnnotatedText(annotated: text, width: textWidth, style: style).lines()
    case .markedText(let text): TerminalMarkedText(marked: text, width: textWidth, style: style).lines()
    }
  }

  private func paragraph(_ text: String) -> [String] {
    TextWrapping.lines(DisplayText.singleLine(text), width: textWidth)
  }

  private func callout(_ text: String, name: String, paint: (String) -> String) -> [String] {
    let lines = TextWrapping.lines(name + " " + DisplayText.singleLine(text), width: textWidth - 2)
    return lines.map { paint("▌ ") + $0 }
  }

  private func facts(_ facts: [ReportFact]) -> [String] {
    let names = facts.map { DisplayText.singleLine($0.name) }
    let nameWidth = min(names.map { DisplayWidth.of($0) }.max() ?? 0, width / 3)
    return zip(facts, names).flatMap { fact, name in
      let left = TextWrapping.lines(name, width: nameWidth)
      let note = fact.note.map { " (" + DisplayText.singleLine($0) + ")" } ?? ""
      let right = TextWrapping.lines(fact.value.text + note, width: textWidth - nameWidth - 2)
      return (0..<max(left.count, right.count)).map { index in
        let name = TextWrapping.padded(index < left.count ? left[index] : "", width: nameWidth, alignment: .leading)
        return style.faint(name) + "  " + (index < right.count ? right[index] : "")
      }
    }
  }
}

extension TextTable {
  /// The table of a report as text. Where a column is of estimates, their intervals keep them lined up.
  public init(_ table: ReportTable) {
    let columns = table.columns.indices.map { index in
      Column(table.columns[index].headingWithUnit, alignment: table.alignment(ofColumn: index))
    }
    self.init(columns: columns, rows: table.rows.map { $0.map(Self.text) })
  }

  private static func text(_ value: ReportValue) -> String {
    guard case .share(let share) = value, share.isFinite else { return value.text }
    return TextBar.text(share: share, width: 6) + TextWrapping.padded(value.text, width: 7, alignment: .trailing)
  }
}
