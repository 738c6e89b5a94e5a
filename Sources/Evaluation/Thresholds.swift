/// What the positive class's decisions would be if they were made at one threshold.
public struct ThresholdRow: Codable, Sendable, Hashable {
  /// Why a threshold is in the table.
  public enum Reason: String, Codable, Sendable, Hashable {
    /// It is on the grid of .05, .10, … .95.
    case grid
    /// It is the one in use.
    case decision
    /// It gives the greatest F1 on these rows; of several, the highest does.
    case bestF1
    /// It gives the greatest recall + specificity on these rows (Youden 1950); of several, the highest does.
    case youden
  }

  /// Rows with at least this score are called positive.
  public let threshold: Double
  /// Why it is here.
  public let reason: Reason
  /// The weight of the rows rightly called positive.
  public let truePositives: Double
  /// The weight of the rows wrongly called positive.
  public let falsePositives: Double
  /// The weight of the positive rows that were missed.
  public let falseNegatives: Double
  /// The weight of the other rows that were left alone.
  public let trueNegatives: Double
  /// Precision, recall and F1. In resamples the threshold is held, even one that was chosen on these rows.
  public internal(set) var figures: RetrievalFigures
  /// The share of the other rows that were left alone; 0 with a note where there are none.
  public internal(set) var specificity: MetricValue

  init(at place: ThresholdPlace, above: RankedSums, all: RankedSums) {
    threshold = place.threshold
    reason = place.reason
    truePositives = above.positive
    falsePositives = above.weight - above.positive
    falseNegatives = all.positive - above.positive
    trueNegatives = all.weight - all.positive - falsePositives
    figures = RetrievalFigures(hits: above.positive, predicted: above.weight, actual: all.positive)
    specificity = .ratio(
      trueNegatives, all.weight - all.positive, elseZeroBecause: "all rows are of the class; 0 by convention")
  }

  mutating func update(_ body: (inout MetricValue) -> Void) {
    figures.update(body)
    body(&specificity)
  }
}

/// A threshold, and how many positions from the top are at or above it.
struct ThresholdPlace: Sendable {
  let threshold: Double
  let reason: ThresholdRow.Reason
  let position: Int
}

extension RankedScores {
  /// The thresholds worth showing, ascending: a grid, the one in use, and the two best by their own measures.
  func thresholdPlaces(decision: DecisionRule) -> [ThresholdPlace] {
    var candidates = (1...19).map { (threshold: Double($0) / 20, reason: ThresholdRow.Reason.grid) }
    if case .threshold(let threshold) = decision { candidates.append((threshold, .decision)) }
    if let best = bestThresholds() { candidates += [(best.f1, .bestF1), (best.youden, .youden)] }
    let places = candidates.map { candidate in
      ThresholdPlace(
        threshold: candidate.threshold, reason: candidate.reason, position: positions { $0 >= candidate.threshold })
    }
    // The sort keeps equals in order, so that a grid threshold stands before one that was chosen and equals it.
    return places.enumerated().sorted { ($0.element.threshold, $0.offset) < ($1.element.threshold, $1.offset) }
      .map(\.element)
  }

  /// The thresholds with the greatest F1 and the greatest recall + specificity; nil without both classes.
  private func bestThresholds() -> (f1: Double, youden: Double)? {
    let all = zip(weights, positives).reduce(into: (weight: 0.0, positive: 0.0)) { sums, row in
      sums.weight += row.0
      sums.positive += row.0 * row.1
    }
    guard all.positive > 0, all.weight > all.positive else { return nil }
    var best = (f1: (score: -1.0, threshold: 1.0), youden: (score: -1.0, threshold: 1.0))
    for point in curvePoints() {
      let f1 = 2 * point.truePositives / (point.truePositives + point.falsePositives + all.positive)
      let youden = point.truePositives / all.positive - point.falsePositives / (all.weight - all.positive)
      if f1 > best.f1.score { best.f1 = (f1, point.threshold) }
      if youden > best.youden.score { best.youden = (youden, point.threshold) }
    }
    return (best.f1.threshold, best.youden.threshold)
  }
}
