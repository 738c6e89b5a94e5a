import Foundation
import Reports
import Testing

@Suite struct EstimatesFigureTests {
  private let report = Report(
    title: "Actors",
    sections: [
      ReportSection(
        heading: "Estimates",
        blocks: [
          .figure(
            ReportFigure(
              title: "Mean probability",
              drawing: .estimates(
                .init(
                  items: [
                    .init(label: "Lavrov", value: 0.25, low: 0, high: 0.5, other: 0.4),
                    .init(label: "<b>Երևան</b>", value: 1, low: 0.8, high: 1),
                    .init(label: "nobody", value: nil), .init(label: "broken", value: .nan, low: -.infinity, high: 0.3),
                  ], measure: "mean probability", reference: 0.5, otherName: "partially pooled"))))
        ])
    ])

  @Test func theTerminalDrawsDotsBetweenWhiskers() throws {
    let lines = report.terminal(width: 80).split(separator: "\n").map(String.init)
    let line = try #require(lines.first { $0.contains("Lavrov") })
    let (start, dot, end) = (
      try #require(line.firstIndex(of: "├")), try #require(line.firstIndex(of: "●")),
      try #require(line.firstIndex(of: "┤"))
    )
    #expect(start < dot && dot < end && line.contains("○"))
    // The reference stands where there is nothing else.
    #expect(lines.first { $0.contains("nobody") }?.hasSuffix("│") == true)
    #expect(lines.first { $0.contains("broken") }?.contains("●") == false)
  }

  @Test func thePageDrawsWhatIsThereAndEscapesLabels() {
    let page = report.html()
    // An axis, two ends and the whisker of two items.
    #expect(page.components(separatedBy: "class=\"whisker\"").count == 1 + 6)
    #expect(page.components(separatedBy: "class=\"dot series-1\"").count == 1 + 2)
    #expect(page.components(separatedBy: "class=\"operating series-2\"").count == 1 + 1)
    #expect(!page.contains("<b>") && page.contains("partially pooled"))
  }

  @Test func itIsTheSameAfterBeingStored() throws {
    var sound = report
    guard case .figure(var figure) = sound.sections[0].blocks[0], case .estimates(var drawn) = figure.drawing else {
      Issue.record("no figure")
      return
    }
    drawn.items.removeLast()
    figure.drawing = .estimates(drawn)
    sound.sections[0].blocks[0] = .figure(figure)
    #expect(try JSONDecoder().decode(Report.self, from: JSONEncoder().encode(sound)) == sound)
  }

  @Test func nothingToDrawIsNoFault() {
    let empty = Report(
      title: "None",
      sections: [
        ReportSection(
          heading: "", blocks: [.figure(ReportFigure(title: "", drawing: .estimates(.init(items: [], measure: ""))))])
      ])
    #expect(!empty.terminal().isEmpty && !empty.html().isEmpty && !empty.markdown().isEmpty)
  }
}
