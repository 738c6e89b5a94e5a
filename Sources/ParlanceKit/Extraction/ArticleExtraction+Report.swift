internal import Quotation
public import Reports

extension ArticleExtraction {
  /// How many of the parts that were left out are listed.
  private static let mostLeftOut = 20
  /// How many actors are named at the top.
  private static let mostActors = 6

  /// The article with its statements marked, for eyes; nil where there is no article.
  public var report: Report? {
    guard let article else { return nil }
    var sections = [
      ReportSection(
        heading: "The article",
        blocks: statements.isEmpty
          ? [.note("no statement was found"), .figure(markedText(of: article, title: "Its paragraphs"))]
          : [
            .figure(
              markedText(
                of: article,
                title: "speaker → actor · cue · to whom · kind, voice · rule, confidence"))
          ])
    ]
    if !article.leftOut.isEmpty {
      sections.append(ReportSection(heading: "Left out", blocks: leftOut(of: article)))
    }
    return Report(
      title: article.title ?? article.name,
      subtitle: [article.name, article.date, article.language].compactMap(\.self).joined(separator: " · "),
      summary: facts, sections: sections)
  }

  private var facts: [ReportFact] {
    let kinds = Attribution.Kind.allCases.map { kind in
      "\(statements.count { $0.kind == kind }) \(kind.rawValue)"
    }
    var actors: [String: Int] = [:]
    for statement in statements where !statement.actor.isEmpty { actors[statement.actor, default: 0] += 1 }
    let ranked = actors.keys.sorted { (-(actors[$0] ?? 0), $0) < (-(actors[$1] ?? 0), $1) }
    var names = ranked.prefix(Self.mostActors).map { "\($0) (\(actors[$0] ?? 0))" }
    if ranked.count > Self.mostActors { names.append("\(ranked.count - Self.mostActors) more") }
    var facts = [
      ReportFact("statements", .count(statements.count), note: statements.isEmpty ? nil : kinds.joined(separator: ", "))
    ]
    if !names.isEmpty { facts.append(ReportFact("actors", .text(names.joined(separator: ", ")))) }
    if omittedCount > 0 {
      facts.append(ReportFact("left out", .count(omittedCount), note: "statements of too little confidence"))
    }
    return facts
  }

  private func leftOut(of article: Article) -> [ReportBlock] {
    let rows = article.leftOut.prefix(Self.mostLeftOut).map { [ReportValue.text($0.reason), .text($0.excerpt)] }
    let table = ReportTable(
      caption: "What stands around the article and is no part of it",
      columns: ["Why", "How it begins"].map { ReportColumn($0) },
      rows: Array(rows))
    let more = article.leftOut.count - rows.count
    return [.table(table)] + (more > 0 ? [.note("\(more) more parts were left out")] : [])
  }
}
