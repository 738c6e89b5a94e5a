/// Every figure that a resample recomputes.
struct EvaluationFigures: Sendable {
  var metrics: MetricTable
  var classes: [ClassFigures]
  var averages: AverageFigures
  var murphy: MurphyDecomposition
  var calibration: [CalibrationBin]
  var massCalibration: [CalibrationBin]
  var thresholds: [ThresholdRow]

  /// Visits each figure in an order that is the same for all resamples of one evaluation.
  mutating func update(_ body: (inout MetricValue) -> Void) {
    for metric in Metric.allCases { body(&metrics[metric]) }
    for index in classes.indices { classes[index].figures.update(body) }
    averages.macro.update(body)
    averages.micro.update(body)
    averages.weighted.update(body)
    murphy.update(body)
    for index in calibration.indices { body(&calibration[index].observed) }
    for index in massCalibration.indices { body(&massCalibration[index].observed) }
    for index in thresholds.indices { thresholds[index].update(body) }
  }

  /// The figures alone, not-a-number where one is undefined.
  func values() -> [Double] {
    var copy = self
    var values: [Double] = []
    copy.update { values.append($0.value ?? .nan) }
    return values
  }
}

/// What of an evaluation is the same in every resample: the ranking, and where bins and thresholds are in it.
struct FigureCalculator: Sendable {
  let ranking: RankedScores
  private let binCount: Int
  private let positiveClass: Int
  private let widthBins: [BinPlace]
  private let massBins: [BinPlace]
  private let thresholds: [ThresholdPlace]
  private let partition: ScorePartition

  init(_ data: ScoredLabels, options: ValidatedEvaluationOptions) {
    ranking = RankedScores(data, decision: options.decision)
    binCount = options.binCount
    positiveClass = data.truth.positiveClass
    widthBins = ranking.widthBins(count: binCount)
    let total = ranking.weights.reduce(0, +)
    let sums = ranking.rankingSums(weights: ranking.weights, total: total, binCount: binCount)
    massBins = ranking.massBins(ends: sums.massBinEnds)
    thresholds = ranking.thresholdPlaces(decision: options.decision)
    let bins = (widthBins + massBins).flatMap { [$0.positions.lowerBound, $0.positions.upperBound] }
    partition = ScorePartition(cuts: bins + thresholds.map(\.position), count: ranking.count)
  }

  /// The figures where each position of the ranking weighs as `weights` says.
  ///
  /// - Complexity: O(n).
  func figures(weights: [Double]) -> EvaluationFigures {
    let sums = partition.cumulativeSums(of: ranking, weights: weights)
    let all = sums.all
    let confusion = ranking.confusion(weights: weights)
    let classes = confusion.classFigures
    let averages = confusion.averages(of: classes)
    let brier = all.squaredError / all.weight
    let widthSums = widthBins.map { sums[$0.positions] }
    let probability = ProbabilityFigures(
      brier: brier, logLoss: all.logLoss / all.weight,
      calibrationError: widthSums.reduce(0) { $0 + abs($1.positive - $1.score) } / all.weight,
      ranking: ranking.rankingSums(weights: weights, total: all.weight, binCount: binCount))
    return EvaluationFigures(
      metrics: MetricTable { metric in
        metric.value(
          confusion: confusion, positive: classes[positiveClass].figures, averages: averages, probability: probability)
      },
      classes: classes, averages: averages, murphy: MurphyDecomposition(bins: widthSums, brier: brier),
      calibration: zip(widthBins, widthSums).map { $0.bin(with: $1) },
      massCalibration: massBins.map { $0.bin(with: sums[$0.positions]) },
      thresholds: thresholds.map { ThresholdRow(at: $0, above: sums[0..<$0.position], all: all) })
  }
}

/// The figures that speak of probabilities rather than decisions.
private struct ProbabilityFigures {
  let brier: Double
  let logLoss: Double
  let calibrationError: Double
  let ranking: RankingSums
}

extension Metric {
  fileprivate func value(
    confusion: ConfusionTable, positive: RetrievalFigures, averages: AverageFigures, probability: ProbabilityFigures
  ) -> MetricValue {
    switch self {
    case .accuracy: confusion.accuracy
    case .balancedAccuracy: confusion.balancedAccuracy
    case .precision: positive.precision
    case .recall: positive.recall
    case .f1: positive.f1
    case .macroF1: averages.macro.f1
    case .mcc: confusion.matthewsCorrelation
    case .kappa: confusion.kappa
    case .logLoss: MetricValue(value: probability.logLoss)
    case .brier: MetricValue(value: probability.brier)
    case .rocAUC: .defined(probability.ranking.rocArea, elseBecause: "it needs positive and other rows")
    case .averagePrecision: .defined(probability.ranking.averagePrecision, elseBecause: "there is no positive row")
    case .eceWidth: MetricValue(value: probability.calibrationError)
    case .eceMass: MetricValue(value: probability.ranking.calibrationError)
    }
  }
}

extension MetricValue {
  fileprivate static func defined(_ value: Double, elseBecause note: String) -> MetricValue {
    value.isNaN ? .undefined(note) : MetricValue(value: value)
  }
}

extension RankedScores {
  /// The confusion table where each position weighs as `weights` says.
  func confusion(weights: [Double]) -> ConfusionTable {
    let classCount = classNames.count
    var cells = [Double](repeating: 0, count: classCount * classCount)
    let (weights, outcomes) = (weights.span, outcomes.span)
    var sums = cells.mutableSpan
    for index in weights.indices { sums[Int(outcomes[index])] += weights[index] }
    return ConfusionTable(
      labels: classNames,
      counts: (0..<classCount).map { Array(cells[($0 * classCount)..<(($0 + 1) * classCount)]) })
  }
}
