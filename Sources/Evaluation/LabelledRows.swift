/// What is known of some rows before any model sees them: their classes, and what else bears on how a model is judged by them.
public struct LabelledRows: Sendable, Hashable {
  /// What the classes are called, in their order; two or more.
  public let classNames: [String]
  /// The true class of each row, in `0 ..< classNames.count`.
  public let labels: [Int]
  /// The class whose probability is the score, of which precision, recall, F1, Brier score and the ranking figures speak.
  public let positiveClass: Int
  /// How much each row counts, not negative; nil for all alike.
  public let weights: [Double]?
  /// Which rows belong together when intervals are made by resampling: any number per row; nil for every row alone.
  public let clusters: [Int]?

  /// The number of rows.
  public var count: Int { labels.count }
  /// The number of classes.
  public var classCount: Int { classNames.count }

  /// Describes rows.
  ///
  /// - Precondition: there are two classes or more, labels and the positive class are among them, and there are as many weights
  ///   and clusters as labels.
  public init(
    classNames: [String], labels: [Int], positiveClass: Int, weights: [Double]? = nil, clusters: [Int]? = nil
  ) {
    let classes = classNames.count
    precondition(classes >= 2, "an evaluation needs two classes or more, not \(classes)")
    precondition(positiveClass >= 0 && positiveClass < classes, "positive class \(positiveClass) of \(classes)")
    for label in labels { precondition(label >= 0 && label < classes, "label \(label) of \(classes) classes") }
    if let weights { precondition(weights.count == labels.count, "\(weights.count) weights, \(labels.count) rows") }
    if let clusters { precondition(clusters.count == labels.count, "\(clusters.count) clusters, \(labels.count) rows") }
    self.classNames = classNames
    self.labels = labels
    self.positiveClass = positiveClass
    self.weights = weights
    self.clusters = clusters
  }

  /// The same rows, each a cluster of its own.
  var clusteredByRow: LabelledRows {
    LabelledRows(
      classNames: classNames, labels: labels, positiveClass: positiveClass, weights: weights, clusters: Array(0..<count)
    )
  }

  /// Some of the rows, in the order given.
  public func selecting(rows: [Int]) -> LabelledRows {
    LabelledRows(
      classNames: classNames, labels: rows.map { labels[$0] }, positiveClass: positiveClass,
      weights: weights.map { weights in rows.map { weights[$0] } },
      clusters: clusters.map { clusters in rows.map { clusters[$0] } })
  }

  /// Some of the rows with the probabilities that a model gave to them.
  ///
  /// - Parameter probabilities: a column for each class, with one value for each of `rows`, in that order.
  /// - Throws: `EvaluationError`, as `ScoredLabels` does.
  public func scored(rows: [Int], probabilities: [[Double]]) throws -> ScoredLabels {
    try ScoredLabels(selecting(rows: rows), probabilities: probabilities)
  }
}
