internal import Classifiers
public import Reports

extension Explanation {
  /// The explanation for eyes.
  public var report: Report {
    Report(
      title: "Why this score",
      summary: [
        ReportFact(
          "probability of \(positive)", .number(probability, .decimals(4)),
          note: calibration.map { "calibrated (\($0.rawValue)); the log-odds are the model's own" }),
        ReportFact("most probable class", .text(label)),
        ReportFact("log-odds against \(against)", .number(logit, .signed(4))),
        ReportFact("intercept", .number(intercept, .signed(4))),
      ],
      sections: [ReportSection(heading: "The text", blocks: [.figure(markedText)])]
        + (contributions.isEmpty
          ? [
            ReportSection(
              heading: "Contributions",
              blocks: [.warning("the model knows no feature of this text: its score is that of an empty one")])
          ] : [ReportSection(heading: "Contributions", blocks: [.table(table)])]))
  }

  private var markedText: ReportFigure {
    // Ranges count characters, marks count bytes.
    var bytes = [0]
    for scalar in text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
    return ReportFigure(
      title: "Marked by what each stretch adds",
      drawing: .annotatedText(
        ReportFigure.AnnotatedText(
          text: text,
          marks: contributions.flatMap { contribution in
            contribution.ranges.map { range in
              .init(
                start: bytes[range.start], end: bytes[range.end],
                value: contribution.contribution / Double(contribution.ranges.count)
              )
            }
          }, negativeName: "towards \(against)", positiveName: "towards \(positive)")))
  }

  private var table: ReportTable {
    ReportTable(
      caption: "Contributions and the intercept add up to the log-odds",
      columns: ["feature", "block", "value", "weight", "contribution"].map { ReportColumn($0) },
      rows: contributions.map {
        [
          .text($0.feature), .text($0.block), .number($0.value, .decimals(4)), .number($0.weight, .signed(4)),
          .number($0.contribution, .signed(4)),
        ]
      })
  }
}
