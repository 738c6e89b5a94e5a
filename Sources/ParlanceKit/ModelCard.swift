internal import Classifiers
public import Reports
internal import Reproducibility

extension TrainedModel {
  /// The model's card: what it is, what it learnt from, how its recipe does on what it has not seen, what it may be used for.
  ///
  /// - Parameter evaluations: results of the same recipe, which `checkEvaluations` let pass.
  public func card(path: String, evaluations: [EvaluationDocument] = []) -> Report {
    let report = record.fitReport
    let data = record.trainingData
    let features = strongestFeatures(count: EvaluationDocument.strongestFeatureCount)
    return Report(
      title: "Model card: \(FilePath.lastComponent(of: path))",
      subtitle: "The score is the probability of “\(classes.positive)”",
      summary: [
        ReportFact("classes", .text(classes.names.joined(separator: ", "))),
        ReportFact("features", .count(space.featureCount)),
        ReportFact("trained on", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256)")),
        ReportFact("made with", .text("parlance \(record.version)")),
      ],
      sections: [
        ReportSection(heading: "Configuration", blocks: [.facts(record.configuration.facts)]),
        ReportSection(
          heading: "Fit",
          blocks: [
            .facts(
              [
                ReportFact("solver", .text(report.solver.rawValue), note: report.solverReason),
                ReportFact("outcome", .text(report.outcome.rawValue), note: "after \(report.iterations) iterations"),
                ReportFact("objective", .number(report.objective, .significant(6))),
                ReportFact(
                  "duality gap", .number(report.dualityGap, .significant(2)), note: "at most this far from the optimum"),
                ReportFact("linear algebra", .text(record.algebra)),
              ] + report.correctionFacts + (record.calibration.map { [$0.fact] } ?? []))
          ] + report.warnings.map(ReportBlock.warning)),
      ] + EvaluationDocument.cardSections(evaluations) + [
        ReportSection(
          heading: "Strongest features",
          blocks: [
            .table(
              ReportTable(
                caption: "Weights for the log-odds of \(classes.positive)",
                columns: [ReportColumn("feature"), ReportColumn("block"), ReportColumn("weight")],
                rows: features.map { [.text($0.name), .text($0.block), .number($0.weight, .signed(3))] }))
          ] + (record.stability.map { [.table($0.table(positive: classes.positive))] } ?? [])),
        ReportSection(
          heading: "Use",
          blocks: [
            .paragraph(
              "The model scores how a statement is worded, as its training labels have it. It measures nobody's intent and "
                + "forecasts no events. Before relying on it for other speakers, topics or years, evaluate it on labelled "
                + "statements of theirs: parlance evaluate MODEL CORPUS, or parlance crossvalidate with whole speakers, topics or "
                + "years left out.")
          ]),
      ])
  }
}
