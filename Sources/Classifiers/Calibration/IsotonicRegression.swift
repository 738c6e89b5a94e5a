/// The best rising map from a logit to a probability: weighted least squares by pooling adjacent violators.
///
/// Equal logits are pooled first. Between knots it is linear, outside of them constant, as scikit-learn's `IsotonicRegression` with
/// `out_of_bounds="clip"` is.
///
/// Source: Ayer, Brunk, Ewing, Reid and Silverman 1955; Zadrozny and Elkan 2002 for calibration.
public struct IsotonicRegression: Codable, Sendable, Hashable {
  /// Logits at which the map is told, ascending.
  public let knots: [Double]
  /// The probability at each of them, never falling.
  public let values: [Double]

  /// The map that fits held-out logits best.
  ///
  /// - Parameters:
  ///   - logits: of rows the model has not seen.
  ///   - isPositive: whether each row is of the positive class.
  ///   - weights: how much each row counts, above zero; nil for one each.
  /// - Precondition: there are as many of each, one or more.
  /// - Complexity: O(n log n).
  public init(logits: [Double], isPositive: [Bool], weights: [Double]? = nil) {
    precondition(logits.count == isPositive.count, "\(logits.count) logits, \(isPositive.count) labels")
    precondition(!logits.isEmpty, "an isotonic regression of no rows")
    let points = Self.points(logits, isPositive, weights)
    var blocks: [(value: Double, weight: Double, first: Int)] = []
    for (index, point) in points.enumerated() {
      var block = (value: point.value, weight: point.weight, first: index)
      while let last = blocks.last, last.value >= block.value {
        let weight = last.weight + block.weight
        block = ((last.value * last.weight + block.value * block.weight) / weight, weight, last.first)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var (knots, values): ([Double], [Double]) = ([], [])
    for (index, block) in blocks.enumerated() {
      let last = (index + 1 < blocks.count ? blocks[index + 1].first : points.count) - 1
      knots.append(points[block.first].logit)
      values.append(block.value)
      // A block's two ends are enough: between them the map is level.
      if last > block.first {
        knots.append(points[last].logit)
        values.append(block.value)
      }
    }
    (self.knots, self.values) = (knots, values)
  }

  private static func points(
    _ logits: [Double], _ isPositive: [Bool], _ weights: [Double]?
  ) -> [(logit: Double, value: Double, weight: Double)] {
    var points: [(logit: Double, value: Double, weight: Double)] = []
    for row in logits.indices.sorted(by: { (logits[$0], $0) < (logits[$1], $1) }) {
      let weight = weights?[row] ?? 1
      guard weight > 0 else { continue }
      let value = isPositive[row] ? 1.0 : 0
      if let last = points.last, last.logit == logits[row] {
        let total = last.weight + weight
        points[points.count - 1].value = (last.value * last.weight + value * weight) / total
        points[points.count - 1].weight = total
      } else {
        points.append((logits[row], value, weight))
      }
    }
    return points
  }

  /// The probability of the positive class. Complexity: O(log knots).
  public func probability(ofLogit logit: Double) -> Double {
    guard let first = knots.first, let last = knots.last else { return 0.5 }
    if logit <= first { return values[0] }
    if logit >= last { return values[values.count - 1] }
    var (low, high) = (0, knots.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle] <= logit { low = middle } else { high = middle }
    }
    let share = (logit - knots[low]) / (knots[high] - knots[low])
    return values[low] + share * (values[high] - values[low])
  }
}
