public import Reproducibility
public import Statistics

/// Intervals of the indices by resampling speeches, since the verbs of one speech are no independent draws.
public struct SpeechBootstrap: Sendable {
  /// The number of resamples.
  public let resampleCount: Int
  /// How often an interval should hold the true value, as 0.95.
  public let confidence: Double
  /// The seed of the draws.
  public let seed: UInt64

  /// - Precondition: the number of resamples is not negative, and the confidence lies strictly between 0 and 1.
  public init(resampleCount: Int, confidence: Double, seed: UInt64) {
    precondition(resampleCount >= 0, "\(resampleCount) resamples")
    precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
    self.resampleCount = resampleCount
    self.confidence = confidence
    self.seed = seed
  }

  /// The percentile interval of each index, in the order of `OperationalIndex`; nil where there are fewer than two speeches, or
  /// no resample has a value.
  ///
  /// Each resample draws as many speeches as there are, pools their counts, and then computes the indices; resamples in which
  /// one is undefined are left out of its interval. Draws depend on the seed and on `name` alone, so that neither other groups
  /// nor threads change them.
  ///
  /// - Parameters:
  ///   - speeches: the counts of each speech, in an order that the input's does not change.
  ///   - name: the group they belong to.
  /// - Complexity: O(resamples x speeches).
  public func intervals(
    of speeches: [VerbCounts], named name: String, diversity: DiversityEstimate, on parallelism: Parallelism
  ) -> [ConfidenceInterval?] {
    guard speeches.count > 1, resampleCount > 0 else { return OperationalIndex.allCases.map { _ in nil } }
    let width = VerbCounts.cellCount
    let cells = speeches.flatMap(\.cells)
    let generator = SeededGenerator(seed: seed).child(named: name)
    let values = parallelism.map(count: resampleCount) { resample in
      var draws = generator.child(named: "bootstrap", index: resample)
      var pooled = [Int](repeating: 0, count: width)
      for _ in 0..<speeches.count {
        let first = draws.index(below: speeches.count) * width
        for cell in 0..<width { pooled[cell] += cells[first + cell] }
      }
      let counts = VerbCounts(cells: pooled)
      return OperationalIndex.allCases.map { $0.value(of: counts, diversity: diversity) }
    }
    return OperationalIndex.allCases.indices.map { index in
      ConfidenceInterval.percentile(of: values.compactMap { $0[index] }, confidence: confidence)
    }
  }
}
