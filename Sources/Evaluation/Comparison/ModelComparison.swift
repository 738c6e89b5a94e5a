public import Reproducibility
internal import Statistics

/// Two models on the same rows: by how much their figures differ, and whether chance would do as much.
public struct ModelComparison: Codable, Sendable, Hashable {
  /// Where the probabilities `p` come from.
  public struct Test: Codable, Sendable, Hashable {
    /// A kind of test.
    public enum Kind: String, Codable, Sendable, Hashable {
      /// p = (1 + #{|d* - d| ≥ |d|}) / (B + 1) over the bootstrap's resamples.
      case bootstrap
      /// All ways to exchange the models' predictions within clusters.
      case exactSignFlips
      /// Such ways drawn at random, with one added to both counts.
      case drawnSignFlips
    }

    /// The kind of test.
    public let kind: Kind
    /// The number of resamples, or of ways to exchange predictions.
    public let count: Int
  }

  /// The number of rows.
  public let rows: Int
  /// What the class is called that the score speaks of.
  public let positive: String
  /// The share of the positive class, by weight.
  public let prevalence: Double
  /// How the models differ, by metric: the first less the second.
  public let metrics: PerMetric<MetricDifference>
  /// Where the metrics' p comes from; nil where there was no test.
  public let test: Test?
  /// DeLong's comparison of the areas under the ROC curves; nil without two rows of either kind, or with weights.
  public let deLong: PairedDeLong?
  /// McNemar's exact test of which model is more often right; nil with weights.
  public let mcNemar: McNemarTest?
  /// How the intervals were made; nil where none were asked for.
  public let bootstrap: BootstrapSummary?
  /// What has to be known to read the figures.
  public let notes: [String]

  /// Compares two models' predictions of the same rows, resampling both together: the rows, or whole clusters of them.
  ///
  /// Below 30 clusters the bootstrap is not trusted with a test, and `SignFlipTest` takes over. Results are the same bit for bit on
  /// any thread count.
  ///
  /// - Parameter options: as for an evaluation.
  /// - Throws: `EvaluationError` for predictions of other rows or classes, and for a threshold with more than two classes.
  /// - Complexity: O(resamples × n), with up to 20 clusters O(2^clusters × n) besides.
  public init(
    _ a: ScoredLabels, _ b: ScoredLabels, options: ValidatedEvaluationOptions, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    guard a.truth == b.truth else {
      throw EvaluationError("the two models were not scored on the same rows (\(a.count) and \(b.count) rows)")
    }
    try Evaluator(options).checkDecision(for: a)
    let pair = try ScoredPair(a, b, options: options)
    let figures = pair.calculators.map(\.unresampled)
    let differences = Metric.allCases.map { (figures[0][$0].value ?? .nan) - (figures[1][$0].value ?? .nan) }
    var outcome: Bootstrap.Outcome?
    if options.resampleCount > 0 {
      outcome = Bootstrap(pair.calculators[0], options: options).intervals(
        on: parallelism, progress: progress, of: pair.differences)
    }
    let (test, probabilities) = try pair.test(
      differences, resamples: outcome?.resamples ?? [], options: options, on: parallelism, progress: progress)
    metrics = PerMetric { metric in
      let index = Metric.allCases.firstIndex(of: metric) ?? 0
      let interval = outcome.flatMap { $0.intervals.isEmpty ? nil : $0.intervals[index] }
      return MetricDifference(
        difference: differences[index].isNaN ? nil : differences[index], low: interval?.low, high: interval?.high,
        p: probabilities[index].isNaN ? nil : probabilities[index], a: figures[0][metric].value,
        b: figures[1][metric].value)
    }
    self.test = test
    rows = a.count
    positive = a.truth.classNames[a.truth.positiveClass]
    prevalence = figures[0].prevalence
    deLong = PairedDeLong(pair.calculators[0].ranking, pair.calculators[1].ranking, confidence: options.confidence)
    let isWeighted = a.truth.weights?.contains { $0 != 1 } ?? false
    mcNemar = isWeighted ? nil : McNemarTest(a, b, decision: options.decision)
    bootstrap = outcome?.summary.ofRows(unless: a.truth.clusters != nil)
    notes = Self.notes(isClustered: a.truth.clusters != nil, clusterCount: pair.clusterCount, test: test)
  }

