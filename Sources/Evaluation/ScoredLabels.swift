/// True classes beside predicted probabilities: all that an evaluation knows of a model.
public struct ScoredLabels: Sendable, Hashable {
  /// What the classes are called, in their order.
  public let classNames: [String]
  /// The true class of each row, in `0 ..< classCount`.
  public let labels: [Int]
  /// The probability of each class: `classCount` columns of one value a row, each in `0 ... 1`.
  public let probabilities: [[Double]]
  /// The class whose probability is "the score".
  public let positiveClass: Int
  /// How much each row counts, not negative; nil for all alike.
  public let weights: [Double]?
  /// Which rows belong together when intervals are made by resampling: any number per row; nil for every row alone.
  public let clusters: [Int]?

  /// The number of rows.
  public var count: Int { labels.count }
  /// The number of classes, at least two.
  public var classCount: Int { classNames.count }
  /// The probability of the positive class in each row.
  public var scores: [Double] { probabilities[positiveClass] }

  /// Pairs classes with the probabilities of all classes.
  ///
  /// - Parameters:
  ///   - classNames: what the classes are called; their number is the number of classes, at least two.
  ///   - labels: the true class of each row, in `0 ..< classNames.count`.
  ///   - probabilities: for each class a column with its probability in every row.
  ///   - positiveClass: the class that precision, recall, F1, Brier score and the ranking figures speak of.
  ///   - weights: how much each row counts.
  ///   - clusters: which rows are resampled together.
  /// - Throws: `EvaluationError` for no rows, a probability outside `0 ... 1` or not a number, rows that do not sum to 1
  ///   within 1e-6, a negative or infinite weight, or weights that are all zero.
  /// - Precondition: the columns are of one length and the classes in range.
  public init(
    classNames: [String], labels: [Int], probabilities: [[Double]], positiveClass: Int, weights: [Double]? = nil,
    clusters: [Int]? = nil
  ) throws {
    let classes = classNames.count
    precondition(classes >= 2, "an evaluation needs two classes or more, not \(classes)")
    precondition(probabilities.count == classes, "\(probabilities.count) columns of probabilities, \(classes) classes")
    precondition(positiveClass >= 0 && positiveClass < classes, "positive class \(positiveClass) of \(classes)")
    Self.checkShape(labels: labels, probabilities: probabilities)
    precondition(
      weights.map { $0.count == labels.count } ?? true, "\(weights?.count ?? 0) weights, \(labels.count) rows")
    precondition(
      clusters.map { $0.count == labels.count } ?? true, "\(clusters?.count ?? 0) clusters, \(labels.count) rows")
    if labels.isEmpty { throw EvaluationError("there are no rows to evaluate") }
    try Self.checkProbabilities(probabilities)
    if let weights { try Self.checkWeights(weights) }
    self.classNames = classNames
    self.labels = labels
    self.probabilities = probabilities
    self.positiveClass = positiveClass
    self.weights = weights
    self.clusters = clusters
  }

  /// Pairs two classes, called "0" and "1", with the probability of the second, which is the positive one.
  ///
  /// - Throws: as the initialiser for any number of classes does.
  public init(
    labels: [Int], positiveScores: [Double], weights: [Double]? = nil, clusters: [Int]? = nil
  ) throws {
    let complement = positiveScores.map { 1 - $0 }
    try self.init(
      classNames: ["0", "1"], labels: labels, probabilities: [complement, positiveScores], positiveClass: 1,
      weights: weights, clusters: clusters)
  }

  private static func checkShape(labels: [Int], probabilities: [[Double]]) {
    let classes = probabilities.count
    for column in probabilities {
      precondition(column.count == labels.count, "\(column.count) probabilities, \(labels.count) labels")
    }
    for label in labels { precondition(label >= 0 && label < classes, "label \(label) of \(classes) classes") }
  }

  private static func checkProbabilities(_ columns: [[Double]]) throws {
    var sums = [Double](repeating: 0, count: columns[0].count)
    for (index, column) in columns.enumerated() {
      for (row, probability) in column.enumerated() {
        guard probability >= 0, probability <= 1 else {
          throw EvaluationError(
            "row \(row + 1): the probability of class \(index) is \(probability) (0 to 1 was expected)")
        }
        sums[row] += probability
      }
    }
    if let row = sums.firstIndex(where: { abs($0 - 1) > 1e-6 }) {
      throw EvaluationError("row \(row + 1): the probabilities of the classes sum to \(sums[row]) (1 was expected)")
    }
  }

  private static func checkWeights(_ weights: [Double]) throws {
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw EvaluationError("row \(row + 1): the weight is \(weights[row]) (zero or more was expected)")
    }
    guard weights.contains(where: { $0 > 0 }) else { throw EvaluationError("all \(weights.count) weights are zero") }
  }
}
