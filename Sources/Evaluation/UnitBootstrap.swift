public import Reproducibility
internal import Statistics

/// Intervals of any figures over units or whole clusters of them: what coders label, or articles.
///
/// Resample i is drawn by a generator of its own, made from the seed, the stream's name and i, so that results are the same on any
/// thread count.
public struct UnitBootstrap: Sendable {
  /// What resampling gave.
  public struct Outcome: Sendable {
    fileprivate let intervals: [ConfidenceInterval?]
    /// How the intervals were made.
    public let summary: BootstrapSummary

    /// The figures of the sample itself with their intervals.
    ///
    /// - Parameter values: in the order of the resampled figures; not-a-number where undefined.
    /// - Precondition: there are as many as were resampled.
    public func adding(to values: [Double]) -> [MetricValue] {
      precondition(values.count == intervals.count, "\(values.count) figures and \(intervals.count) intervals")
      return zip(values, intervals).map { MetricValue(value: $0.isNaN ? nil : $0).with($1) }
    }
  }

  private static let resamplesInPiece = 16

  private let units: ResampledUnits
  private let stream: String
  private let options: ValidatedEvaluationOptions

  /// Resamples `unitCount` units, or whole clusters of them.
  ///
  /// - Parameters:
  ///   - clusters: the number of each unit's cluster, or nil.
  ///   - stream: names the random stream.
  ///   - options: of which the confidence, the number of resamples and the seed are used.
  /// - Precondition: there are as many clusters as units.
  public init(unitCount: Int, clusters: [Int]? = nil, stream: String, options: ValidatedEvaluationOptions) {
    precondition((clusters?.count ?? unitCount) == unitCount, "\(clusters?.count ?? 0) clusters of \(unitCount) units")
    units = ResampledUnits(clusters, count: unitCount)
    self.stream = stream
    self.options = options
  }

  /// The intervals of the figures that `figures` computes from how often each unit was drawn, without the resamples in which a
  /// figure is undefined. Nil where no resamples were asked for, or there is only one unit or cluster.
  ///
  /// - Parameters:
  ///   - main: what the first figure is called in notes.
  ///   - clusters: what clusters are called in notes.
  ///   - figures: gives the figures in one order, not-a-number where undefined.
  /// - Complexity: O(resamples) times that of `figures`.
  public func outcome(
    on parallelism: Parallelism, main: String, clusters: String = "clusters",
    of figures: @Sendable ([Double]) -> [Double]
  ) -> Outcome? {
    guard options.resampleCount > 0, units.count >= 2 else { return nil }
    let pieces = Pieces(itemCount: options.resampleCount, targetLength: Self.resamplesInPiece)
    let resamples = parallelism.map(count: pieces.count) { piece in
      pieces[piece].map { resample in
        var generator = SeededGenerator(seed: options.seed).child(named: stream, index: resample)
        return figures(units.draw(from: &generator))
      }
    }.flatMap { $0 }
    let intervals = resamples[0].indices.map { index in
      ConfidenceInterval.percentile(
        of: resamples.map { $0[index] }.filter { !$0.isNaN }, confidence: options.confidence)
    }
    var note: String?
    let undefined = resamples.count { $0.first?.isNaN == true }
    if units.isClustered, units.count < Bootstrap.fewClusters {
      note = "\(units.count) \(clusters) are few: percentile intervals over them are too short"
    } else if undefined > 0 {
      note = "\(main) is undefined in \(undefined) of \(resamples.count) resamples, which its interval leaves out"
    }
    return Outcome(intervals: intervals, summary: summary(note: note))
  }

  private func summary(note: String?) -> BootstrapSummary {
    BootstrapSummary(
      resampleCount: options.resampleCount, redrawCount: 0, unitCount: units.count, isClustered: units.isClustered,
      seed: options.seed, confidence: options.confidence, interval: .percentile, note: note)
  }
}

/// What is drawn when units are resampled: single units, or whole clusters of them.
private struct ResampledUnits: Sendable {
  private let groupOfUnit: [Int]
  let count: Int
  let isClustered: Bool

  init(_ clusters: [Int]?, count: Int) {
    isClustered = clusters != nil
    let ids = clusters ?? Array(0..<count)
    var numbers: [Int: Int] = [:]
    for id in Set(ids).sorted() { numbers[id] = numbers.count }
    groupOfUnit = ids.map { numbers[$0] ?? 0 }
    self.count = numbers.count
  }

  /// How often each unit is in a resample.
  func draw(from generator: inout SeededGenerator) -> [Double] {
    var drawn = [Double](repeating: 0, count: count)
    for _ in 0..<count { drawn[generator.index(below: count)] += 1 }
    return groupOfUnit.map { drawn[$0] }
  }
}
