internal import Evaluation
internal import Reports

/// What cross-validations tell of uncertainty beside the pooled figures' intervals.
extension EvaluationDocument {
  /// Beneath the folds' own figures, their means.
  var foldwiseBlocks: [ReportBlock] {
    guard let foldwise, folds.count > 1 else { return [] }
    return [
      .table(
        ReportTable(
          caption:
            "Means over folds with \(foldwise.confidence.percentText) intervals that allow for shared training rows (Nadeau and Bengio 2003)",
          columns: ["figure", "mean", "standard error", "folds"].map { ReportColumn($0) },
          rows: [Metric.rocAUC, .f1, .accuracy, .logLoss, .brier].map { metric in
            let figure = foldwise.metrics[metric]
            return [
              .text(metric.title), .estimate(figure.mean, low: figure.low, high: figure.high),
              .estimate(figure.standardError), .count(figure.folds),
            ]
          }))
    ]
  }

  /// What permuted labels give.
  var permutationSection: ReportSection? {
    guard let permutation else { return nil }
    return ReportSection(
      heading: "Whether there is anything to learn",
      blocks: [
        .table(
          ReportTable(
            caption: "Everything run again on \(permutation.count) permutations of the labels (\(permutation.scheme))",
            columns: ["figure", "true labels", "permuted, mean", "p"].map { ReportColumn($0) },
            rows: [Metric.rocAUC, .averagePrecision, .f1, .accuracy, .mcc, .logLoss, .brier].map { metric in
              let figure = permutation.metrics[metric]
              return [
                .text(metric.title), .estimate(figure.value), .estimate(figure.nullMean),
                .estimate(figure.p, style: .significant(3)),
              ]
            }))
      ])
  }
}
