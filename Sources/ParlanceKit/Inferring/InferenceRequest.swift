public import Classifiers
internal import Evaluation
internal import Reproducibility

/// What `parlance infer` is asked for.
public struct InferenceRequest: Sendable, Hashable {
  /// What is explained by what.
  public var formula: ModelFormula
  /// How the outcome depends on the columns.
  public var model = OutcomeModel.linear
  /// The column whose values tell which rows belong together, or nil for independent rows.
  public var clusterColumn: String?
  /// What of the classifier's output stands for the outcome.
  public var surrogate = SurrogateKind.probability
  /// The column of scores.
  public var scoreColumn = "probability"
  /// The column of the gold table that has the labels; nil for `label`.
  public var labelColumn: String?
  /// Columns of numbers whose values are levels.
  public var factors: [String] = []
  /// The level each of some factors is compared with.
  public var references: [String: String] = [:]
  /// How often an interval should hold the true value.
  public var confidence = 0.95
  /// The number of folds in which scores are mapped to probabilities by the hand-coded rows; nil to take them as they are.
  public var crossFit: Int?
  /// The seed of the folds.
  public var seed = SeededGenerator.defaultSeed
  /// The standard error that is wanted; nil for none.
  public var targetError: Double?

  /// Asks for estimates by a formula.
  public init(formula: ModelFormula) { self.formula = formula }

  /// The columns of the formula as numbers.
  ///
  /// - Throws: `CorpusError` for unknown columns, with the nearest name; `ConfigurationError` for columns that cannot be used.
  func terms(of dataset: Dataset) throws -> [PredictorCoding.Term] {
    for column in factors + references.keys.sorted() where !formula.columns.contains(column) {
      throw ConfigurationError(
        "\(column) is to be a factor, and the formula does not name it "
          + "(columns: \(formula.columns.isEmpty ? "none" : formula.columns.joined(separator: ", ")))",
        hint: "correct --factor or --reference")
    }
    return try formula.columns.flatMap { column in
      try PredictorCoding(
        column, of: dataset, isFactor: factors.contains(column), reference: references[column]
      ).terms
    }
  }

  func check() throws {
    if let targetError, !(targetError > 0 && targetError.isFinite) {
      throw ConfigurationError("a standard error of \(targetError) (a number above 0 was expected)", hint: "as in 0.02")
    }
    if crossFit != nil, surrogate == .label {
      throw ConfigurationError(
        "labels cannot be mapped to probabilities in folds (scores were expected)", hint: "leave --cross-fit out")
    }
  }
}
