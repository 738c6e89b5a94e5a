public import Reproducibility
public import Statistics

/// The means and spreads of each actor in resamples of whole clusters, from which differences get intervals.
///
/// As many clusters as there are are drawn with replacement, each with all that anybody said in it; sums of entries are added up, not
/// statements. An actor that no drawn cluster has statements of is missing from that resample.
public struct ClusterResamples: Sendable {
  /// For each actor, its mean in each resample; not-a-number where it is missing.
  private let means: [[Double]]
  /// For each actor, its statements in each resample.
  private let counts: [[Double]]
  /// For each actor, the sum of squares about its mean in each resample.
  private let squares: [[Double]]

  private static let resamplesInPiece = 16

  /// Draws resamples.
  ///
  /// - Parameters:
  ///   - values: of each statement.
  ///   - generator: resample i is drawn by its child of that number, so that results are the same on any thread count.
  /// - Complexity: O(resamples × entries).
  public init(
    of values: [Double], in table: ClusterTable, count: Int, generator: SeededGenerator, on parallelism: Parallelism
  ) {
    let sums = ActorSums(values, in: table)
    let pieces = Pieces(itemCount: count, targetLength: Self.resamplesInPiece)
    let resamples = parallelism.map(count: pieces.count) { piece in
      var drawn = [UInt16](repeating: 0, count: table.clusterCount)
      return pieces[piece].map { resample in
        var source = generator.child(named: "resample", index: resample)
        return sums.resample(in: table, from: &source, drawn: &drawn)
      }
    }.flatMap { $0 }
    means = sums.means.indices.map { actor in
      resamples.map { $0.counts[actor] > 0 ? sums.means[actor] + $0.sums[actor] / $0.counts[actor] : .nan }
    }
    counts = sums.means.indices.map { actor in resamples.map { $0.counts[actor] } }
    squares = sums.means.indices.map { actor in
      resamples.map {
        $0.squares[actor] - ($0.counts[actor] > 0 ? $0.sums[actor] * $0.sums[actor] / $0.counts[actor] : 0)
      }
    }
  }

  /// The percentile interval of the difference in standard deviations; nil where no resample has one.
  public func effectSizeInterval(of first: Int, less second: Int, confidence: Double) -> ConfidenceInterval? {
    let effects = means[first].indices.compactMap { resample in
      Self.effectSize(
        difference: means[first][resample] - means[second][resample],
        squares: squares[first][resample] + squares[second][resample],
        statements: counts[first][resample] + counts[second][resample])
    }
    return ConfidenceInterval.percentile(of: effects, confidence: confidence)
  }

  /// Cohen's d: the difference over the standard deviation of two actors' statements about their own means, Σ (y - ȳ)² / (n - 2). Nil
  /// where there are fewer than three statements, or they do not vary.
  static func effectSize(difference: Double, squares: Double, statements: Double) -> Double? {
    guard difference.isFinite, statements > 2, squares > 1e-24 * statements else { return nil }
    return difference / (squares / (statements - 2)).squareRoot()
  }
}

/// The sums of each entry, of deviations from the actor's mean.
private struct ActorSums: Sendable {
  let means: [Double]
  private let actors: [Int32]
  private let counts: [Double]
  private let sums: [Double]
  private let squares: [Double]

  /// What a resample has of each actor.
  struct Resample: Sendable {
    var counts: [Double]
    var sums: [Double]
    var squares: [Double]
  }

  init(_ values: [Double], in table: ClusterTable) {
    let means = zip(table.actorSums(values), table.statementCounts).map { $0 / Double($1) }
    let deviations = zip(values, table.actors).map { $0 - means[$1] }
    self.means = means
    actors = table.entryActors.map(Int32.init)
    counts = table.entryCounts.map(Double.init)
    sums = table.entrySums(deviations)
    squares = table.entrySums(deviations.map { $0 * $0 })
  }

  /// - Parameter drawn: as many as there are clusters, all zero before and after.
  func resample(in table: ClusterTable, from generator: inout SeededGenerator, drawn: inout [UInt16]) -> Resample {
    var places = drawn.mutableSpan
    generator.tally(table.clusterCount, below: table.clusterCount, into: &places)
    let none = [Double](repeating: 0, count: means.count)
    var resample = Resample(counts: none, sums: none, squares: none)
    for cluster in 0..<table.clusterCount where drawn[cluster] > 0 {
      let times = Double(drawn[cluster])
      for entry in table.entries(of: cluster) {
        let actor = Int(actors[entry])
        resample.counts[actor] += times * counts[entry]
        resample.sums[actor] += times * sums[entry]
        resample.squares[actor] += times * squares[entry]
      }
      drawn[cluster] = 0
    }
    return resample
  }
}
