internal import Evaluation

/// The rows of a dataset that take part, each with its class.
public struct Examples: Sendable {
  /// The rows, all of which have a class.
  public let dataset: Dataset
  /// The classes to tell apart.
  public let classes: ClassNames
  /// The class of each row.
  public let labels: [Int]
  /// The number of rows left out because their label was not asked for.
  public let leftOutCount: Int

  /// The number of rows.
  public var count: Int { labels.count }

  /// The rows of `dataset` whose label `selection` asks for.
  ///
  /// - Throws: `ConfigurationError` where there are no labels, or not those asked for.
  public init(_ dataset: Dataset, classes selection: ClassSelection) throws {
    let (classes, indices) = try selection.resolve(try Self.labels(of: dataset))
    let rows = indices.indices.filter { indices[$0] != nil }
    self.classes = classes
    self.dataset = rows.count == dataset.count ? dataset : dataset.selecting(rows: rows)
    labels = indices.compactMap { $0 }
    leftOutCount = dataset.count - rows.count
  }

  /// All rows of `dataset`, labelled as a trained model has learnt it.
  ///
  /// - Throws: `ConfigurationError` for a label the model does not know.
  init(_ dataset: Dataset, knownTo model: TrainedModel) throws {
    self.dataset = dataset
    classes = model.classes
    labels = try classes.indices(
      of: try Self.labels(of: dataset), selectedBy: model.record.configuration.classes)
    leftOutCount = 0
  }

  /// The same rows with other labels, as many as there are rows.
  func relabelled(_ labels: [Int]) -> Examples {
    precondition(labels.count == count, "\(labels.count) labels, \(count) rows")
    return Examples(dataset: dataset, classes: classes, labels: labels, leftOutCount: leftOutCount)
  }

  private init(dataset: Dataset, classes: ClassNames, labels: [Int], leftOutCount: Int) {
    self.dataset = dataset
    self.classes = classes
    self.labels = labels
    self.leftOutCount = leftOutCount
  }

  private static func labels(of dataset: Dataset) throws -> [String] {
    guard let labels = dataset.labels else {
      throw ConfigurationError("\(dataset.source.name) has no labels", hint: "name their column with --label-column")
    }
    return labels
  }

  /// The rows as evaluation sees them.
  ///
  /// - Parameter clusterColumn: the column whose values are resampled together for intervals, or nil for single rows.
  /// - Throws: `CorpusError` for a column that is not there.
  func labelledRows(clusteredBy clusterColumn: String?) throws -> LabelledRows {
    LabelledRows(
      classNames: classes.names, labels: labels, positiveClass: classes.positiveIndex, weights: dataset.weights,
      clusters: try clusterColumn.map { GroupIndex(try dataset.values(ofColumn: $0)).numbers })
  }
}
