internal import Evaluation
public import Reports

extension AuditDocument {
  /// The audit for eyes.
  public var report: Report {
    Report(
      title: "Audit of \(FilePath.lastComponent(of: data.name))",
      subtitle: "What may make the figures of this experiment better than they ought to be",
      summary: summary,
      sections: [findingSection, baselineSection, probeSection, matrixSection, checkSection].compactMap { $0 },
      provenance: [
        ReportFact("data", .text(data.name)), ReportFact("SHA-256", .text(data.sha256.hexadecimal)),
        ReportFact("split", .text(split)), ReportFact("fold plan", .text(foldPlan.hexadecimal)),
      ])
  }

  private var summary: [ReportFact] {
    AuditFinding.Severity.allCases.reversed().map { severity in
      ReportFact("\(severity.rawValue) findings", .count(findings.count { $0.severity == severity }))
    } + [ReportFact("checks made", .count(checks.count { $0.outcome != .notMade }))]
  }

  private var findingSection: ReportSection {
    guard !findings.isEmpty else {
      return ReportSection(heading: "Findings", blocks: [.paragraph("Nothing was found.")])
    }
    let blocks = findings.flatMap { finding -> [ReportBlock] in
      let text = "\(finding.type.rawValue), \(finding.type.title): \(finding.message)."
      let examples = finding.evidence.examples.prefix(3).joined(separator: "; ")
      return [
        finding.severity == .severe ? .warning("Severe. \(text)") : .paragraph("\(finding.severity.title). \(text)")
      ]
        + (examples.isEmpty ? [] : [.note("for example: \(examples)")])
    }
    return ReportSection(heading: "Findings", blocks: blocks + notes.map { .note($0) })
  }

  private var baselineSection: ReportSection {
    let table = ReportTable(
      caption: "Area under the ROC curve on the same folds",
      columns: [ReportColumn("what is looked at"), ReportColumn("AUC"), ReportColumn("95 % interval")],
      rows: baselines.map { [.text(Self.title(ofBaseline: $0.name)), $0.rocAUC.reported, $0.rocAUC.reportedInterval] })
    return ReportSection(heading: "The model beside what does not read", blocks: [.table(table)])
  }

  private static func title(ofBaseline name: String) -> String {
    switch name {
    case "model": "the audited model"
    case "majority": "nothing (class shares)"
    case "length": "how long a statement is"
    case "form": "how it is written"
    case "actor": "who speaks"
    default: name
    }
  }

  private var probeSection: ReportSection? {
    guard let probe = shortcutProbe else { return nil }
    var rows: [[ReportValue]] = []
    if let speaker = probe.speaker {
      rows.append([
        .text(
          "telling \(speaker.actors) speakers apart (accuracy; always the most frequent: "
            + "\(ReportNumber.text(speaker.majority, .decimals(3))))"), speaker.accuracy.reported,
        speaker.accuracy.reportedInterval,
      ])
    }
    if let seen = probe.unseenActors {
      rows.append([.text("AUC, actors seen in training"), seen.first.reported, seen.first.reportedInterval])
      rows.append([.text("AUC, actors not seen"), seen.second.reported, seen.second.reportedInterval])
      rows.append([
        .text("shortcut index (the difference)"), seen.difference.reported, seen.difference.reportedInterval,
      ])
    }
    if let masked = probe.maskedNames {
      rows.append([
        .text("AUC, actors not seen, names masked"), masked.second.reported, masked.second.reportedInterval,
      ])
      rows.append([
        .text("what names of \(probe.masks.joined(separator: ", ")) were worth"), masked.difference.reported,
        masked.difference.reportedInterval,
      ])
    }
    return ReportSection(
      heading: "Does it learn who speaks?",
      blocks: [
        .table(
          ReportTable(
            caption: "Shortcut probe",
            columns: [ReportColumn("question"), ReportColumn("figure"), ReportColumn("interval")],
            rows: rows))
      ])
  }

  private var matrixSection: ReportSection? {
    guard let matrix = generalizationMatrix else { return nil }
    let rows = matrix.cells.map { cell -> [ReportValue] in
      [
        .text(cell.isSeenActor ? "seen" : "unseen"),
        .text(cell.isFuture ? "from \(matrix.start)" : "before \(matrix.start)"),
        .count(cell.rows), .count(cell.actors), cell.rocAUC?.reported ?? .missing,
        cell.rocAUC?.reportedInterval ?? .missing,
      ]
    }
    return ReportSection(
      heading: "Where it generalises to",
      blocks: [
        .table(
          ReportTable(
            caption: "Trained on the past of other actors and of these",
            columns: ["actors are", "period", "rows", "actors", "AUC", "interval"].map { ReportColumn($0) }, rows: rows)
        )
      ])
  }

  private var checkSection: ReportSection {
    let rows = checks.map { check -> [ReportValue] in
      [.text(check.type.rawValue), .text(check.check), .text(check.outcome.title), .text(check.reason ?? "")]
    }
    return ReportSection(
      heading: "What was looked for",
      blocks: [
        .table(
          ReportTable(
            caption: "Types as in Kapoor and Narayanan 2023",
            columns: ["type", "check", "outcome", "why"].map { ReportColumn($0) }, rows: rows))
      ])
  }
}

extension AuditFinding.Severity {
  fileprivate var title: String {
    switch self {
    case .notice: "Notice"
    case .warning: "Warning"
    case .severe: "Severe"
    }
  }
}

extension AuditCheck.Outcome {
  fileprivate var title: String {
    switch self {
    case .clear: "clear"
    case .found: "found"
    case .notMade: "not made"
    }
  }
}

extension MetricValue {
  fileprivate var reported: ReportValue { value.map { .number($0, .decimals(3)) } ?? .missing }

  fileprivate var reportedInterval: ReportValue {
    guard let low, let high else { return .missing }
    return .text("\(ReportNumber.text(low, .decimals(3))) to \(ReportNumber.text(high, .decimals(3)))")
  }
}
