internal import Corpora
internal import Evaluation

/// How far what a run gives now is from what it recorded, where that can be measured.
struct RunDifferences {
  private let weights: Double?
  private let predictions: Double?
  private let metrics: Double?

  init(_ recorded: RecordedRun, _ outcome: RunOutcome) {
    let (then, now) = (recorded.model.logistic, outcome.model.logistic)
    weights = Self.largest(
      then.coefficients.elements + then.intercepts, now.coefficients.elements + now.intercepts)
    let rows = outcome.scores.rows
    predictions =
      recorded.scores.ids == rows.map(\.id) && recorded.scores.folds == rows.map(\.fold)
      ? Self.largest(recorded.scores.probabilities, rows.map(\.probability)) : nil
    let values = Metric.allCases.map { metric in
      (recorded.evaluation.result.metrics[metric].value, outcome.evaluation.result.metrics[metric].value)
    }
    metrics =
      values.contains { ($0.0 == nil) != ($0.1 == nil) }
      ? nil : Self.largest(values.compactMap(\.0), values.compactMap(\.1))
  }

  /// The largest difference at a stage; nil where it cannot be measured.
  subscript(stage: RunStage) -> Double? {
    switch stage {
    case .weights: weights
    case .predictions: predictions
    case .metrics: metrics
    case .input, .tokens, .split, .vocabulary, .matrix: nil
    }
  }

  private static func largest(_ one: [Double], _ other: [Double]) -> Double? {
    guard one.count == other.count else { return nil }
    return zip(one, other).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}

/// The scores that a run wrote, in their order.
struct PredictionTable {
  let ids: [String]
  let folds: [String]
  let probabilities: [Double]

  init(path: String) throws {
    var options = ReadingOptions()
    options.requiresTexts = false
    let table = try CorpusReader.read(path, options: options)
    ids = table.ids
    folds = try table.values(ofColumn: "fold")
    probabilities = try table.numbers(ofColumn: "probability", named: "probability (0 to 1 was expected)") {
      $0 >= 0 && $0 <= 1
    }
  }
}
