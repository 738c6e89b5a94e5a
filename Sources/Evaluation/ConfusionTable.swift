/// How often each true class was predicted as each class.
public struct ConfusionTable: Codable, Sendable, Hashable {
  /// What the classes are called, in the order of the rows and columns.
  public let labels: [String]
  /// Total weight by true class (outer) and predicted class (inner): whole numbers where rows have no weights.
  public let counts: [[Double]]

  /// A table of weights.
  ///
  /// - Precondition: `counts` has a row and a column for each label.
  public init(labels: [String], counts: [[Double]]) {
    precondition(
      counts.count == labels.count && counts.allSatisfy { $0.count == labels.count },
      "a confusion table of \(labels.count) classes is not square")
    self.labels = labels
    self.counts = counts
  }

  /// The weight of all rows.
  public var total: Double { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The weight of the rows that are of class `label`.
  public func trueCount(of label: Int) -> Double { counts[label].reduce(0, +) }

  /// The weight of the rows predicted as class `label`.
  public func predictedCount(of label: Int) -> Double { counts.reduce(0) { $0 + $1[label] } }

  /// The weight on the diagonal.
  var correctCount: Double { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
}

extension ConfusionTable {
  var accuracy: MetricValue { MetricValue(value: correctCount / total) }

  /// The mean recall of the classes that occur.
  var balancedAccuracy: MetricValue {
    var sum = 0.0
    var present = 0
    for label in counts.indices where trueCount(of: label) > 0 {
      sum += counts[label][label] / trueCount(of: label)
      present += 1
    }
    return MetricValue(value: sum / Double(present))
  }

  /// Matthews's correlation coefficient for any number of classes (Gorodkin 2004).
  var matthewsCorrelation: MetricValue {
    let total = total
    var agreement = 0.0
    var squaredTrue = 0.0
    var squaredPredicted = 0.0
    for label in counts.indices {
      let (actual, predicted) = (trueCount(of: label), predictedCount(of: label))
      agreement += actual * predicted
      squaredTrue += actual * actual
      squaredPredicted += predicted * predicted
    }
    let covariance = correctCount * total - agreement
    let spread = (total * total - squaredTrue) * (total * total - squaredPredicted)
    // Only one class: the difference of the squares is then zero but for the rounding of fractional weights.
    if spread <= 0 || hasSingleMargin {
      return MetricValue(value: 0, note: "all rows are of one class or predicted so; 0 by convention")
    }
    return MetricValue(value: covariance / spread.squareRoot())
  }

  /// Cohen's kappa, unweighted.
  var kappa: MetricValue {
    let total = total
    var disagreement = 0.0
    var expected = 0.0
    for label in counts.indices {
      let predicted = predictedCount(of: label)
      for other in counts.indices where other != label {
        disagreement += counts[other][label]
        expected += trueCount(of: other) * predicted / total
      }
    }
    if expected == 0 { return .undefined("all rows are of one class and predicted so: chance agreement is complete") }
    return MetricValue(value: 1 - disagreement / expected)
  }

  /// Whether only one class occurs, or only one was predicted.
  private var hasSingleMargin: Bool {
    counts.indices.count { trueCount(of: $0) > 0 } < 2 || counts.indices.count { predictedCount(of: $0) > 0 } < 2
  }
}
