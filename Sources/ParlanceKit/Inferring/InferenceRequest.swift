public import Classifiers
internal import Corpora
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
  /// What part of the calendar the formula's `period` is, made of the column `date`;
  /// nil for years where there is no such column.
  public var period: StatementPeriod?
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
  func terms(of scores: SurrogateScores) throws -> [PredictorCoding.Term] {
    let dataset = scores.dataset
    for column in factors + references.keys.sorted() where !formula.columns.contains(column) {
      throw ConfigurationError(
        "\(column) is to be a factor, and the formula does not name it "
          + "(columns: \(formula.columns.isEmpty ? "none" : formula.columns.joined(separator: ", ")))",
        hint: "correct --factor or --reference")
    }
    return try formula.columns.flatMap { column in
      let derived = column == Self.periodName ? try periods(of: scores.table) : nil
      return try PredictorCoding(
        column, of: dataset, isFactor: factors.contains(column) || derived != nil, reference: references[column],
        derived: derived
      ).terms
    }
  }

  /// What stands for the part of the calendar in a formula.
  private static let periodName = "period"
  /// What it is where it is no column and nothing is said.
  private static let usualPeriod = StatementPeriod.year

  /// The part of the calendar of each row; nil where `period` is a column of the table.
  private func periods(of table: Corpus) throws -> [String]? {
    let hasColumn = table.columnNames.contains(Self.periodName)
    if period == nil, hasColumn { return nil }
    let period = period ?? Self.usualPeriod
    guard !hasColumn else {
      throw ConfigurationError(
        "\(table.source.name) has a column period, and --period \(period.rawValue) would make another",
        hint: "leave --period out to take the column")
    }
    return try period.numbers(of: table).map { period.name(of: $0) }
  }

  func check() throws {
    if period != nil, !formula.columns.contains(Self.periodName) {
      throw ConfigurationError(
        "--period has no use: the formula does not name period", hint: "as in \"escalatory ~ actor + period\"")
    }
    if let targetError, !(targetError > 0 && targetError.isFinite) {
      throw ConfigurationError("a standard error of \(targetError) (a number above 0 was expected)", hint: "as in 0.02")
    }
    if crossFit != nil, surrogate == .label {
      throw ConfigurationError(
        "labels cannot be mapped to probabilities in folds (scores were expected)", hint: "leave --cross-fit out")
    }
  }
}
