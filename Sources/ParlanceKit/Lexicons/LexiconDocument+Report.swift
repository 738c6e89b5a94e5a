internal import Evaluation
public import Reports
internal import Reproducibility
internal import TextFeatures

extension LexiconDocument {
  /// The document for eyes.
  public var report: Report {
    Report(
      title:
        "\(FilePath.lastComponent(of: lexicon)) in \(data.map { FilePath.lastComponent(of: $0.name) } ?? "no rows")",
      subtitle: subtitle,
      summary: [
        ReportFact("rows", .count(rows)), ReportFact("words", .count(words)),
        ReportFact("rows in which no entry shows", .count(rowsWithoutMatch)),
      ] + scoreFacts,
      sections: [discriminationSection, categorySection, reading].compactMap { $0 },
      provenance: [
        ReportFact("dictionary", .text("\(lexicon), \(digest.short)")),
        data.map { ReportFact("corpus", .text("\($0.name), \($0.rows) rows, SHA-256 \($0.sha256.short)")) },
        ReportFact("made with", .text("parlance \(version)")),
      ].compactMap { $0 })
  }

  private var subtitle: String {
    switch scale {
    case .none: "How often entries show"
    case .meanWeight: "The score is the sum of weights, a word"
    case .logit:
      "The score is ln((p + 0.5) / (n + 0.5)) of \(positive.joined(separator: ", ")) against "
        + negative.joined(separator: ", ") + (negation == .swap ? ", negations swapped" : "")
    }
  }

  private var scoreFacts: [ReportFact] {
    guard scale != .none else { return [] }
    return [
      ReportFact("rows with a score", .count(scored)),
      ReportFact("mean score", .estimate(meanScore, style: .signed(3))),
    ]
  }

  private var discriminationSection: ReportSection? {
    guard let discrimination else { return nil }
    var blocks: [ReportBlock] = [
      .facts([
        ReportFact("ROC AUC", discrimination.rocAUC.reportValue, note: "rows without a score stand at 0"),
        ReportFact(
          "ROC AUC of rows with a score", discrimination.rocAUCOfScored.reportValue,
          note: "\(discrimination.scored) of \(discrimination.rows) rows"),
      ])
    ]
    if let note = discrimination.note { blocks.append(.note(note)) }
    return ReportSection(heading: "How the score tells “\(discrimination.positive)” from the rest", blocks: blocks)
  }

  private var categorySection: ReportSection {
    ReportSection(
      heading: "Categories",
      blocks: [
        .table(
          ReportTable(
            caption: "How often entries show, in how many rows, and for how many of a thousand words",
            columns: ["category", "entries", "shows", "rows", "per 1000 words"].map { ReportColumn($0) },
            rows: categories.map { category in
              [
                .text(category.name), .count(category.entries), .count(category.count), .count(category.rows),
                words == 0
                  ? .missing : .number(1000 * Double(category.count) / Double(words), .decimals(2)),
              ]
            }))
      ])
  }

  private var reading: ReportSection? {
    notes.isEmpty ? nil : ReportSection(heading: "What to keep in mind", blocks: notes.map(ReportBlock.warning))
  }
}
