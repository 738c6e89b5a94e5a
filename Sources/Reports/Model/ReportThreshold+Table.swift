internal import Reproducibility

extension ReportThreshold {
  /// What the block is called.
  static let title = "Choosing a threshold"

  /// How thresholds are written: as many digits as tell the edges apart.
  func thresholdText(_ value: Double) -> String { ReportNumber.tick(value, step: 1 / Double(positiveCounts.count)) }

  /// The confusion table at an edge, the positive class first.
  func confusion(_ outcome: Outcome) -> ReportFigure.Confusion {
    ReportFigure.Confusion(
      labels: [positive, negative],
      counts: [
        [outcome.truePositives, outcome.falseNegatives], [outcome.falsePositives, outcome.trueNegatives],
      ])
  }

  /// The measures of a threshold.
  func facts(_ outcome: Outcome) -> [ReportFact] {
    [
      ReportFact("Threshold", .text(thresholdText(outcome.threshold))),
      ReportFact("Precision", .estimate(outcome.precision)), ReportFact("Recall", .estimate(outcome.recall)),
      ReportFact("F1", .estimate(outcome.f1)),
      ReportFact("Predicted \(positive)", .estimate(outcome.predictedPositive, style: .percent(1))),
    ]
  }

  /// The measures and counts at tenths and at the threshold in use, which is marked.
  var table: ReportTable {
    let bins = positiveCounts.count
    let tenths = (1...9).map { Int((Double(bins * $0) / 10).rounded()) }
    let names = ["Threshold", "Precision", "Recall", "F1", "Predicted \(positive)"]
    let counts = ["True positives", "False positives", "False negatives", "True negatives"]
    let rows: [[ReportValue]] = Set(tenths + [edge]).sorted().map { place in
      let outcome = outcome(atEdge: place)
      let mark = place == edge ? " (in use)" : ""
      return [.text(thresholdText(outcome.threshold) + mark)] + facts(outcome).dropFirst().map(\.value)
        + [outcome.truePositives, outcome.falsePositives, outcome.falseNegatives, outcome.trueNegatives]
        .map(ReportValue.count)
    }
    return ReportTable(caption: Self.title, columns: (names + counts).map { ReportColumn($0) }, rows: rows)
  }

  var json: JSONValue {
    [
      "kind": "threshold", "positive": .string(positive), "negative": .string(negative),
      "threshold": .number(threshold), "positiveCounts": .array(positiveCounts.map(JSONValue.integer)),
      "negativeCounts": .array(negativeCounts.map(JSONValue.integer)),
    ]
  }
}
