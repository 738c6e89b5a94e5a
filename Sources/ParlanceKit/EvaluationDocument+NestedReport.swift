internal import Evaluation
internal import Reports

extension EvaluationDocument {
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
