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
  /// How resamples became intervals; nil in files of versions that knew percentiles only.
  public let interval: IntervalMethod?
  /// What has to be known to read the intervals, as that the clusters are few; nil where nothing has.
  public let note: String?
}

/// Draws resamples of rows, or of whole clusters of rows, by counting how often each is drawn.
struct Bootstrap: Sendable {
  /// The figures of some resamples that are computed side by side: how often each unit is in each, the number of lanes that are
  /// in use, and for each of those the figures, in one order and not-a-number where undefined.
  typealias Figures = @Sendable (_ counts: [Lanes], _ lanes: Int) -> [[Double]]

  /// What resampling gave.
  struct Outcome: Sendable {
    /// The interval of each figure; empty where there is only one unit.
    let intervals: [ConfidenceInterval?]
    /// The figures of each resample.
    let resamples: [[Double]]
    let summary: BootstrapSummary
  }

  /// Percentile intervals over fewer clusters than this are known to be too short (formulas 4.16).
  static let fewClusters = 30
  /// Batches of resamples that one thread takes at a time, and uses its memory again for.
  private static let batchesInPiece = 4

  let units: ResamplingUnits
  let options: ValidatedEvaluationOptions
  private let draws: ResampleDraws

  /// - Parameter calculator: of the rows that are resampled; of those of one of the models, where several are compared.
  init(_ calculator: FigureCalculator, options: ValidatedEvaluationOptions) {
    units = calculator.units
    self.options = options
    draws = ResampleDraws(calculator.blocks.ranked, unitCount: calculator.units.count, seed: options.seed)
  }

  /// The intervals of some figures, and how they were made. There are no intervals where there is only one unit.
  ///
  /// Resample i is drawn by a generator of its own, made from the seed and i; results are the same on any thread count.
  ///
  /// - Complexity: O(resamples × n), and for the method `bca` O(min(units, 2,000) × n) besides.
  func intervals(on parallelism: Parallelism, progress: ProgressHandler?, of figures: Figures) -> Outcome {
    guard units.count >= 2 else {
      let note = units.isClustered ? "one cluster has no interval" : "one row has no interval"
      return Outcome(intervals: [], resamples: [], summary: summary(resamples: 0, redraws: 0, note: note))
    }
    let results = resamples(on: parallelism, progress: progress, of: figures)
    let values = results.map(\.values)
    let intervals =
      switch options.interval {
      case .percentile: percentileIntervals(values)
      case .bca: biasCorrectedIntervals(values, on: parallelism, of: figures)
      }
    return Outcome(
      intervals: intervals, resamples: values,
      summary: summary(
        resamples: results.count, redraws: results.reduce(0) { $0 + $1.redraws }, note: note(on: intervals, of: values))
    )
  }

  /// What has to be known to read the intervals; nil where nothing has.
  private func note(on intervals: [ConfidenceInterval?], of resamples: [[Double]]) -> String? {
    var parts: [String] = []
    if units.isClustered, units.count < Self.fewClusters {
      let kind = options.interval == .percentile ? "percentile intervals" : "intervals"
      parts.append("\(units.count) clusters are few: \(kind) over them are too short")
    }
    if options.interval == .bca {
      let without = intervals.indices.count { index in
        intervals[index] == nil && resamples.contains { !$0[index].isNaN }
      }
      if without > 0 {
        parts.append(
          "\(without) of \(intervals.count) figures have no BCa interval: their resamples lie on one side of them")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func percentileIntervals(_ resamples: [[Double]]) -> [ConfidenceInterval?] {
    resamples[0].indices.map { index in
      ConfidenceInterval.percentile(
        of: resamples.map { $0[index] }.filter { !$0.isNaN }, confidence: options.confidence)
    }
  }

  private func summary(resamples: Int, redraws: Int, note: String?) -> BootstrapSummary {
    BootstrapSummary(
      resampleCount: resamples, redrawCount: redraws, unitCount: units.count, isClustered: units.isClustered,
      seed: options.seed, confidence: options.confidence, interval: options.interval, note: note)
  }

  private struct Resample: Sendable {
    let values: [Double]
    let redraws: Int
  }

  private func resamples(
    on parallelism: Parallelism, progress: ProgressHandler?, of figures: Figures
  ) -> [Resample] {
    let width = Lanes.scalarCount
    let batchCount = (options.resampleCount + width - 1) / width
    let pieces = Pieces(itemCount: batchCount, targetLength: Self.batchesInPiece)
    let completed = Atomic<Int>(0)
    return parallelism.map(count: pieces.count) { piece in
      var scratch = ResampleDraws.Scratch(unitCount: units.count)
      var resamples: [Resample] = []
      for batch in pieces[piece] {
        let indices = (batch * width)..<min((batch + 1) * width, options.resampleCount)
        let redraws = draws.draw(indices, into: &scratch)
        resamples += zip(figures(scratch.counts, redraws.count), redraws).map {
          Resample(values: $0, redraws: $1)
        }
        let done = completed.wrappingAdd(indices.count, ordering: .relaxed).newValue
        progress?(WorkProgress(stage: "bootstrap", completed: done, total: options.resampleCount, unit: "resamples"))
      }
      return resamples
    }.flatMap { $0 }
  }
}

extension FigureCalculator {
  /// The figures of resamples of this calculator's rows.
  func figures(_ values: @escaping @Sendable (ResampleFigures) -> [Double]) -> Bootstrap.Figures {
    { counts, lanes in
      let batch = ResampleBatch(self, drawn: counts)
      return (0..<lanes).map { values(ResampleFigures(batch, lane: $0)) }
    }
  }
}
