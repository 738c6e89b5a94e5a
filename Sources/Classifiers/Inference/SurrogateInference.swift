internal import LinearAlgebra
internal import Statistics

/// Regression of an outcome that a classifier has guessed in every row and people have coded in some, three ways.
///
/// - Naive: the guesses are taken for the outcome. Biased wherever the classifier errs more for some rows than for others, and
///   no number of rows helps.
/// - Hand-coded: the coded rows alone, each weighted by 1/π. Unbiased, with the errors of few rows.
/// - Corrected: design-based supervised learning. The outcome is g + (R/π)(y - g) in every row (`SurrogateData`), whose expectation
///   over the draws is the outcome itself. Unbiased whatever the classifier does, and surer the better it is.
///
/// Source: Egami, Hinck, Stewart and Wei 2023 (NeurIPS 36); Egami and others 2024, Using large language model annotations for the
/// social sciences. Covariances are sandwiches over rows or clusters, as in `MomentRegression`.
public struct SurrogateInference: Sendable, Hashable {
  /// How the outcome depends on the columns.
  public let model: OutcomeModel
  /// How often an interval should hold the true value.
  public let confidence: Double

  /// - Throws: `ClassifierError` for a confidence that is not strictly between 0 and 1.
  public init(model: OutcomeModel = .linear, confidence: Double = 0.95) throws {
    guard confidence > 0, confidence < 1 else {
      throw ClassifierError.badOption("confidence", value: "\(confidence)", expected: "a number between 0 and 1")
    }
    self.model = model
    self.confidence = confidence
  }

  /// Estimates the coefficients in all three ways.
  ///
  /// - Throws: `ClassifierError` where all rows, or all coded ones, belong to one cluster.
  /// - Complexity: O(rows x columns²) a step.
  public func fit(_ data: SurrogateData) throws -> SurrogateFit {
    let ones = [Double](repeating: 1, count: data.rowCount)
    let coded = data.codings.map(\.row)
    let naive = MomentRegression(
      matrix: data.matrix, outcomes: data.surrogates, weights: ones, clusters: data.clusters, model: model)
    let handCoded = MomentRegression(
      matrix: data.matrix.selecting(rows: coded), outcomes: data.codings.map(\.outcome),
      weights: data.codings.map { 1 / $0.probability }, clusters: data.clusters.map { all in coded.map { all[$0] } },
      model: model)
    let corrected = MomentRegression(
      matrix: data.matrix, outcomes: data.correctedOutcomes, weights: ones, clusters: data.clusters, model: model)
    let solution = try corrected.solution()
    // What is independent in all rows may not be in few.
    let hasIndependentColumns = ColumnDependence(of: handCoded.matrix) == nil
    return SurrogateFit(
      naive: estimates(try naive.solution(), of: naive, names: data.names),
      handCoded: estimates(hasIndependentColumns ? try handCoded.solution() : nil, of: handCoded, names: data.names),
      corrected: estimates(solution, of: corrected, names: data.names),
      labelNeeds: solution.map { LabelNeeds($0, of: data, model: model) })
  }

  private func estimates(
    _ solution: MomentRegression.Solution?, of regression: MomentRegression, names: [String]
  ) -> SurrogateFit.Estimates {
    let rows = regression.outcomes.count
    guard let solution else {
      return SurrogateFit.Estimates(
        terms: nil, rowCount: rows, clusterCount: nil,
        note: model == .linear
          ? "columns depend on one another in these \(rows) rows"
          : "no finite log-odds fit these \(rows) rows: some level has one outcome alone, or columns depend on one another"
      )
    }
    let quantile = NormalDistribution.quantile((1 + confidence) / 2)
    let terms = names.indices.map { column in
      let (estimate, error) = (solution.coefficients[column], solution.covariance[column, column].squareRoot())
      return SurrogateFit.Term(
        name: names[column], estimate: estimate, standardError: error, low: estimate - quantile * error,
        high: estimate + quantile * error,
        p: error > 0 ? 2 * NormalDistribution.cumulative(-abs(estimate / error)) : nil)
    }
    return SurrogateFit.Estimates(
      terms: terms, rowCount: rows, clusterCount: regression.clusters == nil ? nil : solution.clusterCount, note: nil)
  }
}

/// What `SurrogateInference` found.
public struct SurrogateFit: Sendable, Hashable {
  /// One coefficient.
  public struct Term: Sendable, Hashable {
    /// The column's name.
    public let name: String
    /// What a unit of the column adds to the outcome, or to its log-odds.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end.
    public let high: Double
    /// The two-sided p-value of a coefficient of zero; nil without an error.
    public let p: Double?
  }

  /// The coefficients of one way.
  public struct Estimates: Sendable, Hashable {
    /// The coefficients, the intercept's first; nil where there are none, and `note` then says why.
    public let terms: [Term]?
    /// The rows they rest on.
    public let rowCount: Int
    /// The clusters those belong to; nil where rows are independent.
    public let clusterCount: Int?
    /// Why there are no coefficients.
    public let note: String?
  }

  /// The classifier's guesses taken for the outcome.
  public let naive: Estimates
  /// The coded rows alone.
  public let handCoded: Estimates
  /// Design-based supervised learning.
  public let corrected: Estimates
  /// What more coding would do to the corrected estimates; nil where there are none.
  public let labelNeeds: LabelNeeds?
}
