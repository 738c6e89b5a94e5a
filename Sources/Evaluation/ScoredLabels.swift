/// True classes beside predicted probabilities: all that an evaluation knows of a model.
public struct ScoredLabels: Sendable, Hashable {
  /// The rows and their true classes.
  public let truth: LabelledRows
  /// The probability of each class: a column for each, with one value in `0 ... 1` for every row.
  public let probabilities: [[Double]]

  /// The number of rows, at least one.
  public var count: Int { truth.count }
  /// The number of classes, at least two.
  public var classCount: Int { truth.classCount }
  /// The probability of the positive class in each row.
  public var scores: [Double] { probabilities[truth.positiveClass] }

  /// Pairs rows with the probabilities of all classes.
  ///
  /// - Parameters:
  ///   - truth: the rows.
  ///   - probabilities: for each class a column with its probability in every row.
  /// - Throws: `EvaluationError` for no rows, a probability outside `0 ... 1` or not a number, rows that do not sum to 1
  ///   within 1e-6, a negative or infinite weight, or weights that are all zero.
  /// - Precondition: there is a column for each class, with a value for each row.
  public init(_ truth: LabelledRows, probabilities: [[Double]]) throws {
    precondition(
      probabilities.count == truth.classCount, "\(probabilities.count) columns, \(truth.classCount) classes")
    for column in probabilities {
      precondition(column.count == truth.count, "\(column.count) probabilities, \(truth.count) rows")
    }
    if truth.count == 0 { throw EvaluationError("there are no rows to evaluate") }
    try Self.checkProbabilities(probabilities, classNames: truth.classNames)
    if let weights = truth.weights { try Self.checkWeights(weights) }
    self.truth = truth
    self.probabilities = probabilities
  }

  /// Pairs rows of two classes, called "0" and "1", with the probability of the second, which is the positive one.
  ///
  /// - Throws: as the initialiser for any number of classes does.
  public init(
    labels: [Int], positiveScores: [Double], weights: [Double]? = nil, clusters: [Int]? = nil
  ) throws {
    let truth = LabelledRows(
      classNames: ["0", "1"], labels: labels, positiveClass: 1, weights: weights, clusters: clusters)
    try self.init(truth, probabilities: [positiveScores.map { 1 - $0 }, positiveScores])
  }

  private static func checkProbabilities(_ columns: [[Double]], classNames: [String]) throws {
    var sums = [Double](repeating: 0, count: columns[0].count)
    for (name, column) in zip(classNames, columns) {
      for (row, probability) in column.enumerated() {
        guard probability >= 0, probability <= 1 else {
          throw EvaluationError(
            "row \(row + 1): the probability of class \"\(name)\" is \(probability) (0 to 1 was expected)")
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
