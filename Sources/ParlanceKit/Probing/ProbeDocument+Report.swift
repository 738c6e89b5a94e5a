internal import Evaluation
public import Reports
internal import Reproducibility

extension ProbeDocument {
  /// The document for eyes.
  public var report: Report {
    Report(
      title: "Probes of \(FilePath.lastComponent(of: model))",
      subtitle: "How often the text that is more \(positive) scores higher",
      summary: overall.map { all in
        ReportFact(
          all.lang.isEmpty ? "all pairs" : "all pairs, \(all.lang)", all.share.reportValue, note: "of \(all.pairs)")
      } + [ReportFact("families passed", .text("\(families.count { $0.passes }) of \(families.count)"))],
      sections: [
        section("Where one text is more \(positive)", .higher, "Passed where the interval lies above one half"),
        section(
          "Where neither is", .same,
          "Bad news and military topics against good news and civil ones, without stance. Passed where the interval holds one half"
        ),
        missed,
      ].compactMap { $0 },
      provenance: [
        ReportFact("probes", .text("\(data.name), \(data.rows) pairs, SHA-256 \(data.sha256.hexadecimal.prefix(12))")),
        ReportFact("made with", .text("parlance \(version)")),
      ])
  }

  private func section(_ heading: String, _ expected: ProbeSuite.Expectation, _ caption: String) -> ReportSection? {
    let shown = families.filter { $0.expected == expected }
    guard !shown.isEmpty else { return nil }
    let columns = ["family", "language", "pairs", "scored higher", "longer text", "mean difference", "verdict"]
    return ReportSection(
      heading: heading,
      blocks: [
        .table(
          ReportTable(
            caption: caption, columns: columns.map { ReportColumn($0) },
            rows: shown.map { family in
              [
                .text(family.family), .text(family.lang), .count(family.pairs), family.share.reportValue,
                .number(family.longer, .decimals(2)), .number(family.meanDifference, .signed(3)),
                .text(family.passes ? "passed" : "failed"),
              ]
            }))
      ])
  }

  /// The pairs that were ordered the other way round by most.
  private var missed: ReportSection? {
    let wrong = pairs.filter { $0.expected == .higher && !$0.isHigher }
      .sorted { ($0.highLogit - $0.lowLogit, $0.id) < ($1.highLogit - $1.lowLogit, $1.id) }
    guard !wrong.isEmpty else { return nil }
    return ReportSection(
      heading: "The wrong way round",
      blocks: [
        .table(
          ReportTable(
            caption: wrong.count > 10 ? "The ten worst of \(wrong.count) pairs" : "",
            columns: ["pair", "log-odds expected lower", "log-odds expected higher"].map { ReportColumn($0) },
            rows: wrong.prefix(10).map {
              [.text($0.id), .number($0.lowLogit, .signed(3)), .number($0.highLogit, .signed(3))]
            }))
      ])
  }
}
