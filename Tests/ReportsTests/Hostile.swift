import Reports

/// Texts that try to be more than texts, and reports full of them.
enum Hostile {
  static let texts = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</text></svg><script>alert(1)</script>",
    "</style><script>alert(1)</script><style>",
    "</title><!-- ]]> <![CDATA[ -->",
    // A combining mark makes one Character of itself and the quote or bracket before it.
    "x\"\u{301} onmouseover=alert(1) y<\u{301}script>",
    "{{title}} {{{styleSheet}}} {{#sections}} {{/sections}} {{! }} {{=<% %>=}}",
    "javascript:alert(1) http://evil.example/x.png www.evil.example",
    "[x](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
    "a|b\\|c `d` ```e``` ~~~ **f** _g_ # h",
    "```\n\n# heading\n\n- item\n1. item\n---\n",
    "\u{202E}gnp.exe\u{2066}\u{202D}",
    "\u{0}\u{7}\u{8}\u{1B}[31m\u{1B}]0;owned\u{7}\u{9B}2J\u{7F}",
    "\u{FFFE}\u{FFFF}\u{FEFF}\u{2028}\u{2029}\u{85}\r\n\t",
    "&lt;b&gt; &amp; &#60;script&#62; %3Cscript%3E",
    "",
    " ",
    String(repeating: "W", count: 400),
    String(repeating: "я\u{301}", count: 200),
  ]

  /// A report in which every text is `text`.
  static func report(of text: String) -> Report {
    let facts = [ReportFact(text, .text(text), note: text), ReportFact(text, .count(1))]
    let table = ReportTable(
      caption: text, columns: [ReportColumn(text, unit: text), ReportColumn(text, alignment: .centre)],
      rows: [[.text(text), .text(text)], [.missing, .share(0.5)]])
    let blocks: [ReportBlock] = [
      .paragraph(text), .note(text), .warning(text), .facts(facts), .table(table), .statements(statements(of: text)),
      .threshold(
        .init(positive: text, negative: text, threshold: 0.5, positiveCounts: [1, 3], negativeCounts: [4, 2])),
    ]
    let figures = drawings(of: text).map { ReportBlock.figure(ReportFigure(title: text, caption: text, drawing: $0)) }
    return Report(
      title: text, subtitle: text, language: text, summary: facts,
      sections: [ReportSection(heading: text, blocks: blocks + figures), ReportSection(heading: text, blocks: [])],
      provenance: facts)
  }

  private static func statements(of text: String) -> ReportStatements {
    let row = ReportStatements.Row(
      id: text, text: text, actor: text, date: text, label: text, predicted: text, probability: 0.9, fold: text)
    let mistake = ReportStatements.Row(id: text, text: text, label: text, predicted: text + "x", probability: .nan)
    return ReportStatements(caption: text, rows: [row, mistake], positive: text, threshold: 0.5)
  }

  private static func drawings(of text: String) -> [ReportFigure.Drawing] {
    let points = [ReportFigure.Curve.Point(x: 0, y: 0), .init(x: 0.2, y: 0.8, threshold: 0.5), .init(x: 1, y: 1)]
    let series = ReportFigure.Curve.Series(label: text, points: points, area: .text(text), operatingPoint: points[1])
    let marks = [
      ReportFigure.AnnotatedText.Mark(start: 1, end: text.utf8.count / 2, value: 1), .init(start: 3, end: 9, value: -2),
    ]
    return [
      .curve(.init(kind: .rocCurve, series: [series, series])),
      .reliability(.init(bins: [.init(lower: 0, upper: 1, meanPredicted: 0.4, observedRate: 0.5, count: 9)])),
      .confusion(.init(labels: [text, text], counts: [[1, 2], [3, 4]])),
      .bars(
        .init(
          items: [.init(label: text, value: 1), .init(label: text, value: -1, low: -2, high: 0)], measure: text,
          negativeName: text, positiveName: text)),
      .histogram(.init(groups: [.init(label: text, counts: [1, 2, 3], marker: 0.5)], measure: text, markerName: text)),
      .estimates(
        .init(items: [.init(label: text, value: 0.5, low: 0, high: 1, other: 0.4)], measure: text, otherName: text)),
      .timeSeries(timeSeries(of: text)),
      .matrix(
        .init(
          rows: [text, text], columns: [text, text], cells: [[nil, .init(value: 1, count: 1)], [nil, nil]],
          rowName: text, columnName: text, measure: text, centre: 0, negativeName: text, positiveName: text)),
      .scatter(
        .init(
          points: [.init(x: 1, y: 1, label: text, isNamed: true), .init(x: 9, y: -1, label: text, isNamed: false)],
          horizontalName: text, verticalName: text, isLogarithmic: true, band: 0.5, negativeName: text,
          positiveName: text)),
      .annotatedText(.init(text: text, marks: marks, negativeName: text, positiveName: text)),
      .markedText(marked(text)),
    ]
  }

  private static func timeSeries(of text: String) -> ReportFigure.TimeSeries {
    let mark = ReportFigure.TimeSeries.Mark(position: 1, label: text)
    let points: [ReportFigure.TimeSeries.Point] = [
      .init(position: 0, label: text, value: 0, low: -1, high: 1), .init(position: 1, label: text, value: nil),
      .init(position: 2, label: text, value: 1),
    ]
    return .init(
      panels: [
        .init(label: text, points: points, dots: [.init(position: 1, value: 1, label: text)]),
        // Beside a short label, so that there is always room for the text of the change.
        .init(label: "short", points: points, changes: [.init(position: 2, low: 1, high: 2, label: text)]),
      ], ticks: [mark], events: [mark, mark], measure: text, reference: 0.5)
  }

  private static func marked(_ text: String) -> ReportFigure.MarkedText {
    let marks: [ReportFigure.MarkedText.Mark] = [
      .init(start: 1, end: text.utf8.count / 2, number: 1), .init(start: 3, end: 9, number: nil),
      .init(start: 4, end: text.utf8.count, number: 12),
    ]
    let remarks = [ReportFigure.MarkedText.Remark(number: 1, title: text, details: [text, "", text])]
    return .init(
      paragraphs: ReportFigure.MarkedText.Paragraph.Role.allCases.map {
        .init(role: $0, text: text, marks: marks, remarks: remarks)
      })
  }

  /// A line without its colour escape sequences.
  static func withoutColours(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let escape = rest.firstRange(of: "\u{1B}[") {
      result += rest[..<escape.lowerBound]
      rest = rest[escape.upperBound...].drop { $0 != "m" }.dropFirst()
    }
    return result + rest
  }
}

extension Hostile {
  /// Numbers from 0 to 1, the same on every machine (Knuth's linear congruential generator).
  struct Steps {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
  }
}
