public import LinearAlgebra

/// What a regression is fitted to whose outcome a classifier has guessed for every row and people have coded for some.
public struct SurrogateData: Sendable, Hashable {
  /// What people coded in one row.
  public struct Coding: Sendable, Hashable {
    /// The row.
    public let row: Int
    /// The outcome: 1 and 0 for whether a label was given, or any number.
    public let outcome: Double
    /// The probability with which the row was drawn for coding, above 0 and at most 1.
    public let probability: Double

    /// What was coded in a row.
    public init(row: Int, outcome: Double, probability: Double) {
      self.row = row
      self.outcome = outcome
      self.probability = probability
    }
  }

  /// The name of each column of `matrix`; the first is the intercept's.
  public let names: [String]
  /// The predictors, a row a case; the first column is all ones.
  public let matrix: DenseMatrix
  /// The classifier's guess of the outcome in each row: a probability, or 1 and 0 for a label.
  public let surrogates: [Double]
  /// What was coded, in the order of the rows.
  public let codings: [Coding]
  /// The cluster each row belongs to, numbered from 0, or nil where rows are independent.
  public let clusters: [Int]?

  /// The number of rows.
  public var rowCount: Int { surrogates.count }

  /// Puts a column of ones before `predictors`.
  ///
  /// - Parameters:
  ///   - names: the names of the predictors.
  ///   - predictors: a column each, finite, as long as there are rows.
  ///   - codings: at most one a row, in any order, with probabilities above 0 and at most 1.
  /// - Throws: `ClassifierError` for fewer rows, or coded rows, than columns, and for columns that depend on one another.
  /// - Precondition: the parts fit together, and all numbers are finite.
  public init(
    names: [String], predictors: [[Double]], surrogates: [Double], codings: [Coding], clusters: [Int]? = nil
  ) throws {
    let count = surrogates.count
    precondition(names.count == predictors.count, "\(names.count) names for \(predictors.count) columns")
    for column in predictors { precondition(column.count == count, "\(column.count) of \(count) rows") }
    precondition((clusters?.count ?? count) == count, "\(clusters?.count ?? 0) clusters for \(count) rows")
    precondition(Set(codings.map(\.row)).count == codings.count, "a row was coded twice")
    for coding in codings {
      precondition(
        coding.probability > 0 && coding.probability <= 1, "row \(coding.row) drawn with \(coding.probability)")
      precondition(coding.outcome.isFinite, "an outcome of \(coding.outcome)")
    }
    self.names = [RegressionData.interceptName] + names
    self.surrogates = surrogates
    self.codings = codings.sorted { $0.row < $1.row }
    self.clusters = clusters
    var matrix = DenseMatrix(zeros: count, names.count + 1)
    for row in 0..<count {
      matrix[row, 0] = 1
      for (column, values) in predictors.enumerated() { matrix[row, column + 1] = values[row] }
    }
    self.matrix = matrix
    try check()
  }

  private func check() throws {
    guard names.count < rowCount else {
      throw ClassifierError.tooManyColumns(parameterCount: names.count, caseCount: rowCount)
    }
    guard names.count < codings.count else {
      throw ClassifierError(
        problem: "\(codings.count) hand-coded rows for \(names.count) columns, the intercept included "
          + "(more rows than columns were expected)",
        hint: "code more rows, or leave columns out")
    }
    if let dependence = ColumnDependence(of: matrix) {
      throw ClassifierError.dependentColumn(names[dependence.column], on: dependence.others.map { names[$0] })
    }
  }

  /// The outcome of each row without a classifier's bias: g + (R/π)(y - g), R being 1 where the row was coded and 0 elsewhere.
  ///
  /// Its expectation over the draws is y in every row, however wrong g is. Source: Egami, Hinck, Stewart and Wei 2023, Using
  /// imperfect surrogates for downstream inference (NeurIPS).
  public var correctedOutcomes: [Double] {
    var outcomes = surrogates
    for coding in codings {
      outcomes[coding.row] += (coding.outcome - surrogates[coding.row]) / coding.probability
    }
    return outcomes
  }
}

extension SurrogateData {
  /// The same rows with other guesses.
  func replacing(surrogates: [Double]) -> SurrogateData {
    precondition(surrogates.count == rowCount, "\(surrogates.count) guesses for \(rowCount) rows")
    return SurrogateData(self, surrogates: surrogates)
  }

  private init(_ data: SurrogateData, surrogates: [Double]) {
    names = data.names
    matrix = data.matrix
    codings = data.codings
    clusters = data.clusters
    self.surrogates = surrogates
  }
}
