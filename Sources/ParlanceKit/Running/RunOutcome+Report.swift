internal import Classifiers
internal import Evaluation
public import Reports
internal import Reproducibility

extension RunOutcome {
  /// The run for eyes: what was asked, what is wrong with the data, how well it does, whom it compares, and what it cannot tell.
  public func report(of plan: RunPlan) -> Report {
    let evaluation = evaluation.report
    return Report(
      title: plan.name, subtitle: "\(evaluation.title). \(evaluation.subtitle ?? "")",
      summary: evaluation.summary,
      sections: [asked(plan), findings].compactMap(\.self) + evaluation.sections + [mistakes].compactMap(\.self)
        + comparisons + [RunMethods(self, plan: plan).section],
      provenance: evaluation.provenance)
  }

  private func asked(_ plan: RunPlan) -> ReportSection {
    let configuration = evaluation.configuration
    var facts = [
      ReportFact("corpus", .text(data.name), note: "\(data.rows) rows, \(data.filtered) left out by --where"),
      ReportFact(
        "classes", .text(model.classes.names.joined(separator: ", ")), note: "positive: \(model.classes.positive)"),
      ReportFact("features", .text(configuration.features.blocks.map(\.name).joined(separator: ", "))),
      ReportFact("C", .number(configuration.model.inverseRegularization, .significant(4))),
      ReportFact("folds", .text(plan.validation.splitDescription)),
    ]
    if let cluster = plan.evaluation.clusterColumn { facts.append(ReportFact("intervals over", .text(cluster))) }
    return ReportSection(heading: "What was asked", blocks: [.facts(facts)])
  }

  private var findings: ReportSection? {
    guard let audit else { return nil }
    guard !audit.findings.isEmpty else {
      return ReportSection(
        heading: "Data", blocks: [.paragraph("The audit found nothing wrong with the corpus and its folds.")])
    }
    return ReportSection(
      heading: "Data",
      blocks: [
        .table(
          ReportTable(
            caption: "What the audit found", columns: ["type", "severity", "finding"].map { ReportColumn($0) },
            rows: audit.findings.map { [.text($0.type.rawValue), .text($0.severity.rawValue), .text($0.message)] }))
      ])
  }

  /// The most confident mistakes, with their texts.
  private var mistakes: ReportSection? {
    guard case .statements(let corpus) = examples.dataset.content, model.classes.count == 2 else { return nil }
    let positive = model.classes.positiveIndex
    let wrong = scores.rows.filter { row in
      (row.probability >= threshold) != (examples.labels[row.number] == positive)
    }.sorted { abs($0.probability - threshold) > abs($1.probability - threshold) }
    guard !wrong.isEmpty else { return nil }
    let texts = corpus.texts
    return ReportSection(
      heading: "Errors worth reading",
      blocks: [
        .table(
          ReportTable(
            caption: "The most confident of \(wrong.count) mistakes, by models that had not seen the statement",
            columns: ["id", "text", "label", model.classes.positive, "fold"].map { ReportColumn($0) },
            rows: wrong.prefix(Self.mistakesShown).map { row in
              [
                .text(row.id), .text(texts[row.number]), .text(model.classes.names[examples.labels[row.number]]),
                .number(row.probability, .decimals(3)), .text(row.fold),
              ]
            }))
      ])
  }

  private static let mistakesShown = 20

  private var threshold: Double { evaluation.result.threshold ?? 0.5 }

  /// The comparisons' sections, each said to be what it is of.
  private var comparisons: [ReportSection] {
    let parts = [("Actors", comparison?.report), ("Over time", series?.report), ("Words", keywords?.report)]
    return parts.flatMap { name, report in
      (report?.sections ?? []).map { ReportSection(heading: "\(name): \($0.heading)", blocks: $0.blocks) }
    }
  }
}
