internal import Evaluation
internal import Reports

extension EvaluationDocument {
  /// Calibration group by group; nil where it was not asked for.
  var groupSection: ReportSection? {
    guard let groups, !groups.isEmpty else { return nil }
    return ReportSection(
      heading: "Whether probabilities hold for each of them",
      blocks: [
        .table(
          ReportTable(
            caption: "Share that is \(result.positive), with Wilson's interval, beside the mean predicted probability",
            columns: ["group", "rows", "observed", "predicted", "difference"].map { ReportColumn($0) },
            rows: groups.map { group in
              [
                .text(group.group), .count(group.rows), group.observed.reportValue,
                .number(group.meanPredicted, .decimals(3)), .number(group.difference, .signed(3)),
              ]
            }))
      ])
  }

  /// What was chosen inside each fold; nil where nothing was.
  var nestedSection: ReportSection? {
    guard let nested, let settings = folds.first?.chosen, !settings.isEmpty else { return nil }
    return ReportSection(
      heading: "Settings chosen inside each fold",
      blocks: [
        .table(
          ReportTable(
            caption: "Of \(nested.settings) settings, by \(nested.metric.title) over the inner folds",
            columns: [ReportColumn("fold")] + settings.map { ReportColumn($0.name) }
              + [ReportColumn("\(nested.metric.title) inside")],
            rows: folds.map { fold in
              [.text(fold.name)] + (fold.chosen ?? []).map { .text($0.value) } + [
                fold.innerValue.map { .number($0, .decimals(3)) } ?? .missing
              ]
            }))
      ])
  }
}
