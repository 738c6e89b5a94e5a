internal import Reproducibility

/// What a threshold gives as HTML: the confusion table and the measures at the threshold in use, with the counts that let the
/// page's script show any other.
struct HTMLThreshold {
  let threshold: ReportThreshold
  let identifier: String

  func write(to writer: inout MarkupWriter) {
    let outcome = threshold.outcome(atEdge: threshold.edge)
    writer.element("div", ["class": "threshold", "id": identifier]) { box in
      box.lineBreak()
      HTMLConfusion(
        confusion: threshold.confusion(outcome), identifier: identifier + "-table", title: ReportThreshold.title
      ).write(to: &box)
      HTMLFacts.write(threshold.facts(outcome), kind: "facts", to: &box)
      box.data(data)
    }
  }

  private var data: JSONValue {
    [
      "positive": .string(DisplayText.singleLine(threshold.positive)), "edge": .integer(threshold.edge),
      "positiveCounts": .array(threshold.positiveCounts.map(JSONValue.integer)),
      "negativeCounts": .array(threshold.negativeCounts.map(JSONValue.integer)),
      "digits": .integer(digits),
    ]
  }

  /// The digits after the point that a threshold is written with.
  private var digits: Int {
    let text = threshold.thresholdText(1 / Double(threshold.positiveCounts.count))
    return text.split(separator: ".").dropFirst().first?.count ?? 0
  }
}
