import Reports

extension SampleReport {
  static let lookingThrough = ReportSection(
    heading: "Statements",
    blocks: [
      .paragraph("What another threshold would give, and what the statements behind the figures say."),
      .threshold(threshold), .statements(statements(count: 173)),
    ])

  static let threshold: ReportThreshold = {
    let bins = 200
    let counts = (0..<bins).map { bin -> (positive: Int, negative: Int) in
      let score = (Double(bin) + 0.5) / Double(bins)
      return (Int((9 * score * score).rounded()), Int((16 * (1 - score) * (1 - score)).rounded()))
    }
    return ReportThreshold(
      positive: "escalatory", negative: "other", threshold: 0.5, positiveCounts: counts.map(\.positive),
      negativeCounts: counts.map(\.negative))
  }()

  private static let speakers = ["Karsovia", "Velmar", "Ostrava Strait Authority", "Հանրապետություն", "Северный кряж"]
  private static let openings = [
    "We call on all sides to", "Our patience is not without end, and we will", "The government is ready to",
    "Nobody should doubt that we will", "Ministers agreed to",
  ]
  private static let endings = [
    "return to talks without conditions", "answer any attack at once", "open the crossing for food and medicine",
    "hold those who gave the order to account", "withdraw to the line of 12 May, \"as agreed\"",
  ]

  /// So many made-up statements, the same on every machine.
  static func statements(count: Int) -> ReportStatements {
    var steps = Hostile.Steps(state: 7)
    func pick(_ texts: [String]) -> String { texts[Int(steps.next() * Double(texts.count))] }
    let rows = (1...count).map { index -> ReportStatements.Row in
      let probability = steps.next()
      let isEscalatory = steps.next() < probability
      return ReportStatements.Row(
        id: "s\(index)", text: "\(pick(openings)) \(pick(endings)), as statement \(index) has it.",
        actor: pick(speakers),
        date: "2021-0\(1 + index % 9)-1\(index % 10)", label: isEscalatory ? "escalatory" : "other",
        predicted: probability >= 0.5 ? "escalatory" : "other", probability: probability,
        fold: "crisis \(1 + index % 4)")
    }
    return ReportStatements(
      caption: "Statements scored by models that had not seen their crisis", rows: rows, positive: "escalatory",
      threshold: 0.5)
  }
}
