internal import Statistics

/// McNemar's exact test: of the rows that one model gets right and the other wrong, does either get more?
///
/// It takes rows for independent draws.
public struct McNemarTest: Codable, Sendable, Hashable {
  /// The number of rows that only the first model gets right.
  public let onlyA: Int
  /// The number of rows that only the second model gets right.
  public let onlyB: Int
  /// The probability of a split as uneven as this one, or more so, were both as often right; 1 where there is none to split.
  public let p: Double

  /// The test for so many rows that only one of two models gets right.
  ///
  /// - Precondition: neither is negative.
  public init(onlyA: Int, onlyB: Int) {
    self.onlyA = onlyA
    self.onlyB = onlyB
    p = BinomialTest.twoSidedFair(onlyA, onlyB)
  }

  init(_ a: ScoredLabels, _ b: ScoredLabels, decision: DecisionRule) {
    let isRight = [a, b].map { data in
      (0..<data.count).map { decision.predictedClass(of: $0, in: data) == data.truth.labels[$0] }
    }
    let rows = 0..<a.count
    self.init(
      onlyA: rows.count { isRight[0][$0] && !isRight[1][$0] }, onlyB: rows.count { isRight[1][$0] && !isRight[0][$0] })
  }
}
