internal import Evaluation
public import Reports
internal import Reproducibility

extension AgreementDocument {
  /// The document for eyes.
  public var report: Report {
    Report(
      title: "Agreement in \(FilePath.lastComponent(of: data.name))",
      subtitle: "Krippendorff's alpha, \(result.metric.rawValue) metric: 1 is perfect, 0 is chance",
      summary: [
        ReportFact("alpha", result.alpha.reportValue),
        ReportFact("raw agreement", result.rawAgreement.reportValue),
        ReportFact("units with two labels or more", .count(result.pairableUnits)),
        ReportFact("annotators", .count(result.coders)),
      ],
      sections: [figures, labels, pairs, reading].compactMap { $0 },
      provenance: provenance)
  }

  private var figures: ReportSection {
    var blocks: [ReportBlock] = [
      .facts([
        ReportFact(
          "Krippendorff's alpha", result.alpha.reportValue, note: "usual bars: .667 to go on, .800 to rely on"),
        ReportFact("raw agreement", result.rawAgreement.reportValue, note: "pairs within units that are of one label"),
        ReportFact(
          "unanimous units", .share(Double(result.unanimousUnits) / Double(max(1, result.pairableUnits)))),
        ReportFact("mean kappa of pairs", result.meanKappa.reportValue),
        ReportFact("observed disagreement", .estimate(result.observedDisagreement, style: .significant(4))),
        ReportFact("expected disagreement", .estimate(result.expectedDisagreement, style: .significant(4))),
      ])
    ]
    if let note = result.alpha.note { blocks.append(.note("alpha is undefined: \(note)")) }
    if let note = result.meanKappa.note { blocks.append(.note("mean kappa: \(note)")) }
    return ReportSection(heading: "How far annotators agree", blocks: blocks)
  }

  private var labels: ReportSection {
    ReportSection(
      heading: "Label by label",
      blocks: [
        .table(
          ReportTable(
            caption: "Agreement: of those who share a unit with a giver of the label, how many gave it too. "
              + "Alpha: the label against all others",
            columns: ["label", "given", "share", "agreement", "alpha"].map { ReportColumn($0) },
            rows: result.labels.map { label in
              [
                .text(label.label), .count(label.count), .share(label.share), label.agreement.reportValue,
                label.alpha.reportValue,
              ]
            }))
      ])
  }

  private var pairs: ReportSection? {
    guard !result.pairs.isEmpty else { return nil }
    return ReportSection(
      heading: "Annotators two by two",
      blocks: [
        .table(
          ReportTable(
            caption: "Cohen's kappa on the units that both labelled",
            columns: ["pair", "units", "agreement", "kappa"].map { ReportColumn($0) },
            rows: result.pairs.map { pair in
              [
                .text("\(pair.a) – \(pair.b)"), .count(pair.units), pair.agreement.reportValue, pair.kappa.reportValue,
              ]
            }))
      ])
  }

  private var reading: ReportSection? {
    let warnings = notes + [result.bootstrap?.note].compactMap { $0 }
    return warnings.isEmpty
      ? nil : ReportSection(heading: "What to keep in mind", blocks: warnings.map(ReportBlock.warning))
  }

  private var provenance: [ReportFact] {
    var facts = [
      ReportFact("data", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256.short)")),
      ReportFact("form", .text(form)),
    ]
    if let bootstrap = result.bootstrap {
      let unit = cluster.map { "\(bootstrap.unitCount) clusters by \($0)" } ?? "units"
      facts.append(
        ReportFact(
          "intervals",
          .text(
            "\(bootstrap.confidence.percentText) from \(bootstrap.resampleCount) resamples of \(unit), seed \(bootstrap.seed)"
          )
        ))
    }
    facts.append(ReportFact("made with", .text("parlance \(version)")))
    return facts
  }
}
