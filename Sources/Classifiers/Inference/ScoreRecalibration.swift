internal import RealModule
internal import Reproducibility

/// Scores mapped to probabilities by what was coded, without letting a row's own coding into its score.
///
/// Rows, or whole clusters of them, are dealt to folds; the scores of a fold are mapped by Platt's map fitted to the coded rows of
/// the other folds, each weighing 1/π. Corrected estimates stay unbiased, which they would not if a row's own coding moved its
/// score, and are surer where the classifier's probabilities are off in this corpus (Egami and others 2023 call it cross-fitting).
public struct ScoreRecalibration: Sendable, Hashable {
  /// The number of folds.
  public let foldCount: Int
  /// Of the dealing.
  public let seed: UInt64

  /// Probabilities are kept this far from 0 and 1, which have no log-odds.
  private static let margin = 1e-6

  /// - Throws: `ClassifierError` for fewer than two folds.
  public init(foldCount: Int, seed: UInt64) throws {
    guard foldCount >= 2, foldCount <= 1000 else {
      throw ClassifierError.badOption("cross-fit", value: "\(foldCount)", expected: "a number of folds from 2 to 1000")
    }
    self.foldCount = foldCount
    self.seed = seed
  }

  /// The same data with the scores mapped.
  ///
  /// - Precondition: the scores are probabilities, and the outcomes 0 or 1.
  /// - Throws: `ClassifierError` where the coded rows outside some fold have one outcome alone.
  /// - Complexity: O(folds x coded rows + rows).
  public func recalibrated(_ data: SurrogateData) throws -> SurrogateData {
    let folds = folds(of: data)
    let logits = data.surrogates.map { score in
      let inner = min(1 - Self.margin, max(Self.margin, score))
      return Double.log(inner) - Double.log(1 - inner)
    }
    let maps = try (0..<foldCount).map { fold in
      let others = data.codings.filter { folds[$0.row] != fold }
      let weights = others.map { 1 / $0.probability }
      let mean = weights.reduce(0, +) / Double(max(1, weights.count))
      let positives = others.count { $0.outcome == 1 }
      guard positives > 0, positives < others.count else {
        throw ClassifierError(
          problem:
            "the \(others.count) hand-coded rows outside fold \(fold + 1) of \(foldCount) have one outcome alone "
            + "(both were expected)",
          hint: "take fewer folds with --cross-fit, code more rows, or leave it out")
      }
      return try PlattScaling(
        fitting: others.map { logits[$0.row] }, isPositive: others.map { $0.outcome == 1 },
        weights: weights.map { $0 / mean })
    }
    return data.replacing(surrogates: logits.indices.map { maps[folds[$0]].probability(of: logits[$0]) })
  }

  /// The fold of each row. Coded rows, or clusters that have some, are dealt first, so that folds have as many of them as can be.
  private func folds(of data: SurrogateData) -> [Int] {
    let units = data.clusters ?? Array(0..<data.rowCount)
    let unitCount = (units.max() ?? -1) + 1
    var isCoded = [Bool](repeating: false, count: unitCount)
    for coding in data.codings { isCoded[units[coding.row]] = true }
    var generator = SeededGenerator(seed: seed).child(named: "cross-fit")
    let shuffled = generator.shuffled(Array(0..<unitCount))
    let order = shuffled.filter { isCoded[$0] } + shuffled.filter { !isCoded[$0] }
    var foldOfUnit = [Int](repeating: 0, count: unitCount)
    for (place, unit) in order.enumerated() { foldOfUnit[unit] = place % foldCount }
    return units.map { foldOfUnit[$0] }
  }
}
