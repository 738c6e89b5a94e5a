/// Writes blocks as HTML, numbering figures and tables through the page.
struct HTMLBlocks {
  private var figureCount = 0
  private var tableCount = 0
  private var statementsCount = 0
  private var thresholdCount = 0
  /// The bytes that each list of statements may take.
  private let statementsBudget: Int

  /// For a page of those blocks, whose lists of statements share what a page has room for.
  init(page blocks: some Sequence<ReportBlock>) {
    let count = blocks.count { block in
      if case .statements = block { true } else { false }
    }
    statementsBudget = HTMLStatements.pageBudget / max(1, count)
  }

  /// All of `blocks`. Figures that follow one another go into one row; one alone has its caption beside it.
  mutating func write(_ blocks: [ReportBlock], to writer: inout MarkupWriter) {
    var index = 0
    while index < blocks.count {
      guard case .figure = blocks[index] else {
        write(blocks[index], to: &writer)
        index += 1
        continue
      }
      var run: [ReportFigure] = []
      while index < blocks.count, case .figure(let figure) = blocks[index] {
        run.append(figure)
        index += 1
      }
      write(run, to: &writer)
    }
  }

  private mutating func write(_ figures: [ReportFigure], to writer: inout MarkupWriter) {
    let parts = figures.map { figure in
      figureCount += 1
      return HTMLFigure(figure: figure, number: figureCount)
    }
    writer.element("div", ["class": figures.count == 1 ? "figures alone" : "figures"]) { row in
      for part in parts { part.write(to: &row) }
    }
    writer.lineBreak()
  }

  private mutating func write(_ block: ReportBlock, to writer: inout MarkupWriter) {
    switch block {
    case .paragraph(let text): writer.element("p", ["dir": "auto"], text: text)
    case .note(let text): Self.writeCallout(text, name: "Note", kind: "note", to: &writer)
    case .warning(let text): Self.writeCallout(text, name: "Caution", kind: "warning", to: &writer)
    case .facts(let facts): HTMLFacts.write(facts, kind: "facts", to: &writer)
    case .table(let table):
      tableCount += 1
      HTMLTable(table: table, identifier: "table-\(tableCount)").write(to: &writer)
    case .figure(let figure): write([figure], to: &writer)
    case .statements(let statements):
      statementsCount += 1
      HTMLStatements(
        statements: statements, identifier: "statements-\(statementsCount)", budget: statementsBudget
      ).write(to: &writer)
    case .threshold(let threshold):
      thresholdCount += 1
      HTMLThreshold(threshold: threshold, identifier: "threshold-\(thresholdCount)").write(to: &writer)
    }
    writer.lineBreak()
  }

  private static func writeCallout(_ text: String, name: String, kind: String, to writer: inout MarkupWriter) {
    writer.element("div", ["class": "callout " + kind, "role": "note"]) { box in
      box.element("p", ["dir": "auto"]) { paragraph in
        paragraph.element("strong", text: name)
        paragraph.space()
        paragraph.text(text)
      }
    }
  }
}
