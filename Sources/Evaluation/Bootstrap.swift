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

  private let calculator: FigureCalculator
  private let options: ValidatedEvaluationOptions
  /// The unit of each position of the ranking; nil where each position is one.
  private let units: [Int32]?
  let unitCount: Int
  /// Whether a unit has weight of positive and of other rows.
  private let hasPositive: [Bool]
  private let hasOther: [Bool]
  private let needsBoth: Bool

  init(_ calculator: FigureCalculator, clusters: [Int]?, options: ValidatedEvaluationOptions) {
    let ranking = calculator.ranking
    let units = clusters.map { Self.numbered($0, in: ranking.rows) }
    let unitCount = units.map { Int($0.max() ?? -1) + 1 } ?? ranking.count
    var hasPositive = [Bool](repeating: false, count: unitCount)
    var hasOther = hasPositive
    for position in 0..<ranking.count where ranking.weights[position] > 0 {
      let unit = units.map { Int($0[position]) } ?? position
      if ranking.positives[position] == 1 { hasPositive[unit] = true } else { hasOther[unit] = true }
    }
    self.calculator = calculator
    self.options = options
    self.units = units
    self.unitCount = unitCount
    self.hasPositive = hasPositive
    self.hasOther = hasOther
    needsBoth = hasPositive.contains(true) && hasOther.contains(true)
  }

  /// Numbers clusters from 0 in ascending order of their ids, so that the draws do not depend on the order of the rows.
  private static func numbered(_ clusters: [Int], in rows: [Int]) -> [Int32] {
    var numbers: [Int: Int32] = [:]
    for id in clusters.sorted() where numbers[id] == nil { numbers[id] = Int32(numbers.count) }
    return rows.map { numbers[clusters[$0]] ?? 0 }
  }

  /// The intervals of `figures`, and how they were made.
  ///
  /// Resample i is drawn by a generator of its own, made from the seed and i; results are the same on any thread count.
  ///
  /// - Complexity: O(resamples × n).
  func intervals(
    of figures: EvaluationFigures, on parallelism: Parallelism, progress: ProgressHandler?
  ) -> (figures: EvaluationFigures, summary: BootstrapSummary) {
    guard unitCount >= 2 else {
      let note = units == nil ? "one row has no interval" : "one cluster has no interval"
      return (figures, summary(resamples: 0, redraws: 0, note: note))
    }
    let results = resamples(on: parallelism, progress: progress)
    var index = 0
    var result = figures
    result.update { value in
      let resampled = results.map { $0.values[index] }.filter { !$0.isNaN }
      value = value.with(.percentile(of: resampled, confidence: options.confidence))
      index += 1
    }
    let isFew = units != nil && unitCount < Self.fewClusters
    let note = isFew ? "\(unitCount) clusters are few: percentile intervals over them are too short" : nil
    return (result, summary(resamples: results.count, redraws: results.reduce(0) { $0 + $1.redraws }, note: note))
  }

  private func summary(resamples: Int, redraws: Int, note: String?) -> BootstrapSummary {
    BootstrapSummary(
      resampleCount: resamples, redrawCount: redraws, unitCount: unitCount, isClustered: units != nil,
      seed: options.seed, confidence: options.confidence, note: note)
  }

  private func resamples(on parallelism: Parallelism, progress: ProgressHandler?) -> [Resample] {
    let pieces = Pieces(itemCount: options.resampleCount, targetLength: 16)
    let completed = Atomic<Int>(0)
    return parallelism.map(count: pieces.count) { piece in
      let resamples = pieces[piece].map(resample)
      let done = completed.wrappingAdd(resamples.count, ordering: .relaxed).newValue
      progress?(WorkProgress(stage: "bootstrap", completed: done, total: options.resampleCount, unit: "resamples"))
      return resamples
    }.flatMap { $0 }
  }

  private struct Resample: Sendable {
    let values: [Double]
    let redraws: Int
  }

  private func resample(_ index: Int) -> Resample {
    var generator = SeededGenerator(seed: options.seed).child(named: "bootstrap", index: index)
    var redraws = 0
    var counts = draw(from: &generator)
    while !isComplete(counts) {
      redraws += 1
      counts = draw(from: &generator)
    }
    return Resample(values: calculator.figures(weights: weights(counts)).values(), redraws: redraws)
  }

  /// How often each unit was drawn in `unitCount` draws.
  private func draw(from generator: inout SeededGenerator) -> [Int32] {
    var counts = [Int32](repeating: 0, count: unitCount)
    var drawn = counts.mutableSpan
    for _ in 0..<unitCount { drawn[generator.index(below: unitCount)] += 1 }
    return counts
  }

  /// Whether both kinds of rows were drawn, where there are both.
  private func isComplete(_ counts: [Int32]) -> Bool {
    guard needsBoth else { return true }
    var (positive, other) = (false, false)
    for unit in counts.indices where counts[unit] > 0 {
      positive = positive || hasPositive[unit]
      other = other || hasOther[unit]
      if positive, other { return true }
    }
    return false
  }

  private func weights(_ counts: [Int32]) -> [Double] {
    var weights = calculator.ranking.weights
    let counts = counts.span
    var products = weights.mutableSpan
    if let units {
      let units = units.span
      for position in products.indices { products[position] *= Double(counts[Int(units[position])]) }
    } else {
      for position in products.indices { products[position] *= Double(counts[position]) }
    }
    return weights
  }
}
