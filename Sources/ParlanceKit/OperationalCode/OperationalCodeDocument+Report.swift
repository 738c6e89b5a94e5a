internal import Evaluation
internal import OperationalCode
public import Reports
internal import Reproducibility

extension OperationalCodeDocument {
  /// The document for eyes.
  public var report: Report {
    Report(
      title: "Operational code by \(by)",
      subtitle: "Verbs of the speaker and of others in six classes, from punish to reward, and their indices",
      sections: [figures, means, counts, reading].compactMap { $0 },
      provenance: [
        ReportFact("data", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256.short)")),
        ReportFact(
          "intervals",
          .text(
            resamples == 0
              ? "none"
              : "\(ReportNumber.text(confidence, .percent(0))), \(resamples) resamples of "
                + "\(cluster.map { "speeches by \($0)" } ?? "rows"), seed \(seed)")),
        ReportFact("variety of verbs", .text(diversity.rawValue)),
        ReportFact("made with", .text("parlance \(version)")),
      ])
  }

  private func table(_ caption: String, _ indices: [(OperationalIndex, String)]) -> ReportBlock {
    .table(
      ReportTable(
        caption: caption, columns: ([by] + indices.map(\.1)).map { ReportColumn($0) },
        rows: groups.map { group in
          [.text(group.group)]
            + indices.map {
              let value = group.indices[$0.0]
              return .estimate(value.value, low: value.low, high: value.high, style: .decimals(2))
            }
        }))
  }

  private var figures: ReportSection {
    ReportSection(
      heading: "Indices",
      blocks: [
        table(
          "Direction and intensity, from -1 (conflict) to 1 (cooperation): P of others, I of the speaker",
          [(.p1, "P-1"), (.p2, "P-2"), (.i1, "I-1"), (.i2, "I-2")]),
        table(
          "The political future: predictable (P-3), in the speaker's hands (P-4), left to chance (P-5)",
          [(.p3, "P-3"), (.p4, "P-4"), (.p5, "P-5")]),
        table(
          "The speaker: averse to risk (I-3), changing direction (I-4a), changing between words and deeds (I-4b)",
          [(.i3, "I-3"), (.i4a, "I-4a"), (.i4b, "I-4b")]),
      ])
  }

  private var means: ReportSection {
    let shares: [OperationalIndex] = [.i5Punish, .i5Threaten, .i5Oppose, .i5Appeal, .i5Promise, .i5Reward]
    return ReportSection(
      heading: "Means (I-5)",
      blocks: [
        .table(
          ReportTable(
            caption: "Shares of the speaker's verbs",
            columns: ([by] + VerbClass.allCases.map(\.rawValue)).map { ReportColumn($0) },
            rows: groups.map { group in
              [.text(group.group)] + shares.map { .estimate(group.indices[$0].value, style: .decimals(3)) }
            }))
      ])
  }

  private var counts: ReportSection {
    let texts = ReportTable(
      caption: "What the counts were made from",
      columns: [by, "statements", "words", "speeches", "verbs", ""].map { ReportColumn($0) },
      rows: groups.map { group in
        [
          .text(group.group), .count(group.statements), group.words.map { .count($0) } ?? .missing,
          .count(group.speeches), .count(group.verbs),
          .text(group.isBelowMinimum ? "fewer than \(ReportNumber.text(minimumWords)) words" : ""),
        ]
      })
    return ReportSection(
      heading: "Counts",
      blocks: [.table(texts)]
        + VerbSubject.allCases.map { subject in
          .table(
            ReportTable(
              caption: subject == .speaker ? "Verbs of the speaker" : "Verbs of others",
              columns: ([by] + VerbClass.allCases.map(\.rawValue)).map { ReportColumn($0) },
              rows: groups.map { group in
                [.text(group.group)] + VerbClass.allCases.map { .count(group.counts[subject, $0]) }
              }))
        })
  }

  private var reading: ReportSection? {
    notes.isEmpty
      ? nil : ReportSection(heading: "What to keep in mind", blocks: notes.map(ReportBlock.warning))
  }
}