  private static func notes(isClustered: Bool, clusterCount: Int, test: Test?) -> [String] {
    guard isClustered else { return [] }
    var notes = [
      "DeLong's and McNemar's tests take rows for independent draws; the intervals and p over clusters do not"
    ]
    switch test?.kind {
    case .exactSignFlips:
      notes.append(
        "\(clusterCount) clusters are few: p comes from all \(test?.count ?? 0) ways to exchange the models in them")
      if clusterCount < 6 {
        notes.append("with \(clusterCount) clusters no p can be below \(2 / Double(1 << clusterCount))")
      }
    case .drawnSignFlips:
      notes.append(
        "\(clusterCount) clusters are few: p comes from \(test?.count ?? 0) drawn ways to exchange the models in them")
    case .bootstrap, nil: break
    }
    return notes
  }
}

/// Both models' figures over the same units of resampling.
private struct ScoredPair: Sendable {
  let calculators: [FigureCalculator]
  let clusterCount: Int
  private let a: ScoredLabels
  private let b: ScoredLabels
  private let clusters: [Int]
  private let isClustered: Bool

  /// Rows that are in no cluster become clusters of their own, since only the numbers of clusters are the same for both models.
  init(_ a: ScoredLabels, _ b: ScoredLabels, options: ValidatedEvaluationOptions) throws {
    let ids = a.truth.clusters ?? Array(0..<a.count)
    var numbers: [Int: Int] = [:]
    for id in Set(ids).sorted() { numbers[id] = numbers.count }
    clusters = ids.map { numbers[$0] ?? 0 }
    clusterCount = numbers.count
    isClustered = a.truth.clusters != nil
    self.a = a
    self.b = b
    let clusters = clusters
    calculators = try [a, b].map { data in
      let truth = LabelledRows(
        classNames: data.truth.classNames, labels: data.truth.labels, positiveClass: data.truth.positiveClass,
        weights: data.truth.weights, clusters: clusters)
      return FigureCalculator(try ScoredLabels(truth, probabilities: data.probabilities), options: options)
    }
  }

  var differences: Bootstrap.Figures {
    { [calculators] counts, lanes in
      let batches = calculators.map { ResampleBatch($0, drawn: counts) }
      return (0..<lanes).map { lane in
        let figures = batches.map { ResampleFigures($0, lane: lane) }
        return Metric.allCases.map { (figures[0][$0].value ?? .nan) - (figures[1][$0].value ?? .nan) }
      }
    }
  }

  func test(
    _ differences: [Double], resamples: [[Double]], options: ValidatedEvaluationOptions, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws -> (ModelComparison.Test?, [Double]) {
    let none = [Double](repeating: .nan, count: differences.count)
    guard !resamples.isEmpty else { return (nil, none) }
    if isClustered, clusterCount < Bootstrap.fewClusters {
      let swapped = try SwappedClusters(a, b, clusters: clusters, clusterCount: clusterCount, options: options)
      let flips = SignFlipTest(
        swapped, drawing: options.resampleCount, seed: options.seed, on: parallelism, progress: progress)
      return (
        ModelComparison.Test(kind: flips.isExact ? .exactSignFlips : .drawnSignFlips, count: flips.wayCount),
        flips.probabilities
      )
    }
    let probabilities = differences.indices.map { index in
      differences[index].isNaN ? .nan : Self.nullCentred(resamples.map { $0[index] }, about: differences[index])
    }
    return (ModelComparison.Test(kind: .bootstrap, count: resamples.count), probabilities)
  }

  private static func nullCentred(_ resamples: [Double], about difference: Double) -> Double {
    let defined = resamples.filter { !$0.isNaN }
    let beyond = defined.count { abs($0 - difference) >= abs(difference) }
    return Double(1 + beyond) / Double(defined.count + 1)
  }
}

extension BootstrapSummary {
  /// The summary of a bootstrap over clusters, or of one for which each row was made a cluster.
  fileprivate func ofRows(unless isClustered: Bool) -> BootstrapSummary {
    isClustered
      ? self
      : BootstrapSummary(
        resampleCount: resampleCount, redrawCount: redrawCount, unitCount: unitCount, isClustered: false, seed: seed,
        confidence: confidence, interval: interval, note: unitCount < 2 ? "one row has no interval" : nil)
  }
}
