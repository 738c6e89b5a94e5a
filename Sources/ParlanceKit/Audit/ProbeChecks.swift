internal import Evaluation
internal import Reports

/// What the shortcut probe says, as findings.
struct ProbeChecks {
  let experiment: AuditedExperiment
  let probe: ShortcutProbe?

  /// A loss of this much of the area under the ROC curve is worth a warning where its interval leaves zero out, and of the second
  /// is severe.
  private static let losses = (warning: 0.03, severe: 0.1)

  func outcomes() -> [AuditOutcome] {
    guard experiment.request.makesProbes else {
      return [.notMade(.illegitimateFeatures, "the model knows the actors", because: "--no-probes was asked for")]
    }
    return [
      loss(
        .dependence, check: "the model does worse on actors it has not seen", probe?.unseenActors,
        message: "on actors that are not in the training rows the AUC is lower by",
        advice: "report the figure for unseen actors if that is what is claimed"),
      loss(
        .illegitimateFeatures, check: "names carry the model", probe?.maskedNames,
        message: "with the names of \(probe?.masks.joined(separator: " and ") ?? "") masked the AUC is lower by",
        advice: "--mask keeps a model from learning them"),
    ]
  }

  private func loss(
    _ type: LeakageType, check: String, _ comparison: ShortcutProbe.Comparison?, message: String, advice: String
  ) -> AuditOutcome {
    guard let comparison, let value = comparison.difference.value else {
      return .notMade(type, check, because: "there are no actors or names to compare by")
    }
    let shown = ReportNumber.text(value, .signed(3))
    guard value >= Self.losses.warning, let low = comparison.difference.low, low > 0 else {
      return .clear(type, check, because: "difference of AUC \(shown)")
    }
    return .found(
      type, check, value >= Self.losses.severe ? .severe : .warning,
      "\(message) \(ReportNumber.text(value, .decimals(3))); \(advice)",
      evidence: AuditFinding.Evidence(
        figures: [
          AuditFinding.Figure("before", comparison.first.value, low: comparison.first.low, high: comparison.first.high),
          AuditFinding.Figure(
            "after", comparison.second.value, low: comparison.second.low, high: comparison.second.high),
          AuditFinding.Figure(
            "difference", value, low: comparison.difference.low, high: comparison.difference.high),
        ]))
  }
}
