public import Classifiers

/// What `parlance regress` is asked for.
public struct RegressionRequest: Sendable, Hashable {
  /// The columns to explain the label by, in order.
  public var columns: [String]
  /// Columns of numbers whose values are levels.
  public var factors: [String]
  /// The level each of some factors is compared with.
  public var references: [String: String]
  /// The column whose values tell which rows belong together, or nil for independent rows.
  public var clusterColumn: String?
  /// The labels to tell apart.
  public var classes: ClassSelection
  /// How to estimate.
  public var options: RegressionOptions

  /// Asks for a regression.
  public init(
    columns: [String], factors: [String] = [], references: [String: String] = [:], clusterColumn: String? = nil,
    classes: ClassSelection = ClassSelection(), options: RegressionOptions = RegressionOptions()
  ) {
    self.columns = columns
    self.factors = factors
    self.references = references
    self.clusterColumn = clusterColumn
    self.classes = classes
    self.options = options
  }

  /// The columns as numbers.
  ///
  /// - Throws: `ConfigurationError` for columns named twice or not among those asked for; `CorpusError` for unknown ones.
  func terms(of dataset: Dataset) throws -> [PredictorCoding.Term] {
    guard !columns.isEmpty else {
      throw ConfigurationError("--on names no column", hint: "name columns of the corpus, as in --on role,crisis")
    }
    for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
      throw ConfigurationError("--on names the column \(column) twice", hint: "name it once")
    }
    for column in factors + references.keys.sorted() where !columns.contains(column) {
      throw ConfigurationError(
        "\(column) is to be a factor, and --on does not name it (\(columns.joined(separator: ", ")))",
        hint: "correct --factor or --reference")
    }
    return try columns.flatMap { column in
      try PredictorCoding(
        column, of: dataset, isFactor: factors.contains(column), reference: references[column]
      ).terms
    }
  }
}
