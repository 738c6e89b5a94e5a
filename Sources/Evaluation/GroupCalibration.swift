internal import RealModule
internal import Statistics

/// How the probabilities of one group's rows, as of one actor, compare with how often they are positive.
///
/// A model can be calibrated over all rows and yet think one actor too mild and another too harsh.
public struct GroupCalibration: Codable, Sendable, Hashable {
  /// The group.
  public let group: String
  /// The number of rows.
  public let rows: Int
  /// The weight of the rows.
  public let weight: Double
  /// The share of positive rows, by weight, with Wilson's interval (1927), which takes rows for independent; with weights the
  /// number of rows is Kish's effective one, (Σ w)² / Σ w².
  public let observed: MetricValue
  /// The mean predicted probability of the positive class, by weight.
  public let meanPredicted: Double
  /// The mean predicted probability less the observed share: above zero where the model thinks the group too often positive.
  public let difference: Double

  /// The calibration of each group, in the order of the names' code points; groups whose rows weigh nothing are left out.
  ///
  /// - Parameters:
  ///   - groups: the group of each row.
  ///   - confidence: how often an interval should hold the true share.
  /// - Complexity: O(n log n).
  public static func all(of data: ScoredLabels, groups: [String], confidence: Double) -> [GroupCalibration] {
    precondition(groups.count == data.count, "\(groups.count) groups, \(data.count) rows")
    let scores = data.scores
    let index = GroupIndex(groups)
    return zip(index.names, index.rows).compactMap { name, rows in
      var (weight, squares, positive, predicted) = (0.0, 0.0, 0.0, 0.0)
      for row in rows {
        let rowWeight = data.truth.weights?[row] ?? 1
        weight += rowWeight
        squares += rowWeight * rowWeight
        predicted += rowWeight * scores[row]
        if data.truth.labels[row] == data.truth.positiveClass { positive += rowWeight }
      }
      guard weight > 0 else { return nil }
      let share = positive / weight
      let interval = wilson(share: share, count: weight * weight / squares, confidence: confidence)
      return GroupCalibration(
        group: name, rows: rows.count, weight: weight,
        observed: MetricValue(value: share, low: interval.low, high: interval.high),
        meanPredicted: predicted / weight, difference: predicted / weight - share)
    }
  }

  /// Wilson's interval for a share of `count` rows.
  static func wilson(share: Double, count: Double, confidence: Double) -> (low: Double, high: Double) {
    let z = NormalDistribution.quantile((1 + confidence) / 2)
    let centre = share + z * z / (2 * count)
    let half = z * Double.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    let scale = 1 + z * z / count
    return (max(0, (centre - half) / scale), min(1, (centre + half) / scale))
  }
}
