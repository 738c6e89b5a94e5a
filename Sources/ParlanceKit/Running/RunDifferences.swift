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
    var tally = ScoreTally()
    let known = outcome.scores.rows.map { recorded.scores[tally.key($0.id, fold: $0.fold)] }
    predictions =
      known.contains(nil) || known.count != recorded.scores.count
      ? nil : Self.largest(known.compactMap(\.self), outcome.scores.rows.map(\.probability))
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

/// Tells rows of one id and one fold apart by their order, since ids may come twice.
struct ScoreTally {
  private var counts: [String: Int] = [:]

  /// What the next row of an id in a fold is known by.
  mutating func key(_ id: String, fold: String) -> String {
    let name = "\(id)\u{0}\(fold)"
    counts[name, default: 0] += 1
    return "\(name)\u{0}\(counts[name] ?? 0)"
  }
}

/// The scores that a run wrote.
struct PredictionTable {
  /// The probability of each row, by what `ScoreTally` gives it.
  let scores: [String: Double]

  init(path: String) throws {
    var options = ReadingOptions()
    options.requiresTexts = false
    let table = try CorpusReader.read(path, options: options)
    let probabilities = try table.values(ofColumn: "probability")
    let folds = try table.values(ofColumn: "fold")
    var (tally, scores) = (ScoreTally(), [String: Double]())
    for row in 0..<table.count {
      guard let value = Double(probabilities[row]) else {
        throw ConfigurationError("\(table.place(ofRow: row)): \(probabilities[row].quoted) is no probability")
      }
      scores[tally.key(table.ids[row], fold: folds[row])] = value
    }
    self.scores = scores
  }
}
