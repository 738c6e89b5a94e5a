/// Several resamples that share their passes over rows and units; each pass is made when a figure first asks for it.
final class ResampleBatch {
  let calculator: FigureCalculator
  /// How often each unit was drawn in each resample.
  let counts: [Lanes]

  init(_ calculator: FigureCalculator, drawn counts: [Lanes]) {
    self.calculator = calculator
    self.counts = counts
  }

  private(set) lazy var cells = calculator.unitSums.cells(drawn: counts)
  private(set) lazy var totals = calculator.unitSums.totals(drawn: counts)
  /// What each source of the ranking weighs in each resample.
  private(set) lazy var weights = calculator.blocks.ranked.weights(drawn: counts)
  private(set) lazy var areas = calculator.blocks.areas(weights: weights)
  private(set) lazy var scores = calculator.blocks.scores(weights: weights)
}

/// The figures of one resample, each computed when first asked for.
final class ResampleFigures {
  private let batch: ResampleBatch
  private let lane: Int
  private let calculator: FigureCalculator

  init(_ batch: ResampleBatch, lane: Int) {
    self.batch = batch
    calculator = batch.calculator
    self.lane = lane
  }

  private(set) lazy var confusion = ConfusionTable(
    labels: calculator.ranking.classNames, cells: batch.cells.map { $0[lane] })
  private(set) lazy var classes = confusion.classFigures
  private(set) lazy var averages = confusion.averages(of: classes)
  private lazy var totals = batch.totals.map { $0[lane] }
  private lazy var seen = SeenSums(areas: batch.areas, scores: batch.scores, lane: lane)
  private lazy var widthSums = seen.over(calculator.widthBins)

  private var widthCalibrationError: Double {
    widthSums.reduce(0) { $0 + abs($1.positive - $1.score) } / seen.all.weight
  }

  private var massCalibrationError: Double {
    let seen = seen
    let bins = MassBins(
      of: seen, in: calculator.blocks, weights: batch.weights, lane: lane, count: calculator.binCount)
    return bins.error / seen.all.weight
  }

  /// The share of the positive class, by weight.
  var prevalence: Double { seen.all.positive / seen.all.weight }

  /// The figure of `metric`.
  subscript(metric: Metric) -> MetricValue {
    switch metric {
    case .accuracy: confusion.accuracy
    case .balancedAccuracy: confusion.balancedAccuracy
    case .precision: classes[calculator.positiveClass].figures.precision
    case .recall: classes[calculator.positiveClass].figures.recall
    case .f1: classes[calculator.positiveClass].figures.f1
    case .macroF1: averages.macro.f1
    case .mcc: confusion.matthewsCorrelation
    case .kappa: confusion.kappa
    case .logLoss: MetricValue(value: totals.meanLogLoss)
    case .brier: MetricValue(value: totals.brier)
    case .rocAUC: .defined(batch.areas.rocArea(lane: lane), elseBecause: "it needs positive and other rows")
    case .averagePrecision:
      .defined(batch.areas.averagePrecision(lane: lane), elseBecause: "there is no positive row")
    case .eceWidth: MetricValue(value: widthCalibrationError)
    case .eceMass: MetricValue(value: massCalibrationError)
    }
  }

  /// Every figure.
  var all: EvaluationFigures {
    let (calculator, seen) = (calculator, seen)
    let (widthSums, all) = (widthSums, seen.all)
    return EvaluationFigures(
      metrics: MetricTable { self[$0] }, classes: classes, averages: averages,
      murphy: MurphyDecomposition(bins: widthSums, totals: totals),
      calibration: zip(calculator.widthBins, widthSums).map { $0.place.bin(with: $1) },
      massCalibration: zip(calculator.massBins, seen.over(calculator.massBins)).map { $0.place.bin(with: $1) },
      thresholds: calculator.thresholds.map {
        ThresholdRow(at: $0.place, above: seen[0..<$0.blockCount], all: all)
      })
  }
}

extension ConfusionTable {
  /// - Parameter cells: the table row by row.
  fileprivate init(labels: [String], cells: [Double]) {
    let width = labels.count
    self.init(labels: labels, counts: labels.indices.map { Array(cells[($0 * width)..<(($0 + 1) * width)]) })
  }
}

extension MetricValue {
  fileprivate static func defined(_ value: Double, elseBecause note: String) -> MetricValue {
    value.isNaN ? .undefined(note) : MetricValue(value: value)
  }
}
