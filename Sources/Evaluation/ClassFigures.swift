/// How well one class, or an average of classes, is found.
public struct RetrievalFigures: Codable, Sendable, Hashable {
  /// Of the rows predicted so, the share that are; 0 with a note where none was predicted so.
  public internal(set) var precision: MetricValue
  /// Of the rows that are so, the share predicted so; 0 with a note where there are none.
  public internal(set) var recall: MetricValue
  /// The harmonic mean of precision and recall; 0 with a note where there is neither such a row nor such a prediction.
  public internal(set) var f1: MetricValue

  /// Gathers figures that were computed elsewhere.
  public init(precision: MetricValue, recall: MetricValue, f1: MetricValue) {
    self.precision = precision
    self.recall = recall
    self.f1 = f1
  }

  init(hits: Double, predicted: Double, actual: Double) {
    precision = .ratio(hits, predicted, elseZeroBecause: "no row was predicted to be of the class; 0 by convention")
    recall = .ratio(hits, actual, elseZeroBecause: "no row is of the class; 0 by convention")
    f1 = .ratio(
      2 * hits, predicted + actual, elseZeroBecause: "no row is of the class or predicted so; 0 by convention")
  }

  /// The mean of several figures, each counted by its weight.
  init(averaging figures: [RetrievalFigures], weights: [Double]) {
    func mean(_ path: KeyPath<RetrievalFigures, MetricValue>) -> MetricValue {
      let total = weights.reduce(0, +)
      var sum = 0.0
      var note: String?
      for (figure, weight) in zip(figures, weights) {
        sum += weight * (figure[keyPath: path].value ?? 0)
        if let reason = figure[keyPath: path].note, weight > 0 { note = "in at least one class, \(reason)" }
      }
      return MetricValue(value: sum / total, note: note)
    }
    precision = mean(\.precision)
    recall = mean(\.recall)
    f1 = mean(\.f1)
  }

  mutating func update(_ body: (inout MetricValue) -> Void) {
    body(&precision)
    body(&recall)
    body(&f1)
  }
}

/// How well one class is found, and how often it occurs.
public struct ClassFigures: Codable, Sendable, Hashable {
  /// What the class is called.
  public let label: String
  /// The weight of the rows that are of the class.
  public let trueCount: Double
  /// The weight of the rows predicted to be.
  public let predictedCount: Double
  /// Precision, recall and F1 of this class against all others.
  public internal(set) var figures: RetrievalFigures
}

/// Precision, recall and F1 over all classes, averaged in three ways.
public struct AverageFigures: Codable, Sendable, Hashable {
  /// The plain mean over the classes that occur or were predicted.
  public internal(set) var macro: RetrievalFigures
  /// From the decisions of all classes counted together; each of the three then equals the accuracy.
  public internal(set) var micro: RetrievalFigures
  /// The mean over the classes, each counted by the weight of its rows.
  public internal(set) var weighted: RetrievalFigures
}

extension ConfusionTable {
  var classFigures: [ClassFigures] {
    counts.indices.map { label in
      let (actual, predicted) = (trueCount(of: label), predictedCount(of: label))
      return ClassFigures(
        label: labels[label], trueCount: actual, predictedCount: predicted,
        figures: RetrievalFigures(hits: counts[label][label], predicted: predicted, actual: actual))
    }
  }

  func averages(of classes: [ClassFigures]) -> AverageFigures {
    let figures = classes.map(\.figures)
    let occurs = classes.map { $0.trueCount + $0.predictedCount > 0 ? 1.0 : 0 }
    return AverageFigures(
      macro: RetrievalFigures(averaging: figures, weights: occurs),
      micro: RetrievalFigures(hits: correctCount, predicted: total, actual: total),
      weighted: RetrievalFigures(averaging: figures, weights: classes.map(\.trueCount)))
  }
}
