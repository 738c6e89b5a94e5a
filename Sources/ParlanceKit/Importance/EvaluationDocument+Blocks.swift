internal import Evaluation
internal import Reports

/// What blocks of features are worth, for eyes.
extension EvaluationDocument {
  /// Designs with blocks left out.
  var ablationSection: ReportSection? {
    guard let ablation, !ablation.isEmpty else { return nil }
    return ReportSection(
      heading: "With blocks of features left out",
      blocks: [
        .table(
          ReportTable(
            caption: "Each design trained anew on the same folds; differences to the first row with \(pairedWords)"
              + (ablation.lazy.compactMap(\.test).first.map { "; \($0.words)" } ?? ""),
            columns: ["features", "ROC AUC", "difference", "p", "log loss, difference"]
              .map { ReportColumn($0) },
            rows: ablation.map { design in
              let difference = design.difference
              return [
                .text(design.features), design.metrics[.rocAUC].plainValue,
                difference?[.rocAUC].reportValue ?? .missing,
                .estimate(difference?[.rocAUC].p, style: .significant(3)),
                difference?[.logLoss].reportValue ?? .missing,
              ]
            }))
      ])
  }

  /// What is lost where a block tells nothing.
  var importanceSection: ReportSection? {
    guard let importance, let first = importance.first else { return nil }
    return ReportSection(
      heading: "What each block of features is worth to the model",
      blocks: [
        .table(
          ReportTable(
            caption:
              "ROC AUC lost when a block's rows change places among the rows of a fold, mean of \(first.repeats) times, "
              + "with \(pairedWords)",
            columns: ["block", "ROC AUC lost"].map { ReportColumn($0) },
            rows: importance.map {
              [.text($0.block), .estimate($0.loss, low: $0.low, high: $0.high, style: .signed(3))]
            }))
      ])
  }

  private var pairedWords: String {
    result.bootstrap?.words(cluster: cluster) ?? "no intervals (none were asked for)"
  }
}
