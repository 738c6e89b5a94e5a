/// Scores of two classes, counted finely enough that the confusion table of any threshold at a bin's edge is exact.
public struct ReportThreshold: Codable, Sendable, Hashable {
  /// The class that scores from the threshold on are taken for.
  public var positive: String
  /// The other class.
  public var negative: String
  /// The threshold in use, 0 to 1. What is shown is of the edge of a bin nearest to it.
  public var threshold: Double
  /// Numbers of statements of the positive class in equally wide bins of the score from 0 to 1; a score on an edge is in the
  /// upper bin, 1 in the last.
  public let positiveCounts: [Int]
  /// Numbers of statements of the negative class in the same bins.
  public let negativeCounts: [Int]

  /// Makes a block from its parts.
  ///
  /// - Precondition: both classes have the same number of bins, one at least.
  public init(positive: String, negative: String, threshold: Double, positiveCounts: [Int], negativeCounts: [Int]) {
    precondition(
      positiveCounts.count == negativeCounts.count && !positiveCounts.isEmpty,
      "\(positiveCounts.count) bins of positive statements and \(negativeCounts.count) of negative ones")
    self.positive = positive
    self.negative = negative
    self.threshold = threshold
    self.positiveCounts = positiveCounts
    self.negativeCounts = negativeCounts
  }

  /// Reads a block.
  ///
  /// - Throws: `DecodingError` where the classes have different numbers of bins, or none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    positive = try container.decode(String.self, forKey: .positive)
    negative = try container.decode(String.self, forKey: .negative)
    threshold = try container.decode(Double.self, forKey: .threshold)
    positiveCounts = try container.decode([Int].self, forKey: .positiveCounts)
    negativeCounts = try container.decode([Int].self, forKey: .negativeCounts)
    guard positiveCounts.count != negativeCounts.count || positiveCounts.isEmpty else { return }
    throw DecodingError.dataCorruptedError(
      forKey: .negativeCounts, in: container,
      debugDescription:
        "\(positiveCounts.count) bins of positive statements and \(negativeCounts.count) of negative ones")
  }
}

extension ReportThreshold {
  /// What a threshold makes of the statements.
  struct Outcome: Hashable {
    let threshold: Double
    let truePositives: Int
    let falseNegatives: Int
    let falsePositives: Int
    let trueNegatives: Int

    /// The share of the statements taken for positive that are; nil where none is taken for positive.
    var precision: Double? { Self.share(truePositives, of: truePositives + falsePositives) }
    /// The share of the positive statements that are found; nil where there are none.
    var recall: Double? { Self.share(truePositives, of: truePositives + falseNegatives) }
    /// The harmonic mean of precision and recall; nil where nothing is positive or taken for positive.
    var f1: Double? { Self.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives) }
    /// The share of all statements that is taken for positive; nil where there are none.
    var predictedPositive: Double? {
      Self.share(truePositives + falsePositives, of: truePositives + falsePositives + falseNegatives + trueNegatives)
    }

    private static func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
  }

  /// The number of the edge nearest to the threshold, 0 to the number of bins; the middle where it is not finite.
  var edge: Int {
    let bins = Double(positiveCounts.count)
    guard threshold.isFinite else { return positiveCounts.count / 2 }
    return Int(max(0, min(bins, (threshold * bins).rounded())))
  }

  /// What the threshold at an edge makes of the statements.
  ///
  /// Complexity: O(bins).
  func outcome(atEdge edge: Int) -> Outcome {
    Outcome(
      threshold: Double(edge) / Double(positiveCounts.count), truePositives: positiveCounts[edge...].reduce(0, +),
      falseNegatives: positiveCounts[..<edge].reduce(0, +), falsePositives: negativeCounts[edge...].reduce(0, +),
      trueNegatives: negativeCounts[..<edge].reduce(0, +))
  }
}
