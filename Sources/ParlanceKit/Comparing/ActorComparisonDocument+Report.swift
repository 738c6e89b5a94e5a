internal import Comparisons
internal import Evaluation
public import Reports
internal import Reproducibility
internal import Statistics

extension ActorComparisonDocument {
  /// More contrasts are in the rows and the JSON alone.
  private static let mostContrasts = 40
  /// More estimates than a drawing holds.
  private static let mostDrawn = 40

  /// The document for eyes.
  public var report: Report {
    Report(
      title: "\(measure.title.capitalizedFirst) by \(by)",
      subtitle: positive.map { "The score is the probability of “\($0)”" },
      summary: [
        ReportFact("compared", .count(actors.count)), ReportFact("statements", .count(statements)),
        ReportFact("clusters", .count(clusters), note: cluster.map { "by \($0)" } ?? "each statement by itself"),
      ],
      sections: [figures, differences] + [seriesSection, dyadSection, reading].compactMap(\.self),
      provenance: provenance)
  }

  private var figures: ReportSection {
    let drawn = actors.prefix(Self.mostDrawn).map { actor in
      ReportFigure.Estimates.Item(
        label: actor.actor, value: actor.estimate.value, low: actor.estimate.low, high: actor.estimate.high,
        other: actor.shrunken.value)
    }
    let name = adjust.isEmpty ? measure.title : "\(measure.title), adjusted for \(adjust.joined(separator: ", "))"
    let figure = ReportFigure(
      title: name.capitalizedFirst,
      caption: "Whiskers are \(confidence.percentText) intervals; rings are partially pooled estimates.",
      drawing: .estimates(
        .init(items: drawn, measure: name, otherName: pooling.map { _ in "partially pooled" })))
    return ReportSection(
      heading: "Estimates",
      blocks: [.figure(figure), .table(actorTable(name)), .table(otherMeasures)] + [poolingBlock].compactMap(\.self))
  }

  private func actorTable(_ name: String) -> ReportTable {
    ReportTable(
      caption: "\(name.capitalizedFirst) with \(confidence.percentText) intervals",
      columns: [by, "n", "clusters", name, "partially pooled"].map { ReportColumn($0) },
      rows: actors.map { actor in
        [
          .text(actor.actor), .count(actor.n), .count(actor.clusters), actor.estimate.reportValue,
          actor.shrunken.reportValue,
        ]
      })
  }

  /// The measures that are not compared, or that are compared adjusted only.
  private var otherMeasures: ReportTable {
    let others: [(ComparisonMeasure, String, KeyPath<ComparedActor, MetricValue>)] = [
      (.probability, "mean probability", \.meanProbability), (.logit, "mean logit", \.meanLogit),
      (.share, "share ≥ \(threshold)", \.share),
    ].filter { !adjust.isEmpty || $0.0 != measure }
    return ReportTable(
      caption: "Other measures\(adjust.isEmpty ? "" : ", not adjusted")",
      columns: ([by] + others.map(\.1)).map { ReportColumn($0) },
      rows: actors.map { actor in [.text(actor.actor)] + others.map { actor[keyPath: $0.2].reportValue } })
  }

  private var poolingBlock: ReportBlock? {
    guard pooling != nil else {
      return actors.first { $0.shrunken.value == nil }?.shrunken.note.map { .note("Nothing is pooled: \($0).") }
    }
    return pooling.map { pooling in
      .note(
        "Partially pooled estimates are drawn towards \(ReportNumber.text(pooling.mean, .decimals(3))), the less sure ones more; the "
          + "true values' standard deviation is put at \(ReportNumber.text(pooling.heterogeneity.squareRoot(), .decimals(3))) "
          + "(\(pooling.method.rawValue), \(pooling.estimates) estimates).")
    }
  }

