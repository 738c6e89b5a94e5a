internal import Reproducibility
internal import Statistics
internal import Synchronization

/// How the intervals were made.
public struct BootstrapSummary: Codable, Sendable, Hashable {
  /// The number of resamples.
  public let resampleCount: Int
  /// How often a resample without positive or without other rows was drawn anew.
  public let redrawCount: Int
  /// The number of things resampled: clusters, or rows.
  public let unitCount: Int
  /// Whether clusters were resampled.
  public let isClustered: Bool
  /// The seed of the draws.
  public let seed: UInt64
  /// How often the intervals should hold the true value.
  public let confidence: Double
  /// What has to be known to read the intervals, as that the clusters are few; nil where nothing has.
  public let note: String?
}

/// Draws resamples of rows, or of whole clusters of rows, by counting how often each is drawn.
struct Bootstrap: Sendable {
  /// Percentile intervals over fewer clusters than this are known to be too short (formulas 4.16).
  static let fewClusters = 30
  /// Batches of resamples that one thread takes at a time, and uses its memory again for.
  private static let batchesInPiece = 4

  private let calculator: FigureCalculator
  private let options: ValidatedEvaluationOptions
  private let draws: ResampleDraws

  init(_ calculator: FigureCalculator, options: ValidatedEvaluationOptions) {
    self.calculator = calculator
    self.options = options
    draws = ResampleDraws(calculator.blocks.ranked, unitCount: calculator.units.count, seed: options.seed)
  }

  /// The intervals of some figures, and how they were made. There are no intervals where there is only one unit.
  ///
  /// Resample i is drawn by a generator of its own, made from the seed and i; results are the same on any thread count.
  ///
  /// - Parameter values: the figures of a resample, as many and in the same order for each; not-a-number where undefined.
  /// - Complexity: O(resamples × n).
  func intervals(
    on parallelism: Parallelism, progress: ProgressHandler?, of values: @Sendable (ResampleFigures) -> [Double]
  ) -> (intervals: [ConfidenceInterval?], summary: BootstrapSummary) {
    let units = calculator.units
    guard units.count >= 2 else {
      let note = units.isClustered ? "one cluster has no interval" : "one row has no interval"
      return ([], summary(resamples: 0, redraws: 0, note: note))
    }
    let results = resamples(on: parallelism, progress: progress, of: values)
    let intervals = results[0].values.indices.map { index in
      ConfidenceInterval.percentile(
        of: results.map { $0.values[index] }.filter { !$0.isNaN }, confidence: options.confidence)
    }
    let isFew = units.isClustered && units.count < Self.fewClusters
    let note = isFew ? "\(units.count) clusters are few: percentile intervals over them are too short" : nil
    return (intervals, summary(resamples: results.count, redraws: results.reduce(0) { $0 + $1.redraws }, note: note))
  }

  private func summary(resamples: Int, redraws: Int, note: String?) -> BootstrapSummary {
    BootstrapSummary(
      resampleCount: resamples, redrawCount: redraws, unitCount: calculator.units.count,
      isClustered: calculator.units.isClustered, seed: options.seed, confidence: options.confidence, note: note)
  }

  private struct Resample: Sendable {
    let values: [Double]
    let redraws: Int
  }

  private func resamples(
    on parallelism: Parallelism, progress: ProgressHandler?, of values: @Sendable (ResampleFigures) -> [Double]
  ) -> [Resample] {
    let width = Lanes.scalarCount
    let batchCount = (options.resampleCount + width - 1) / width
    let pieces = Pieces(itemCount: batchCount, targetLength: Self.batchesInPiece)
    let completed = Atomic<Int>(0)
    return parallelism.map(count: pieces.count) { piece in
      var scratch = ResampleDraws.Scratch(unitCount: calculator.units.count)
      var resamples: [Resample] = []
      for batch in pieces[piece] {
        let indices = (batch * width)..<min((batch + 1) * width, options.resampleCount)
        let redraws = draws.draw(indices, into: &scratch)
        let figures = ResampleBatch(calculator, drawn: scratch.counts)
        resamples += redraws.indices.map { lane in
          Resample(values: values(ResampleFigures(figures, lane: lane)), redraws: redraws[lane])
        }
        let done = completed.wrappingAdd(indices.count, ordering: .relaxed).newValue
        progress?(WorkProgress(stage: "bootstrap", completed: done, total: options.resampleCount, unit: "resamples"))
      }
      return resamples
    }.flatMap { $0 }
  }
}
