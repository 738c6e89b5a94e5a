internal import Evaluation
public import Reports
internal import Reproducibility

extension ComparisonDocument {
  /// The document for eyes.
  public var report: Report {
    Report(
      title: "\(FilePath.lastComponent(of: a)) against \(FilePath.lastComponent(of: b))",
      subtitle: "The first less the second; the score is the probability of “\(result.positive)”",
      summary: [
        ReportFact("rows", .count(result.rows)),
        ReportFact("ROC AUC, difference", result.metrics[.rocAUC].reportValue),
        ReportFact("F1, difference", result.metrics[.f1].reportValue),
      ],
      sections: [differences, tests, reading].compactMap { $0 }, provenance: provenance)
  }

  private var differences: ReportSection {
    ReportSection(
      heading: "By how much they differ",
      blocks: [
        .table(
          ReportTable(
            caption: "Differences with \(intervalWords); \(result.test?.words ?? "no test")",
            columns: ["figure", "difference", "p", "first", "second"].map { ReportColumn($0) },
            rows: Metric.allCases.map { metric in
              let value = result.metrics[metric]
              return [
                .text(metric.title), value.reportValue, .estimate(value.p, style: .significant(3)),
                .estimate(value.a), .estimate(value.b),
              ]
            }))
      ])
  }

  private var tests: ReportSection? {
    var facts: [ReportFact] = []
    if let deLong = result.deLong {
      facts.append(
        ReportFact(
          "ROC AUC, DeLong", .estimate(deLong.difference, low: deLong.low, high: deLong.high, style: .signed(3)),
          note: deLong.p.map { "p \(ReportValue.number($0, .significant(3)).text)" }))
    }
    if let mcNemar = result.mcNemar {
      facts.append(ReportFact("rows that only the first gets right", .count(mcNemar.onlyA)))
      facts.append(ReportFact("rows that only the second gets right", .count(mcNemar.onlyB)))
      facts.append(ReportFact("McNemar's exact p", .number(mcNemar.p, .significant(3))))
    }
    guard !facts.isEmpty else { return nil }
    return ReportSection(heading: "Tests that take rows for independent", blocks: [.facts(facts)])
  }

  private var reading: ReportSection? {
    let warnings = notes + [result.bootstrap?.note].compactMap { $0 }
    return warnings.isEmpty
      ? nil : ReportSection(heading: "What to keep in mind", blocks: warnings.map(ReportBlock.warning))
  }

  private var intervalWords: String {
    guard let bootstrap = result.bootstrap else { return "no intervals (none were asked for)" }
    return bootstrap.words(cluster: cluster)
  }

  private var provenance: [ReportFact] {
    var facts = [
      ReportFact("first", .text(a)), ReportFact("second", .text(b)),
      ReportFact("data", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256.short)")),
    ]
    if let bootstrap = result.bootstrap { facts.append(ReportFact("seed", .text(String(bootstrap.seed)))) }
    facts.append(ReportFact("made with", .text("parlance \(version)")))
    return facts
  }
}

extension ModelComparison.Test {
  /// Where p comes from, in print.
  var words: String {
    switch kind {
    case .bootstrap: "p from the same resamples"
    case .exactSignFlips: "p from all \(count) ways to exchange the models within clusters"
    case .drawnSignFlips: "p from \(count) drawn ways to exchange the models within clusters"
    }
  }
}

extension MetricDifference {
  /// The difference with its interval.
  var reportValue: ReportValue { .estimate(difference, low: low, high: high, style: .signed(3)) }
}

extension BootstrapSummary {
  /// What the intervals are, in print.
  func words(cluster: String?) -> String {
    let unit = cluster.map { "\(unitCount) clusters by \($0)" } ?? "rows"
    let method = interval == .bca ? "BCa " : ""
    return "\(confidence.percentText) \(method)intervals from \(resampleCount) resamples of \(unit)"
  }
}