  private var differences: ReportSection {
    guard !contrasts.isEmpty else {
      return ReportSection(heading: "Differences", blocks: [.paragraph("None were asked for.")])
    }
    let shown =
      contrasts.count <= Self.mostContrasts
      ? contrasts
      : Array(
        contrasts.enumerated().sorted {
          ($0.element.contrast.p ?? 2, $0.offset) < ($1.element.contrast.p ?? 2, $1.offset)
        }.prefix(Self.mostContrasts).map(\.element))
    let figure = ReportFigure(
      title: "Differences",
      caption: "Whiskers are simultaneous intervals: all hold at once \(confidence.percentText) of the time.",
      drawing: .estimates(
        .init(
          items: shown.map { one in
            .init(
              label: one.label, value: one.contrast.difference, low: one.contrast.simultaneousLow,
              high: one.contrast.simultaneousHigh)
          }, measure: "difference of \(measure.title)", reference: 0, style: .signed(3))))
    let caption =
      "Differences, the first less the second"
      + (shown.count < contrasts.count ? ": the \(shown.count) least likely by chance of \(contrasts.count)" : "")
    return ReportSection(
      heading: "Differences",
      blocks: [
        .figure(figure), .table(contrastTable(shown, caption: caption)), .table(effectTable(shown)),
        .note(Self.contrastWords),
      ])
  }

  private func contrastTable(_ shown: [ComparedContrast], caption: String) -> ReportTable {
    ReportTable(
      caption: caption,
      columns: ["contrast", "difference", "simultaneous", "p", "Holm"].map { ReportColumn($0) },
      rows: shown.map { one in
        let figures = one.contrast
        let p = ReportValue.estimate(figures.p, style: .significant(3))
        return [
          .text(one.label),
          .estimate(figures.difference, low: figures.low, high: figures.high, style: .signed(3)),
          figures.interval, figures.test == .exactPermutation ? .text(p.text + " exact") : p,
          .estimate(figures.pAdjusted, style: .significant(3)),
        ]
      })
  }

  private func effectTable(_ shown: [ComparedContrast]) -> ReportTable {
    ReportTable(
      caption: "Effect sizes, and what carries them",
      columns: ["contrast", "effect size", "BH", "clusters", "shared"].map { ReportColumn($0) },
      rows: shown.map { one in
        let figures = one.contrast
        return [
          .text(one.label),
          .estimate(figures.effectSize, low: figures.effectLow, high: figures.effectHigh, style: .signed(2)),
          .estimate(figures.pFalseDiscovery, style: .significant(3)), .count(figures.clusters),
          .count(figures.sharedClusters),
        ]
      })
  }

  private static let contrastWords =
    "Effect sizes are differences in standard deviations of the two actors' statements. p is Student's t's with cluster-robust errors, or where "
    + "marked that of all permutations of few clusters; Holm and BH (Benjamini and Hochberg) allow for all contrasts here."

  private var provenance: [ReportFact] {
    var facts = [
      ReportFact("scores", .text(scores)),
      ReportFact("data", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256.short)")),
    ]
    if !adjust.isEmpty { facts.append(ReportFact("adjusted for", .text(adjust.joined(separator: ", ")))) }
    facts += [
      ReportFact("resamples", .count(resamples)), ReportFact("seed", .text(String(seed))),
      ReportFact("made with", .text("parlance \(version)")),
    ]
    return facts
  }

  /// What every figure made of scores has to be read with.
  static let scoresWarning =
    "these are scores of a model, whose own errors no interval here allows for: check it on hand-coded statements of each actor first"

  private var reading: ReportSection? {
    ReportSection(heading: "What to keep in mind", blocks: (notes + [Self.scoresWarning]).map(ReportBlock.warning))
  }
}

extension ComparedContrast {
  /// The contrast in print.
  public var label: String { "\(a) - \(b)" }
}

extension Contrast {
  /// The simultaneous interval in print.
  fileprivate var interval: ReportValue {
    guard let simultaneousLow, let simultaneousHigh else { return .missing }
    let ends = [simultaneousLow, simultaneousHigh].map { ReportNumber.text($0, .signed(3)) }
    return .text("[\(ends.joined(separator: ", "))]")
  }
}
