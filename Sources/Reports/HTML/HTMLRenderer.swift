internal import Mustache

extension Report {
  /// The report as one HTML page that needs nothing else: no network, no font, no picture.
  ///
  /// One script of its own adds what readers do with it: sorting, filtering, a slider for thresholds, saving. Without scripts
  /// the page shows the same. It is well-formed XML too. Its content security policy forbids every request and every other
  /// script; texts cannot become markup.
  public func html() -> String { HTMLRenderer(self).page() }
}

/// Makes the page of one report.
private struct HTMLRenderer {
  private let report: Report

  init(_ report: Report) { self.report = report }

  private struct Page {
    let language: Markup
    let policy: Markup
    let title: Markup
    let styleSheet: Markup
    let script: Markup
    let subtitle: Markup
    let summary: Markup
    let contents: Markup
    let sections: [Section]
    let provenance: Markup
  }

  private struct Section {
    let identifier: Markup
    let heading: Markup
    let body: Markup
  }

  private static let template: MustacheTemplate = {
    do {
      return try MustacheTemplate(string: PageTemplate.source)
    } catch {
      preconditionFailure("the page template does not parse: \(error)")
    }
  }()

  func page() -> String {
    var blocks = HTMLBlocks(page: report.sections.flatMap(\.blocks))
    let page = Page(
      language: Markup(report.language),
      policy: Markup(ContentSecurityPolicy.text(styleSheet: StyleSheet.markup, script: PageScript.markup)),
      title: Markup(report.title),
      styleSheet: StyleSheet.markup,
      script: PageScript.markup,
      subtitle: Markup(report.subtitle ?? ""),
      summary: MarkupWriter.write { HTMLFacts.writeSummary(report.summary, to: &$0) },
      contents: contents(),
      sections: report.sections.enumerated().map { index, section in
        Section(
          identifier: Markup(identifier(ofSection: index)), heading: Markup(section.heading),
          body: MarkupWriter.write { blocks.write(section.blocks, to: &$0) })
      },
      provenance: MarkupWriter.write { HTMLFacts.write(report.provenance, kind: "provenance", to: &$0) })
    return Self.template.render(page)
  }

  private func identifier(ofSection index: Int) -> String { "section-\(index + 1)" }

  private func contents() -> Markup {
    guard report.sections.count > 1 else { return Markup("") }
    return MarkupWriter.write { writer in
      for (index, section) in report.sections.enumerated() {
        writer.element("li") { item in
          item.element("a", ["href": "#" + identifier(ofSection: index)], text: section.heading)
        }
      }
    }
  }
}
