internal import Evaluation
internal import Reports

extension EvaluationDocument {
  /// What is reached without reading, beside the model.
  var baselineSection: ReportSection? {
    guard !baselines.isEmpty else { return nil }
    let metrics: [Metric] = [.rocAUC, .averagePrecision, .f1, .accuracy, .logLoss]
    let rows =
      [(name: "the model", metrics: result.metrics)]
      + baselines.map { (name: Self.words(for: $0.name), metrics: $0.metrics) }
    return ReportSection(
      heading: "Beside what does not read",
      blocks: [
        .table(
          ReportTable(
            caption: "On the same folds, each learnt from their training rows",
            columns: [ReportColumn("what is looked at")] + metrics.map { ReportColumn($0.title) },
            rows: rows.map { row in [.text(row.name)] + metrics.map { row.metrics[$0].plainValue } }))
      ])
  }

  private static func words(for baseline: String) -> String {
    switch baseline {
    case "majority": "class shares alone"
    case "length": "the length of the statement"
    case "actor": "who speaks"
    default: baseline
    }
  }

  /// Predicted beside observed shares, group by group.
  var groupSection: ReportSection? {
    guard let groups else { return nil }
    let rows = groups.groups.map { group -> [ReportValue] in
      [
        .text(group.name), .count(group.rows), .number(group.observed, .decimals(3)),
        .number(group.predicted, .decimals(3)),
        group.difference.reportValue,
      ]
    }
    return ReportSection(
      heading: "Whether scores mean the same for each \(groups.column)",
      blocks: [
        .facts([
          ReportFact(
            "rank correlation", groups.rankCorrelation.reportValue,
            note:
              "Spearman's, of predicted with observed shares over \(groups.rankedGroups) groups of \(groups.minimumRows) "
              + "statements or more")
        ]),
        .table(
          ReportTable(
            caption: "Share of “\(result.positive)” as labelled and as predicted",
            columns: [groups.column, "rows", "observed", "predicted", "predicted less observed"].map {
              ReportColumn($0)
            },
            rows: rows)),
      ] + (groups.rankCorrelation.note.map { [.note($0)] } ?? []))
  }
}
