internal import OperationalCode
public import Reports
internal import Reproducibility

extension EventDocument {
  /// What the four kinds of events are called, in their order.
  static let quadTitles = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

  /// The document for eyes.
  public var report: Report {
    let columns = [by, "events", "mean", "sum"] + Self.quadTitles
    return Report(
      title: "Coded events by \(by)",
      subtitle: "Scores from -10, conflict, to 10, cooperation; the mean hides how many events there are",
      sections: [
        ReportSection(
          heading: "Events",
          blocks: [
            .table(
              ReportTable(
                caption: "", columns: columns.map { ReportColumn($0) },
                rows: groups.map { group in
                  [
                    .text(group.group), .count(group.events), .estimate(group.mean, style: .decimals(2)),
                    .number(group.sum, .decimals(1)),
                  ] + group.quads.map { .count($0) }
                }))
          ] + warnings)
      ],
      provenance: [
        ReportFact("data", .text("\(data.name), \(data.rows) events, SHA-256 \(data.sha256.short)")),
        ReportFact("codes", .text(scheme == .cameo ? "CAMEO, scores of GDELT's table" : "PLOVER")),
        ReportFact("made with", .text("parlance \(version)")),
      ])
  }

  private var warnings: [ReportBlock] {
    let unscored = groups.reduce(0) { $0 + $1.events - $1.scored }
    var blocks: [ReportBlock] = []
    if unknown > 0 { blocks.append(.warning("\(unknown) rows with an unknown code are left out")) }
    if unscored > 0 {
      blocks.append(.warning("\(unscored) events have no score (ACCUSE): they count, and the mean is without them"))
    }
    return blocks
  }
}
