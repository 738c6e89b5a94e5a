internal import Reproducibility
public import Reports

extension PredictionDocument {
  /// How many statements of an actor are shown.
  private static let mostStatements = 20
  /// How many actors' statements are shown.
  private static let mostActors = 50

  /// The predictions for eyes: each actor's mean, and the statements with their scores.
  public var report: Report {
    let measure = positive.map { "probability of “\($0)”" } ?? "probability of the positive class"
    let all = actors.flatMap { actor in actor.statements }
    let mean = all.reduce(0) { $0 + $1.probability } / Double(max(1, all.count))
    return Report(
      title: "What was said, and how it scores",
      subtitle: "The score is the \(measure), statement by statement",
      summary: [
        ReportFact("statements", .count(rows)), ReportFact("actors", .count(actors.count { !$0.actor.isEmpty })),
        ReportFact("mean score", .number(mean, .decimals(3))),
      ],
      sections: [
        ReportSection(heading: "By actor", blocks: [.table(actorTable)]),
        ReportSection(heading: "Statements", blocks: statementTable),
      ],
      provenance: [
        ReportFact("predictions", .text("\(source), \(rows) rows, SHA-256 \(sha256.short)"))
      ])
  }

  private static func name(of actor: Actor) -> String { actor.actor.isEmpty ? "nobody is named" : actor.actor }

  private var actorTable: ReportTable {
    let others = positive.map { "called \($0)" } ?? "called positive"
    return ReportTable(
      caption: "The mean score of each actor's statements, the highest first",
      columns: [
        ReportColumn("actor"), ReportColumn("statements"), ReportColumn(others), ReportColumn("mean"),
        ReportColumn("lowest"), ReportColumn("highest"),
      ],
      rows: actors.map { actor in
        [
          .text(Self.name(of: actor)), .count(actor.statements.count),
          .count(actor.statements.count { $0.label == positive && positive != nil }), .share(actor.mean),
          .number(actor.statements.last?.probability ?? 0, .decimals(3)),
          .number(actor.statements.first?.probability ?? 0, .decimals(3)),
        ]
      })
  }

  private var statementTable: [ReportBlock] {
    let shown = actors.prefix(Self.mostActors).flatMap { actor in
      actor.statements.prefix(Self.mostStatements).map { (actor, $0) }
    }
    let table = ReportTable(
      caption: "Each actor's statements, the highest score first",
      columns: [ReportColumn("actor"), ReportColumn("score"), ReportColumn("statement")],
      rows: shown.map { actor, statement in
        [.text(Self.name(of: actor)), .number(statement.probability, .decimals(3)), .text(statement.text)]
      })
    let more = rows - shown.count
    return [.table(table)] + (more > 0 ? [.note("\(more) more statements are not shown; --format json has all")] : [])
  }
}
