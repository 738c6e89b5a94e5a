public import Reports
internal import Reproducibility

extension RunVerification {
  /// The verdict in a sentence.
  public var sentence: String {
    guard let first = firstDifference else { return "identical: every stage gives the same bits" }
    let largest = stages.compactMap(\.largestDifference).max() ?? 0
    let measured = ReportNumber.text(largest, .significant(2))
    return verdict == .drift
      ? "drift: the first stage that differs is \(first.rawValue)"
      : "within tolerance: \(first.rawValue) differs first, scores and figures by no more than \(measured)"
  }

  /// The verification for eyes.
  public var report: Report {
    Report(
      title: verdict.rawValue.uppercased(), subtitle: sentence,
      summary: [ReportFact("run", .text(run))],
      sections: [
        ReportSection(
          heading: "Stages",
          blocks: [
            .table(
              ReportTable(
                caption: "From the corpus to the figures",
                columns: ["stage", "", "largest difference", "recorded", "now"].map { ReportColumn($0) },
                rows: stages.map { stage in
                  [
                    .text(stage.stage.rawValue), .text(stage.isSame ? "same" : "differs"),
                    stage.isSame ? .missing : .estimate(stage.largestDifference, style: .significant(2)),
                    stage.recorded.map { .text($0.short) } ?? .missing, stage.now.map { .text($0.short) } ?? .missing,
                  ]
                }))
          ] + notes.map(ReportBlock.note))
      ])
  }
}
