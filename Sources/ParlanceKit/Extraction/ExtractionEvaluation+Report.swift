internal import Evaluation
internal import Quotation
public import Reports
internal import Reproducibility

extension ExtractionEvaluation {
  /// How many missed, spurious and differing attributions a report shows where nobody says otherwise.
  public static let shownByDefault = 10

  /// The document for eyes.
  ///
  /// - Parameter shown: how many missed, spurious and differing attributions to show of each; the longest are shown.
  public func report(showing shown: Int = shownByDefault) -> Report {
    Report(
      title:
        "Extraction in \(FilePath.lastComponent(of: predicted.source.name)) against \(FilePath.lastComponent(of: gold.source.name))",
      subtitle: "spans that overlap count by the F1 of their words; 1 is perfect",
      summary: [
        ReportFact("statements, F1", overall.content.overlap.f1.reportValue),
        ReportFact("statements exact, F1", overall.content.exact.f1.reportValue),
        ReportFact("actors right", overall.actor.accuracy.reportValue),
        ReportFact("gold", .count(overall.gold)),
        ReportFact("predicted", .count(overall.predicted)),
      ],
      sections: [spans, telling, byKind, confusions, byArticle, misses(shown), reading].compactMap { $0 },
      provenance: provenance)
  }

  private var spans: ReportSection {
    let rows: [(String, RetrievalFigures)] = [
      ("statements, overlapping", overall.content.overlap), ("statements, exact", overall.content.exact),
      ("cues, overlapping", overall.cue.overlap), ("cues, exact", overall.cue.exact),
      ("speakers as written, overlapping", overall.speaker.overlap),
      ("speakers as written, exact", overall.speaker.exact),
    ]
    return ReportSection(
      heading: "What was found",
      blocks: [
        .table(
          ReportTable(
            caption: "Cues and speakers as written: in the \(overall.pairs) pairs of a gold and a predicted statement",
            columns: ["", "precision", "recall", "F1"].map { ReportColumn($0) },
            rows: rows.map { name, figures in
              [.text(name), figures.precision.reportValue, figures.recall.reportValue, figures.f1.reportValue]
            }))
      ])
  }

  private var telling: ReportSection {
    let rows: [(String, ExtractionFigures.Telling)] = [
      ("actor", overall.actor), ("addressee", overall.addressee), ("kind", overall.kind), ("voice", overall.voice),
    ]
    return ReportSection(
      heading: "What was told right of the pairs",
      blocks: [
        .table(
          ReportTable(
            caption: "Of: pairs whose gold one says so. Added: pairs whose predicted one alone says so",
            columns: ["", "accuracy", "right", "of", "added"].map { ReportColumn($0) },
            rows: rows.map { name, telling in
              [
                .text(name), telling.accuracy.reportValue, .count(telling.right), .count(telling.stated),
                telling.added.map { .count($0) } ?? .missing,
              ]
            }))
      ])
  }

  private var byKind: ReportSection {
    ReportSection(
      heading: "Kind by kind",
      blocks: [
        .table(
          ReportTable(
            caption:
              "Overlapping statements. Recall is over gold ones of the kind, precision over predicted ones of the kind",
            columns: ["kind", "gold", "predicted", "precision", "recall", "F1", "actors right"].map {
              ReportColumn($0)
            },
            rows: kinds.map { row($0.kind, $0.figures, main: \.reportValue) }))
      ])
  }

  private var byArticle: ReportSection {
    ReportSection(
      heading: "Article by article",
      blocks: [
        .table(
          ReportTable(
            caption: "Overlapping statements",
            columns: ["article", "gold", "predicted", "precision", "recall", "F1", "actors right"].map {
              ReportColumn($0)
            },
            rows: articles.map { row($0.article, $0.figures, main: \.plainValue) }))
      ])
  }

  /// A row of a table; intervals of all figures would not go beside each other.
  private func row(
    _ name: String, _ figures: ExtractionFigures, main: (MetricValue) -> ReportValue
  ) -> [ReportValue] {
    let overlap = figures.content.overlap
    return [
      .text(name), .count(figures.gold), .count(figures.predicted), overlap.precision.plainValue,
      overlap.recall.plainValue, main(overlap.f1), main(figures.actor.accuracy),
    ]
  }

  private var confusions: ReportSection? {
    let figures = [("Kinds", kindConfusion), ("Voices", voiceConfusion)].filter { $0.1.total > 0 }.map { name, table in
      ReportBlock.figure(
        ReportFigure(
          title: name, caption: "The gold's down, predicted ones across, in pairs that have both.",
          drawing: .confusion(
            ReportFigure.Confusion(
              labels: table.labels, counts: table.counts.map { row in row.map { Int($0) } }))))
    }
    return figures.isEmpty ? nil : ReportSection(heading: "What was taken for what", blocks: figures)
  }

  private var reading: ReportSection? {
    let warnings = notes + [bootstrap?.note].compactMap { $0 }
    return warnings.isEmpty
      ? nil : ReportSection(heading: "What to keep in mind", blocks: warnings.map(ReportBlock.warning))
  }

  private var provenance: [ReportFact] {
    var facts = [("gold", gold), ("predicted", predicted)].map { name, side in
      ReportFact(
        name,
        .text(
          "\(side.source.name), \(side.attributions) attributions in \(side.articles) articles, "
            + "SHA-256 \(side.source.sha256.short)"))
    }
    if let bootstrap {
      facts.append(
        ReportFact(
          "intervals",
          .text(
            "\(bootstrap.confidence.percentText) from \(bootstrap.resampleCount) resamples of \(bootstrap.unitCount) articles, seed \(bootstrap.seed)"
          )))
    }
    facts.append(ReportFact("made with", .text("parlance \(version)")))
    return facts
  }
}
