public import Reports

extension RegressionDocument {
  /// The regression for eyes.
  public var report: Report {
    Report(
      title: "What goes with \(outcome)",
      subtitle: "Log-odds of \(outcome) against \(against), by \(methodName)",
      summary: summary,
      sections: [
        ReportSection(
          heading: "Coefficients",
          blocks: [.table(table)] + references.map(ReportBlock.note) + notes.map(ReportBlock.warning))
      ],
      provenance: [
        ReportFact("corpus", .text(corpus.name), note: "SHA-256 \(corpus.sha256)"),
        ReportFact("made with", .text("parlance \(ProgramVersion.current)")),
      ])
  }

  private var methodName: String {
    switch method {
    case .ml: "maximum likelihood"
    case .firth: "Firth's penalised likelihood"
    }
  }

  private var summary: [ReportFact] {
    var facts = [
      ReportFact("rows", .count(rows), note: "\(outcomeRows) of them \(outcome)"),
      ReportFact(
        "log-likelihood", .number(logLikelihood, .significant(6)),
        note: "with an intercept alone "
          + ReportNumber.text(nullLogLikelihood, .significant(6))),
    ]
    if leftOut > 0 { facts.append(ReportFact("left out", .count(leftOut), note: "their label was not asked for")) }
    if let penalizedLogLikelihood {
      facts.append(ReportFact("penalised log-likelihood", .number(penalizedLogLikelihood, .significant(6))))
    }
    if let cluster, let clusters {
      facts.append(
        ReportFact("clusters", .count(clusters), note: "by \(cluster); errors hold under dependence within them"))
    }
    if let flicIntercept {
      facts.append(
        ReportFact("intercept for probabilities", .number(flicIntercept, .signed(4)), note: "FLIC"))
    }
    return facts
  }

  /// What each factor's levels are compared with.
  private var references: [String] {
    var seen: [String] = []
    return terms.compactMap { term in
      guard let column = term.column, let reference = term.reference, !seen.contains(column) else { return nil }
      seen.append(column)
      return "\(column) is compared with \(reference)"
    }
  }

  private var table: ReportTable {
    return ReportTable(
      caption: "\(interval == .wald ? "Wald" : "Profile-likelihood") intervals of \(confidence.percentText)",
      columns: [
        "term", "estimate", "error", "low", "high", "odds ratio", interval == .wald ? "z" : "chi-squared", "p",
      ].map { ReportColumn($0) },
      rows: terms.map { term in
        [
          .text(term.term), .number(term.estimate, .signed(4)), .number(term.standardError, .decimals(4)),
          Self.optional(term.low, .signed(4)), Self.optional(term.high, .signed(4)),
          .number(term.oddsRatio, .significant(4)), Self.optional(term.statistic, .decimals(3)),
          Self.optional(term.p, .significant(3)),
        ]
      })
  }

  private static func optional(_ value: Double?, _ style: NumberStyle) -> ReportValue {
    value.map { .number($0, style) } ?? .missing
  }
}
