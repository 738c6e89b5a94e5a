internal import Classifiers
public import Reports

extension Explanation {
  /// How many contributions are shown each by itself at most, and the share of the largest that they must have, where nobody asks
  /// for a number.
  private static let usual = (count: 20, share: 0.1)

  /// The explanation for eyes.
  ///
  /// - Parameter count: how many contributions are shown each by itself, the largest; the others are added up by block. Nil for up to
  ///   20 that are not small beside the largest.
  public func report(showing count: Int? = nil) -> Report {
    let least = Self.usual.share * abs(contributions.first?.contribution ?? 0)
    let count = count ?? contributions.prefix(Self.usual.count).count { abs($0.contribution) >= least }
    return Report(
      title: "Why this score",
      summary: [
        ReportFact(
          "probability of \(positive)",
          .estimate(probability, low: interval?.low, high: interval?.high, style: .decimals(4)),
          note: probabilityNote),
        ReportFact("most probable class", .text(label)),
        ReportFact("log-odds against \(against)", .number(logit, .signed(4))),
        ReportFact("intercept", .number(intercept, .signed(4))),
      ],
      sections: [
        ReportSection(heading: "The text", blocks: [.figure(markedText)]), contributionSection(showing: count),
        nearestSection, noteSection,
      ].compactMap { $0 })
  }

  private var probabilityNote: String? {
    let parts = [
      interval.map { "\($0.level.percentText) interval" },
      calibration.map { "calibrated (\($0.rawValue)); the log-odds are the model's own" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func contributionSection(showing count: Int) -> ReportSection {
    guard !contributions.isEmpty else {
      return ReportSection(
        heading: "Contributions",
        blocks: [.warning("the model knows no feature of this text: its score is that of an empty one")])
    }
    var parts: [ReportBlock] = [.table(table(showing: count))]
    if blocks.count > 1 {
      parts.append(
        .table(
          ReportTable(
            caption: "Block by block", columns: ["block", "features", "contribution"].map { ReportColumn($0) },
            rows: blocks.map { block in
              [
                .text(block.block), .count(contributions.count { $0.block == block.block }),
                .number(block.contribution, .signed(4)),
              ]
            })))
    }
    return ReportSection(heading: "Contributions", blocks: parts)
  }

  /// The largest contributions, the others gathered by block, the intercept, and what they add up to.
  private func table(showing count: Int) -> ReportTable {
    let shown = contributions.prefix(count)
    let gathered = blocks.compactMap { block -> [ReportValue]? in
      let others = contributions.dropFirst(count).filter { $0.block == block.block }
      guard !others.isEmpty else { return nil }
      return [
        .text(others.count == 1 ? "1 other" : "\(others.count) others"), .text(block.block), .missing, .missing,
        .number(others.reduce(0) { $0 + $1.contribution }, .signed(4)),
      ]
    }
    return ReportTable(
      caption: "Contributions and the intercept add up to the log-odds",
      columns: ["feature", "block", "value", "weight", "contribution"].map { ReportColumn($0) },
      rows: shown.map {
        [
          .text($0.feature), .text($0.block), .number($0.value, .decimals(4)), .number($0.weight, .signed(4)),
          .number($0.contribution, .signed(4)),
        ]
      } + gathered + [
        [.text("intercept"), .missing, .missing, .missing, .number(intercept, .signed(4))],
        [.text("log-odds"), .missing, .missing, .missing, .number(logit, .signed(4))],
      ])
  }

  private var nearestSection: ReportSection? {
    guard let nearest else { return nil }
    let facts = nearest.map { statement in
      ReportFact(
        statement.id, .text(statement.text),
        note: "\(statement.label), cosine \(ReportNumber.text(statement.similarity, .decimals(3)))")
    }
    return ReportSection(
      heading: "Labelled statements most like it",
      blocks: [nearest.isEmpty ? .note("no statement shares a feature with the text") : .facts(facts)])
  }

  private var noteSection: ReportSection? {
    notes.isEmpty ? nil : ReportSection(heading: "What to keep in mind", blocks: notes.map(ReportBlock.warning))
  }
}
