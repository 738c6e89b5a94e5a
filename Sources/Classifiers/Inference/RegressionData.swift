public import LinearAlgebra

/// What a regression that explains is fitted to: few named columns, an outcome of two, and which rows belong together.
public struct RegressionData: Sendable, Hashable {
  /// The name of each column of `matrix`; the first is the intercept's.
  public let names: [String]
  /// The predictors, a row a case; the first column is all ones.
  public let matrix: DenseMatrix
  /// Whether each case has the outcome that is modelled.
  public let outcomes: [Bool]
  /// How often each case counts, above zero.
  public let weights: [Double]
  /// The cluster each case belongs to, numbered from 0, or nil where cases are independent.
  public let clusters: [Int]?

  /// What the first column is called.
  public static let interceptName = "(intercept)"

  /// The number of cases.
  public var caseCount: Int { outcomes.count }
  /// The number of columns, the intercept's included.
  public var parameterCount: Int { names.count }

  /// Puts a column of ones before `predictors`. Cases with a weight of zero are left out.
  ///
  /// - Parameters:
  ///   - names: the names of the predictors.
  ///   - predictors: a column each, as long as there are cases.
  ///   - weights: how often each case counts, as integers or not; nil for once each.
  ///   - clusters: nil where cases are independent.
  /// - Throws: `ClassifierError` for no cases, one outcome only, a number that is not finite, more columns than cases can tell
  ///   apart, and columns that depend on one another.
  public init(
    names: [String], predictors: [[Double]], outcomes: [Bool], weights: [Double]? = nil, clusters: [Int]? = nil
  ) throws {
    precondition(names.count == predictors.count, "\(names.count) names for \(predictors.count) columns")
    for column in predictors { precondition(column.count == outcomes.count, "\(column.count) of \(outcomes.count)") }
    if let weights, let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw ClassifierError.badWeight(weights[row], row: row)
    }
    let kept = outcomes.indices.filter { (weights?[$0] ?? 1) > 0 }
    guard !kept.isEmpty else { throw ClassifierError.noRows }
    self.names = [Self.interceptName] + names
    self.outcomes = kept.map { outcomes[$0] }
    self.weights = kept.map { weights?[$0] ?? 1 }
    self.clusters = clusters.map { clusters in kept.map { clusters[$0] } }
    var elements: [Double] = []
    elements.reserveCapacity(kept.count * (names.count + 1))
    for row in kept {
      elements.append(1)
      for (column, values) in predictors.enumerated() {
        guard values[row].isFinite else { throw ClassifierError.notFinite(values[row], row: row, column: column) }
        elements.append(values[row])
      }
    }
    matrix = DenseMatrix(rowCount: kept.count, columnCount: names.count + 1, elements: elements)
    try check()
  }

  private func check() throws {
    let positives = outcomes.count { $0 }
    guard positives > 0, positives < caseCount else {
      throw ClassifierError.oneOutcome(caseCount: caseCount, hasOutcome: positives > 0)
    }
    guard parameterCount < caseCount else {
      throw ClassifierError.tooManyColumns(parameterCount: parameterCount, caseCount: caseCount)
    }
    if let dependence = ColumnDependence(of: matrix) {
      throw ClassifierError.dependentColumn(
        names[dependence.column], on: dependence.others.map { names[$0] })
    }
  }
}

extension ClassifierError {
  static func oneOutcome(caseCount: Int, hasOutcome: Bool) -> ClassifierError {
    ClassifierError(
      problem: "\(hasOutcome ? "all" : "none") of \(caseCount) rows have the outcome (both outcomes were expected)",
      hint: "check --positive, --classes and --where")
  }

  static func tooManyColumns(parameterCount: Int, caseCount: Int) -> ClassifierError {
    ClassifierError(
      problem: "there are \(parameterCount) columns, the intercept included, for \(caseCount) rows "
        + "(fewer columns than rows were expected)",
      hint: "explain with few columns, such as dictionary scores or roles; n-grams are for parlance train")
  }

  static func dependentColumn(_ name: String, on others: [String]) -> ClassifierError {
    let problem =
      others == [RegressionData.interceptName]
      ? "the column \(name) is the same in every row (columns that differ from row to row were expected)"
      : "the column \(name) follows from \(others.prefix(5).joined(separator: ", "))"
        + (others.count > 5 ? " and \(others.count - 5) more " : " ")
        + "(columns that do not depend on one another were expected)"
    return ClassifierError(problem: problem, hint: "leave \(name) out")
  }
}
