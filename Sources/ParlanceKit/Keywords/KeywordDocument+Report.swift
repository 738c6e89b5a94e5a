public import Reports
internal import Statistics

extension KeywordDocument {
  /// The keywords for eyes.
  public var report: Report {
    Report(
      title: "Words that set \(by)s apart",
      subtitle: comparisons.count == 1
        ? "\(comparisons[0].group) against \(comparisons[0].against)" : "each against the rest",
      summary: [
        ReportFact("rows", .count(data.rows)), ReportFact("comparisons", .count(comparisons.count)),
        ReportFact("terms tested", .count(tests), note: "of \(minimumCount) occurrences at least"),
        ReportFact(
          "prior", .text("a₀ = \(ReportNumber.text(prior.size, .significant(3))) words"),
          note: "shared out as in \(prior.source)"),
      ],
      sections: comparisons.filter { $0.note == nil }.map(section) + [method],
      provenance: [
        ReportFact("corpus", .text(data.name), note: "SHA-256 \(data.sha256)"),
        ReportFact("seed", .text("\(seed)"), note: "\(resamples) resamples"),
        ReportFact("made with", .text("parlance \(version)")),
      ])
  }

  private func section(_ comparison: KeywordComparison) -> ReportSection {
    let names = (comparison.group, comparison.against)
    var blocks: [ReportBlock] = [
      .figure(figure(comparison, names)),
      .table(table(comparison.shown(more: true, count: shownCount), caption: "More in \(names.0)", names)),
      .table(table(comparison.shown(more: false, count: shownCount), caption: "More in \(names.1)", names)),
    ]
    if !comparison.contexts.isEmpty { blocks.append(.table(Self.contexts(comparison.contexts))) }
    return ReportSection(
      heading: "\(names.0) (\(ReportNumber.text(comparison.wordsA)) words) against \(names.1) "
        + "(\(ReportNumber.text(comparison.wordsB)))",
      blocks: blocks)
  }

  /// The plot of Monroe, Colaresi and Quinn (2008): how frequent a term is against how sure its difference.
  private func figure(_ comparison: KeywordComparison, _ names: (String, String)) -> ReportFigure {
    let named = Set(
      (comparison.shown(more: true, count: shownCount) + comparison.shown(more: false, count: shownCount)).map(\.term))
    let points = comparison.terms.compactMap { term in
      term.z.map { z in
        ReportFigure.Scatter.Point(
          x: Double(term.countA + term.countB), y: z, label: term.term, isNamed: named.contains(term.term))
      }
    }
    return ReportFigure(
      title: "\(names.0) against \(names.1)",
      caption:
        "Each dot is a term: how often both groups together have it, and z of its difference in log-odds. Within the shaded band "
        + "differences are no larger than chance makes them, one term at a time.",
      drawing: .scatter(
        .init(
          points: points, horizontalName: "occurrences", verticalName: "z", isLogarithmic: true,
          band: NormalDistribution.quantile((1 + confidence) / 2), negativeName: names.1, positiveName: names.0)))
  }

  private func table(
    _ terms: [KeywordComparison.Term], caption: String, _ names: (String, String)
  ) -> ReportTable {
    ReportTable(
      caption: caption,
      columns: ["term", names.0, names.1, "log-odds", "z", "p adjusted", "G²", "log ratio"].map { ReportColumn($0) },
      rows: terms.map { term in
        [
          .text(term.term), .count(term.countA), .count(term.countB),
          .estimate(term.logOdds, low: term.low, high: term.high, style: .signed(2)),
          term.z.map { .number($0, .signed(2)) } ?? .missing,
          term.pAdjusted.map { .number($0, .significant(2)) } ?? .missing,
          term.logLikelihood.map { .number($0, .signed(1)) } ?? .missing,
          term.logRatio.map { .number($0, .signed(2)) } ?? .missing,
        ]
      })
  }

  private static func contexts(_ contexts: [KeywordContext]) -> ReportTable {
    ReportTable(
      caption: "In context",
      columns: [
        ReportColumn("id"), ReportColumn("before", alignment: .trailing), ReportColumn("term", alignment: .centre),
        ReportColumn("after"),
      ],
      rows: contexts.map { [.text($0.id), .text($0.left), .text($0.keyword), .text($0.right)] })
  }

  private var method: ReportSection {
    ReportSection(
      heading: "How this was made",
      blocks: [
        .paragraph(
          "Log-odds with a Dirichlet prior (Monroe, Colaresi and Quinn 2008): \(formula), where \(prior.formula) "
            + "and a₀ = \(ReportNumber.text(prior.size, .significant(3)))."),
        .paragraph(
          "G² is the log-likelihood ratio with Williams' correction, and log ratio the base-2 logarithm of the ratio of "
            + "frequencies; both are above 0 where the group has the term more. p is adjusted over all \(tests) tests "
            + "(Benjamini and Hochberg)."),
      ] + notes.map(ReportBlock.note))
  }
}
