internal import Evaluation
public import Reports

/// Runs side by side.
public struct RunListing: Sendable {
  private let runs: [(folder: String, manifest: RunManifest)]

  /// Lists these runs, in their order.
  public init(_ runs: [(folder: String, manifest: RunManifest)]) { self.runs = runs }

  /// The list for eyes: a table of figures, and a drawing of one of them.
  public func report(title: String) -> Report {
    let metrics: [Metric] = [.rocAUC, .f1, .logLoss, .brier]
    let table = ReportTable(
      caption: "Figures of the cross-validations", columns: (["run"] + metrics.map(\.title)).map { ReportColumn($0) },
      rows: runs.map { run in
        [.text(run.folder)]
          + metrics.map { metric in .estimate(run.manifest.figures.first { $0.metric == metric }?.value) }
      })
    let drawing = ReportFigure(
      title: Metric.rocAUC.title, caption: "Of each run, pooled over its folds.",
      drawing: .estimates(
        .init(
          items: runs.map { run in
            .init(
              label: FilePath.lastComponent(of: run.folder),
              value: run.manifest.figures.first { $0.metric == .rocAUC }?.value)
          }, measure: Metric.rocAUC.title)))
    return Report(
      title: title, summary: [ReportFact("runs", .count(runs.count))],
      sections: [
        ReportSection(
          heading: "Figures", blocks: (runs.count > 1 ? [.figure(drawing)] : []) + [.table(table)])
      ])
  }
}
