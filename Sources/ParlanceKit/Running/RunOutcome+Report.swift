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

  /// The statements that were tested, the most confident mistakes first, and what other thresholds would decide.
  private var mistakes: ReportSection? {
    guard case .statements(let corpus) = examples.dataset.content, model.classes.count == 2 else { return nil }
    let (names, positive) = (model.classes.names, model.classes.positiveIndex)
    let (texts, actors, dates) = (corpus.texts, corpus.actors, corpus.dates)
    let rows = scores.rows.map { row in
      ReportStatements.Row(
        id: row.id, text: texts[row.number], actor: actors?[row.number], date: dates?[row.number],
        label: names[examples.labels[row.number]],
        predicted: names[row.probability >= threshold ? positive : 1 - positive], probability: row.probability,
        fold: row.fold)
    }
    return ReportSection(
      heading: "Errors worth reading",
      blocks: [
        .statements(
          ReportStatements(
            caption: "Statements, scored by models that had not seen them", rows: rows, positive: names[positive],
            threshold: threshold)),
        .threshold(
          ReportThreshold(
            positive: names[positive], negative: names[1 - positive], threshold: threshold,
            positiveCounts: counts(ofClass: positive), negativeCounts: counts(ofClass: 1 - positive))),
      ])
  }

  /// How many statements of a class have a score in each of equally wide bins.
  private func counts(ofClass label: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: Self.binCount)
    for row in scores.rows where examples.labels[row.number] == label {
      counts[min(Self.binCount - 1, Int(row.probability * Double(Self.binCount)))] += 1
    }
    return counts
  }

  private static let binCount = 200

  private var threshold: Double { evaluation.result.threshold ?? 0.5 }

  /// The comparisons' sections, each said to be what it is of.
  private var comparisons: [ReportSection] {
    let parts = [("Actors", comparison?.report), ("Over time", series?.report), ("Words", keywords?.report)]
    return parts.flatMap { name, report in
      (report?.sections ?? []).map { ReportSection(heading: "\(name): \($0.heading)", blocks: $0.blocks) }
    }
  }
}
