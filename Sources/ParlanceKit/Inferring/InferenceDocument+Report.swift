public import Reports

extension InferenceDocument {
  /// The estimates for eyes: the three of each coefficient side by side.
  public var report: Report {
    var sections = [
      ReportSection(heading: "Estimates", blocks: [.figure(figure), .table(table)] + references + [.note(Self.legend)])
    ]
    if targetError != nil { sections.append(ReportSection(heading: "More labels", blocks: [.table(needs)])) }
    if !notes.isEmpty {
      sections.append(ReportSection(heading: "What to keep in mind", blocks: notes.map(ReportBlock.warning)))
    }
    return Report(
      title: "What goes with \(outcome)",
      subtitle: "\(model == .linear ? "Differences of the share" : "Log-odds") of \(outcome), corrected for the errors "
        + "of a classifier",
      summary: summary, sections: sections,
      provenance: [
        ReportFact("scores", .text(scores.name), note: "SHA-256 \(scores.sha256)"),
        ReportFact("hand-coded", .text(gold.name), note: "SHA-256 \(gold.sha256)"),
        ReportFact("formula", .text("\(outcome) ~ \(columns.isEmpty ? "1" : columns.joined(separator: " + "))")),
        ReportFact("made with", .text("parlance \(version)")),
      ])
  }

  private static let legend =
    "naive: the classifier's \(SurrogateKind.probability.rawValue) or label is taken for the outcome. hand-coded: the coded "
    + "rows alone, each weighing 1/probability. DSL: design-based supervised learning, g + (R/π)(y - g) in every row"

  private var summary: [ReportFact] {
    var facts = [
      ReportFact("rows", .count(scores.rows)),
      ReportFact("hand-coded", .count(gold.rows), note: "drawn by a known design"),
    ]
    if let cluster, let clusters = estimates.first(where: { $0.method == .corrected })?.clusters {
      facts.append(
        ReportFact("clusters", .count(clusters), note: "by \(cluster); errors hold under dependence within them"))
    }
    if let crossFit {
      facts.append(ReportFact("scores recalibrated", .text("in \(crossFit) folds"), note: "seed \(seed)"))
    }
    return facts
  }

  /// More terms make a drawing that nobody takes in.
  private static let mostDrawn = 12

  /// The three estimates of each coefficient beneath one another, the intercept left out where there are others.
  private var figure: ReportFigure {
    let drawn = columns.isEmpty ? estimates : Array(estimates.dropFirst(Method.allCases.count))
    let items = drawn.prefix(Self.mostDrawn * Method.allCases.count).map { one in
      ReportFigure.Estimates.Item(
        label: "\(one.term), \(one.method.rawValue)", value: one.estimate, low: one.low, high: one.high)
    }
    return ReportFigure(
      title: "\(outcome.capitalizedFirst) by \(columns.isEmpty ? "itself" : columns.joined(separator: " and "))",
      caption: "Whiskers are \(confidence.percentText) intervals.",
      drawing: .estimates(
        .init(
          items: Array(items), measure: model == .linear ? "difference of the share" : "log-odds ratio",
          reference: columns.isEmpty ? nil : 0, style: .signed(3))))
  }

  private var table: ReportTable {
    let terms = estimates.filter { $0.method == .corrected }
    return ReportTable(
      caption: "Intervals of \(confidence.percentText), by \(cluster.map { "clusters of \($0)" } ?? "rows")",
      columns: ["term", "naive", "hand-coded", "DSL"].map { ReportColumn($0) },
      rows: terms.enumerated().map { index, term in
        [.text(term.term)]
          + estimates[(3 * index)..<(3 * index + 3)].map {
            .estimate($0.estimate, low: $0.low, high: $0.high, style: .signed(3))
          }
      })
  }

  /// What each factor's levels are compared with.
  private var references: [ReportBlock] {
    var seen: [String] = []
    return estimates.compactMap { estimate in
      guard let reference = estimate.reference,
        let column = columns.first(where: { estimate.term.hasPrefix("\($0)=") }), !seen.contains(column)
      else { return nil }
      seen.append(column)
      return .note("\(column) is compared with \(reference)")
    }
  }

  private var needs: ReportTable {
    ReportTable(
      caption:
        "Rows to code by the same design for a standard error of \(ReportNumber.text(targetError ?? 0, .significant(2)))",
      columns: ["term", "error now", "if all were coded", "rows in all", "more than now"].map { ReportColumn($0) },
      rows: labelNeeds.map { need in
        [
          .text(need.term), .number(need.standardError, .decimals(4)), .number(need.leastError, .decimals(4)),
          need.labels.map { .count($0) } ?? .text("no number would do"), need.moreLabels.map { .count($0) } ?? .missing,
        ]
      })
  }
}
