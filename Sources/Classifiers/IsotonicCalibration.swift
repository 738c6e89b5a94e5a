/// A map of scores to probabilities that only rises: isotonic regression by pooling adjacent violators (Ayer et al. 1955).
///
/// Rows with one score are pooled first. Between its knots the map is a straight line, outside them it is level, as
/// scikit-learn's `IsotonicRegression(out_of_bounds="clip")`. It can give 0 and 1 exactly.
public struct IsotonicCalibration: Codable, Sendable, Hashable {
  /// The fewest rows for which the map is worth having: below, it follows chance (scikit-learn's guide says the same).
  public static let advisedRowCount = 1000

  /// The scores at the knots, ascending.
  public let scores: [Double]
  /// The probabilities at the knots, in `0 ... 1`, not falling.
  public let probabilities: [Double]

  /// A block of rows that share a probability.
  private struct Block {
    var weight: Double
    var sum: Double
    let first: Double
    var last: Double

    var mean: Double { sum / weight }
  }

  /// Fits the map to scores that the model gave to rows it was not trained on.
  ///
  /// - Parameters:
  ///   - scores: finite scores.
  ///   - isPositive: whether each row is positive.
  ///   - weights: what each row counts; nil for all alike. Rows that count nothing are left out.
  /// - Throws: `ClassifierError` where no row counts.
  /// - Complexity: O(n log n).
  public init(fitting scores: [Double], isPositive: [Bool], weights: [Double]? = nil) throws {
    precondition(scores.count == isPositive.count, "\(scores.count) scores, \(isPositive.count) labels")
    let weights = weights ?? [Double](repeating: 1, count: scores.count)
    precondition(weights.count == scores.count, "\(weights.count) weights, \(scores.count) scores")
    var tied: [Block] = []
    for row in scores.indices.sorted(by: { (scores[$0], $0) < (scores[$1], $1) }) where weights[row] > 0 {
      let (score, sum) = (scores[row], isPositive[row] ? weights[row] : 0)
      if let last = tied.indices.last, tied[last].first == score {
        tied[last].weight += weights[row]
        tied[last].sum += sum
      } else {
        tied.append(Block(weight: weights[row], sum: sum, first: score, last: score))
      }
    }
    guard !tied.isEmpty else {
      throw ClassifierError(
        problem: "there are no rows to calibrate probabilities on", hint: "check the weights")
    }
    var blocks: [Block] = []
    for next in tied {
      var block = next
      while let last = blocks.last, last.mean >= block.mean {
        blocks.removeLast()
        block = Block(
          weight: last.weight + block.weight, sum: last.sum + block.sum, first: last.first, last: block.last)
      }
      blocks.append(block)
    }
    self.scores = blocks.flatMap { $0.first == $0.last ? [$0.first] : [$0.first, $0.last] }
    probabilities = blocks.flatMap { block in
      let value = min(1, max(0, block.mean))
      return block.first == block.last ? [value] : [value, value]
    }
  }

  /// The probability that a score stands for, in `0 ... 1`. Complexity: O(log knots).
  public func probability(of score: Double) -> Double {
    guard let first = scores.first, let last = scores.last, score > first else { return probabilities.first ?? 0.5 }
    if score >= last { return probabilities.last ?? 0.5 }
    var (low, high) = (0, scores.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if scores[middle] <= score { low = middle } else { high = middle }
    }
    let share = (score - scores[low]) / (scores[high] - scores[low])
    return probabilities[low] + share * (probabilities[high] - probabilities[low])
  }

  /// Whether the numbers are those of a map: as many of either, ascending, and probabilities.
  public var isSound: Bool {
    guard !scores.isEmpty, scores.count == probabilities.count else { return false }
    return scores.allSatisfy(\.isFinite) && probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }
      && zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 }
      && zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
