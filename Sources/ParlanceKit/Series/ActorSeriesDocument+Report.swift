internal import Corpora
public import Reports
internal import Reproducibility

extension ActorSeriesDocument {
  /// More panels than a page shows well; all are in the rows and the JSON.
  private static let mostPanels = 12
  /// More rows of one actor than a reader looks through.
  private static let mostRows = 12

  /// The document for eyes.
  public var report: Report {
    Report(
      title: "\(measure.title.capitalizedFirst) by \(by), over time",
      subtitle: positive.map { "The score is the probability of “\($0)”" },
      summary: [
        ReportFact("followed", .count(actors.count)), ReportFact("statements", .count(statements)),
        ReportFact("clusters", .count(clusters), note: cluster.map { "by \($0)" } ?? "each statement by itself"),
        windowFact,
      ],
      sections: [series, changeSection, exchangeSection, reading].compactMap(\.self), provenance: provenance)
  }

  private var windowFact: ReportFact {
    guard let width else { return ReportFact("values by", .text(period?.rawValue ?? "")) }
    return ReportFact(
      "window", .text("\(width) days"), note: widths.isEmpty ? "as asked" : "predicts clusters left out best")
  }

  private var series: ReportSection {
    let shown = actors.prefix(Self.mostPanels)
    var blocks: [ReportBlock] = [
      .figure(ReportFigure(title: "\(measure.title.capitalizedFirst) over time", caption: caption, drawing: drawing))
    ]
    blocks += shown.map { .table(Self.table($0, measure: measure.title)) }
    if actors.count > shown.count {
      blocks.append(.note("The first \(shown.count) of \(actors.count) are shown; JSON and CSV have all."))
    }
    return ReportSection(heading: "Series", blocks: blocks)
  }

  private var caption: String {
    let how =
      width.map { "Means of the statements in windows of \($0) days" } ?? "Means by \(period?.rawValue ?? "period")"
    return
      "\(how), with \(confidence.percentText) intervals, each for itself. Lines break where nobody spoke; dots are means of "
      + "clusters; dashes are changes, shaded where they may lie."
  }

  private var drawing: ReportFigure.Drawing {
    let panels = actors.prefix(Self.mostPanels).map { actor in
      ReportFigure.TimeSeries.Panel(
        label: actor.actor,
        points: actor.points.map {
          .init(position: Double($0.day), label: $0.date, value: $0.value, low: $0.low, high: $0.high)
        },
        changes: actor.changes.map {
          .init(position: Double($0.day), low: Double($0.lowDay), high: Double($0.highDay), label: $0.date)
        },
        dots: actor.observations.map {
          .init(position: Double($0.day), value: $0.value, label: StatementDate.text(ofDay: $0.day))
        })
    }
    let days = actors.flatMap { $0.points.map(\.day) }
    let span = (days.min() ?? 0)...(days.max() ?? 0)
    return .timeSeries(
      .init(
        panels: panels, ticks: TimeTicks(span).marks,
        events: events.filter { span.contains($0.day) }.map {
          .init(position: Double($0.day), label: "\($0.date) \($0.label)")
        },
        measure: measure.title))
  }

  /// Values of one actor, no more than can be read; all of them where they are few.
  private static func table(_ actor: ActorSeries, measure: String) -> ReportTable {
    let step = (actor.points.count + mostRows - 1) / mostRows
    let shown = stride(from: 0, to: actor.points.count, by: max(1, step)).map { actor.points[$0] }
    return ReportTable(
      caption: step > 1 ? "\(actor.actor), every \(step)th value" : actor.actor,
      columns: ["date", "n", "clusters", measure].map { ReportColumn($0) },
      rows: shown.map { point in
        [
          .text(point.date), .count(point.n), .count(point.clusters),
          .estimate(point.value, low: point.low, high: point.high),
        ]
      })
  }
}

extension ActorSeriesDocument {
  private var changeSection: ReportSection? {
    let searched = actors.filter { $0.pNoChange != nil || $0.changesNote != nil }
    guard !searched.isEmpty else { return nil }
    let rows = searched.flatMap { actor -> [[ReportValue]] in
      let p = ReportValue.estimate(actor.pNoChange, style: .significant(2))
      guard !actor.changes.isEmpty else {
        return [[.text(actor.actor), .text(actor.changesNote ?? "none"), .missing, .missing, .missing, p]]
      }
      return actor.changes.map { change in
        [
          .text(actor.actor), .text("\(change.date) [\(change.low), \(change.high)]"),
          .number(change.before, .decimals(3)), .number(change.after, .decimals(3)),
          .estimate(change.difference, low: change.differenceLow, high: change.differenceHigh, style: .signed(3)), p,
        ]
      }
    }
    return ReportSection(
      heading: "Changes",
      blocks: [
        .table(
          ReportTable(
            caption: "Days from which on the mean is another",
            columns: [by, "from", "before", "after", "difference", "p of no change"].map { ReportColumn($0) },
            rows: rows)),
        .note(
          "Least squares on means of clusters, each counting once; how many changes there are is chosen by BIC (Bai and Perron 1998). "
            + "p is of no change at all, by permutation. Intervals of differences take the place as given."),
      ])
  }

  private var exchangeSection: ReportSection? {
    guard !exchange.isEmpty else { return nil }
    let figure = ReportFigure(
      title: "Exchange",
      caption: "Correlations of a follower's \(period?.rawValue ?? "period") with the leader's some earlier, with "
        + "\(confidence.percentText) intervals.",
      drawing: .estimates(
        .init(
          items: exchange.map { .init(label: $0.label, value: $0.correlation, low: $0.low, high: $0.high) },
          measure: "correlation", reference: 0, style: .signed(2))))
    let table = ReportTable(
      caption: "Who follows whom, by \(period?.rawValue ?? "period")",
      columns: ["leader", "follower", "lag", "periods", "correlation", "p", "p adjusted"].map { ReportColumn($0) },
      rows: exchange.map { one in
        [
          .text(one.leader), .text(one.follower), .count(one.lag), .count(one.n),
          .estimate(one.correlation, low: one.low, high: one.high, style: .signed(2)),
          .estimate(one.p, style: .significant(2)), .estimate(one.pAdjusted, style: .significant(2)),
        ]
      })
    return ReportSection(
      heading: "Exchange",
      blocks: [
        .figure(figure), .table(table),
        .note(
          "Straight lines in time are taken out first. At lags above 0 the follower's own period before is held constant. p is by permuting "
            + "blocks of the leader's periods, adjusted over the lags of a pair in both directions. Following is not answering: both may follow "
            + "something else."),
      ])
  }

  private var provenance: [ReportFact] {
    [
      ReportFact("scores", .text(scores)),
      ReportFact("data", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256.short)")),
      ReportFact("smoothing", .text(smooth.rawValue)), ReportFact("resamples", .count(resamples)),
      ReportFact("seed", .text(String(seed))), ReportFact("made with", .text("parlance \(version)")),
    ]
  }

  private var reading: ReportSection {
    ReportSection(
      heading: "What to keep in mind",
      blocks: (notes + [ActorComparisonDocument.scoresWarning]).map(ReportBlock.warning))
  }
}

extension ExchangeLag {
  /// The lag in print.
  fileprivate var label: String { "\(leader) → \(follower), \(lag)" }
}
