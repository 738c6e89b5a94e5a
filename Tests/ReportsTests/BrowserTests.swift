import Foundation
import Reports
import Testing

/// The pages are opened at two widths, in light and dark: slider, sorting, filters, copying, saving and keyboard are tried, and
/// axe-core looks for barriers. Screenshots stay in `.build/report-tests/pages`.
@Suite(
  "Reports in a browser", .serialized,
  .enabled(if: Workbench.hasBrowser, "needs chromium and .venv, which scripts/prepare-python makes"))
struct BrowserTests {
  private static func check(_ report: Report, name: String, _ options: String...) throws {
    let folder = try Workbench.folder("pages")
    let file = folder.appending(path: name + ".html")
    try Data(report.html().utf8).write(to: file)
    let arguments = [file.path, folder.path] + options
    let result =
      try arguments.count == 2
      ? Workbench.python("check_report.py", arguments[0], arguments[1])
      : Workbench.python("check_report.py", arguments[0], arguments[1], arguments[2])
    print(name, result.output)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("the sample report can be used")
  func sample() throws { try Self.check(SampleReport.report, name: "sample") }

  @Test("a report of hostile texts runs nothing, loads nothing and can be used as any other")
  func hostile() throws { try Self.check(Hostile.browserReport, name: "hostile") }

  @Test("a report of a hundred thousand statements opens")
  func manyStatements() throws {
    let report = Report(
      title: "Many statements",
      sections: [
        ReportSection(heading: "Statements", blocks: [.statements(SampleReport.statements(count: 100_000))])
      ])
    #expect(report.html().utf8.count < 20_000_000)
    try Self.check(report, name: "many", "--quick")
  }
}

extension Hostile {
  /// What would leave a trace if any of it ran or was loaded.
  private static let traps = [
    "</script><script>globalThis.hostile = 1</script>",
    "<img src=\"http://evil.example/x.png\" onerror=\"globalThis.hostile = 2\">",
    "]]></script><svg onload=\"globalThis.hostile = 3\">", "<!--<script>",
    "\"><iframe srcdoc=\"<script>parent.hostile = 4</script>\">",
    "<style>@import url(http://evil.example/y.css);</style>", "\\u003c/script>\u{2028}globalThis.hostile = 5",
  ]

  /// All hostile texts in every place, with statements of all of them.
  static var browserReport: Report {
    let all = traps + texts.filter { $0.contains { !$0.isWhitespace } && $0.utf8.count < 200 }
    let rows = all.enumerated().map { index, text in
      ReportStatements.Row(
        id: text, text: text, actor: text, date: text, label: text, predicted: all[(index + index % 2) % all.count],
        probability: Double(index) / Double(all.count), fold: text)
    }
    var report = report(of: traps.joined(separator: " "))
    report.language = "en"
    report.sections[1].blocks = [
      .statements(.init(caption: traps[0], rows: rows, positive: traps[1], threshold: 0.5))
    ]
    return report
  }
}
