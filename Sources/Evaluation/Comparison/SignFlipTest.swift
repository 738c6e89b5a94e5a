internal import Reproducibility

/// The randomisation test of two models over clusters: were they alike, exchanging their predictions within a cluster would change
/// nothing but the sign of what that cluster adds to the difference.
///
/// Clusters may be few: with G of them all 2^G ways are tried up to G = 20, so that the level is exact; beyond, and where rows are
/// so many that it would take minutes, ways are drawn.
struct SignFlipTest: Sendable {
  /// All ways are tried up to this many clusters.
  static let mostClustersTriedAll = 20
  /// All ways are tried while ways times rows are no more than this: some half a minute of one thread.
  static let mostRowsRead = 1 << 32
  private static let batchesInPiece = 16

  /// The probability of a difference at least as large, for each metric; not-a-number where undefined.
  let probabilities: [Double]
  /// Whether all ways were tried.
  let isExact: Bool
  /// The number of ways: all there are, or those drawn.
  let wayCount: Int

  /// Runs the test, the same bit for bit on any thread count.
  ///
  /// - Complexity: O(ways × n).
  init(
    _ swapped: SwappedClusters, drawing drawCount: Int, seed: UInt64, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) {
    let clusters = swapped.clusterCount
    isExact =
      clusters <= Self.mostClustersTriedAll && swapped.rowCount <= Self.mostRowsRead >> clusters
    // Exchanging every cluster only turns the sign, so that half of the ways tell the other half.
    let tried = isExact ? 1 << (clusters - 1) : drawCount
    wayCount = isExact ? 1 << clusters : drawCount
    let observed = swapped.differences(lanes: 1) { _, _ in false }[0]
    let width = Lanes.scalarCount
    let pieces = Pieces(itemCount: (tried + width - 1) / width, targetLength: Self.batchesInPiece)
    let isExact = isExact
    let counter = StageCounter(stage: "sign flips", total: tried, unit: "ways", progress: progress)
    let counts = parallelism.map(count: pieces.count) { piece in
      var counts = [Int](repeating: 0, count: observed.count)
      for batch in pieces[piece] {
        let ways = (batch * width)..<min((batch + 1) * width, tried)
        let differences =
          isExact
          ? swapped.differences(lanes: ways.count) { lane, cluster in (ways.lowerBound + lane) >> cluster & 1 == 1 }
          : Self.drawn(ways, of: swapped, seed: seed)
        for difference in differences {
          for index in counts.indices where Self.isAtLeast(difference[index], observed[index]) { counts[index] += 1 }
        }
        counter.finish(ways.count)
      }
      return counts
    }
    let totals = observed.indices.map { index in counts.reduce(0) { $0 + $1[index] } }
    probabilities = observed.indices.map { index in
      if observed[index].isNaN { return .nan }
      return isExact
        ? Double(totals[index]) / Double(tried) : Double(1 + totals[index]) / Double(tried + 1)
    }
  }

  private static func drawn(_ ways: Range<Int>, of swapped: SwappedClusters, seed: UInt64) -> [[Double]] {
    let flips = ways.map { way in
      var generator = SeededGenerator(seed: seed).child(named: "sign flips", index: way)
      return (0..<swapped.clusterCount).map { _ in generator.next() >> 63 == 1 }
    }
    return swapped.differences(lanes: ways.count) { lane, cluster in flips[lane][cluster] }
  }

  /// Equal differences are told by sums in different orders, so that their last digits do not count.
  private static func isAtLeast(_ difference: Double, _ observed: Double) -> Bool {
    abs(difference) >= abs(observed) - 1e-12 * max(1, abs(observed))
  }
}
