internal import Classifiers
internal import Evaluation
internal import Reports

/// Drafts of what a paper says of a run: a paragraph of methods, and answers to questions of REFORMS (Kapoor and others 2024).
struct RunMethods {
  private let outcome: RunOutcome
  private let plan: RunPlan

  init(_ outcome: RunOutcome, plan: RunPlan) { (self.outcome, self.plan) = (outcome, plan) }

  /// The drafts, marked as such.
  var section: ReportSection {
    ReportSection(
      heading: "For the methods section",
      blocks: [
        .warning("These are drafts made from the record of the run: check and complete every sentence."),
        .paragraph(methods),
        .facts(answers.map { ReportFact($0.0, .text($0.1)) }),
      ])
  }

  private var methods: String {
    let (evaluation, model) = (outcome.evaluation, outcome.model)
    let configuration = evaluation.configuration
    let blocks = configuration.features.blocks.map(\.name).joined(separator: ", ")
    let area = evaluation.result.metrics[.rocAUC]
    let strength = ReportNumber.text(configuration.model.inverseRegularization, .significant(4))
    return "Statements (n = \(outcome.data.rows)) were represented by \(blocks) and classified as "
      + "\(model.classes.names.joined(separator: " or ")) by logistic regression with an \(configuration.model.penalty.rawValue) "
      + "penalty (C = \(strength)) in Parlance \(ProgramVersion.current). Features and weights were learnt from the training rows of each "
      + "fold alone (\(plan.validation.splitDescription)). Pooled over folds the area under the ROC curve was "
      + "\(area.reportValue.text) (\(plan.evaluation.options.confidence.percentText) interval, "
      + "\(plan.evaluation.options.resampleCount) bootstrap resamples of \(plan.evaluation.clusterColumn.map { "clusters by \($0)" } ?? "rows")). "
      + "The fit ended \(model.record.fitReport.outcome.rawValue)."
  }

  /// Questions whose answers the record has, or that only the authors can answer.
  private var answers: [(String, String)] {
    let findings = outcome.audit.map { audit in
      audit.findings.isEmpty ? "none found" : "\(audit.findings.count) findings, see Data"
    }
    return [
      ("1a population of interest", "to be filled in: whose statements, when, where"),
      ("2a data sources", "\(outcome.data.name), SHA-256 \(outcome.data.sha256)"),
      ("2d rows left out", "\(outcome.data.filtered) by --where, \(outcome.data.skipped) unreadable"),
      ("3a train and test split", plan.validation.splitDescription),
      ("4a leakage between them", findings ?? "not looked for (audit: false)"),
      ("5a metrics", "area under the ROC curve, F1, log loss, Brier score, calibration error"),
      ("5b uncertainty", plan.evaluation.clusterColumn.map { "resampled by \($0)" } ?? "resampled by row"),
      ("6a generalisability", "to be filled in: where else the figures may hold"),
      ("7a code", "parlance run, with the experiment and the manifest of this run"),
    ]
  }
}
