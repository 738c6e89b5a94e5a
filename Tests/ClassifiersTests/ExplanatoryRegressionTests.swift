import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

/// Regressions that explain, held to closed forms and to relations between fits.
@Suite struct ExplanatoryRegressionTests {
  /// Counts of a table of two by two, as rows: a with the factor and the outcome, b with the factor only, c with the outcome only,
  /// d with neither.
  private func table(_ a: Int, _ b: Int, _ c: Int, _ d: Int) throws -> RegressionData {
    let factor = Array(repeating: 1.0, count: a + b) + Array(repeating: 0.0, count: c + d)
    let outcomes =
      Array(repeating: true, count: a) + Array(repeating: false, count: b) + Array(repeating: true, count: c)
      + Array(repeating: false, count: d)
    return try RegressionData(names: ["factor"], predictors: [factor], outcomes: outcomes)
  }

  private func fit(
    _ data: RegressionData, _ method: EstimationMethod = .ml, _ interval: IntervalKind? = nil
  ) throws -> RegressionFit {
    var options = RegressionOptions()
    options.method = method
    options.interval = interval
    return try ExplanatoryRegression(options).fit(data)
  }

  @Test func aTwoByTwoTableIsTheLogOddsRatio() throws {
    let fit = try fit(try table(12, 5, 7, 20))
    #expect(abs(fit.terms[1].estimate - (12.0 * 20 / (5 * 7)).naturalLogarithm) < 1e-12)
    let variance = [12.0, 5, 7, 20].reduce(0) { $0 + 1 / $1 }
    #expect(abs(fit.terms[1].standardError - variance.squareRoot()) < 1e-12)
  }

  /// In a saturated table Firth's penalty adds half a case to each cell.
  @Test(arguments: [[12, 5, 7, 20], [6, 0, 9, 11], [4, 0, 0, 9]])
  func firthsMethodAddsHalfACaseToEachCell(cells: [Int]) throws {
    let fit = try fit(try table(cells[0], cells[1], cells[2], cells[3]), .firth)
    let halves = cells.map { Double($0) + 0.5 }
    let expected = (halves[0] * halves[3] / (halves[1] * halves[2])).naturalLogarithm
    #expect(abs(fit.terms[1].estimate - expected) < 1e-9)
    #expect(abs(fit.terms[0].estimate - (halves[2] / halves[3]).naturalLogarithm) < 1e-9)
  }

  @Test func flicMakesProbabilitiesAddUpToTheOutcomes() throws {
    let data = try Self.measures(rows: 60, seed: 3, threshold: 0.9)
    let fit = try fit(data, .firth)
    var coefficients = fit.terms.map(\.estimate)
    coefficients[0] = try #require(fit.flicIntercept)
    let margins = DesignMatrix(data.matrix).times(coefficients, on: .serial)
    let model = LogisticModel.probabilities(
      decisionValues: DenseMatrix(rowCount: 60, columnCount: 1, elements: margins))
    let sum = (0..<60).reduce(0.0) { $0 + model[$1, 1] }
    #expect(abs(sum - Double(data.outcomes.count { $0 })) < 1e-10)
  }

  /// What a likelihood says of a coefficient does not depend on units, nor on which zero a column has.
  @Test(arguments: EstimationMethod.allCases)
  func unitsChangeNothingButTheUnits(method: EstimationMethod) throws {
    let data = try Self.measures(rows: 70, seed: 8, threshold: 0.6)
    let columns = (1..<data.parameterCount).map { column in (0..<70).map { data.matrix[$0, column] } }
    let moved = try RegressionData(
      names: ["a", "b"], predictors: [columns[0].map { 1000 * $0 + 2021 }, columns[1].map { -$0 / 100 }],
      outcomes: data.outcomes)
    let (first, second) = (try fit(data, method, .profile), try fit(moved, method, .profile))
    for (left, right, factor) in [
      (first.terms[1], second.terms[1], 1000.0), (first.terms[2], second.terms[2], -0.01),
    ] {
      #expect(abs(left.estimate - right.estimate * factor) < 1e-8)
      let ends = [right.low, right.high].compactMap { $0 }.map { $0 * factor }.sorted()
      #expect(abs((left.low ?? .nan) - ends[0]) < 1e-7 && abs((left.high ?? .nan) - ends[1]) < 1e-7)
      #expect(abs((left.statistic ?? .nan) - (right.statistic ?? .nan)) < 1e-8)
    }
  }

  /// The intervals of the likelihood-ratio test hold zero exactly when the test does not reject it.
  @Test(arguments: EstimationMethod.allCases)
  func profilesAndTestsAgree(method: EstimationMethod) throws {
    for seed in 1..<8 {
      let fit = try fit(try Self.measures(rows: 50, seed: UInt64(seed), threshold: 0.5), method, .profile)
      for term in fit.terms {
        let (low, high) = (try #require(term.low), try #require(term.high))
        #expect(low < term.estimate && term.estimate < high)
        #expect((low > 0 || high < 0) == (try #require(term.p) < 0.05))
      }
    }
  }

  @Test func rowsOfTheirOwnAreClustersOfOne() throws {
    let data = try Self.measures(rows: 50, seed: 5, threshold: 0.5)
    let columns = (1..<data.parameterCount).map { column in (0..<50).map { data.matrix[$0, column] } }
    let clustered = try RegressionData(
      names: ["a", "b"], predictors: columns, outcomes: data.outcomes, clusters: Array(0..<50))
    let robust = try fit(clustered)
    #expect(robust.clusterCount == 50)
    #expect(abs((robust.clusterCorrection ?? 0) - 50.0 / 49 * 49 / 47) < 1e-14)
    #expect(zip(robust.terms, try fit(data).terms).allSatisfy { $0.estimate == $1.estimate })
    #expect(throws: ClassifierError.self) { try fit(clustered, .firth) }
    #expect(throws: ClassifierError.self) { try fit(clustered, .ml, .profile) }
    let one = try RegressionData(
      names: ["a", "b"], predictors: columns, outcomes: data.outcomes, clusters: Array(repeating: 0, count: 50))
    #expect(throws: ClassifierError.self) { try fit(one) }
  }

  @Test(arguments: EstimationMethod.allCases)
  func aWeightOfTwoIsTheRowTwice(method: EstimationMethod) throws {
    let data = try Self.measures(rows: 40, seed: 6, threshold: 0.5)
    let columns = (1..<data.parameterCount).map { column in (0..<40).map { data.matrix[$0, column] } }
    let weighted = try RegressionData(
      names: ["a", "b"], predictors: columns, outcomes: data.outcomes, weights: (0..<40).map { Double($0 % 3) })
    let rows = (0..<40).flatMap { Array(repeating: $0, count: $0 % 3) }
    let repeated = try RegressionData(
      names: ["a", "b"], predictors: columns.map { column in rows.map { column[$0] } },
      outcomes: rows.map { data.outcomes[$0] })
    let (first, second) = (try fit(weighted, method, .profile), try fit(repeated, method, .profile))
    for (left, right) in zip(first.terms, second.terms) {
      #expect(abs(left.estimate - right.estimate) < 1e-8 && abs(left.standardError - right.standardError) < 1e-8)
      #expect(abs((left.high ?? .nan) - (right.high ?? .nan)) < 1e-7)
    }
  }

  @Test func whatCannotBeExplainedSaysWhy() throws {
    func problem(_ columns: [[Double]], _ outcomes: [Bool]) -> String? {
      #expect(throws: ClassifierError.self) {
        try RegressionData(
          names: columns.indices.map { "x\($0)" }, predictors: columns, outcomes: outcomes)
      }?.problem
    }
    let outcomes = [true, false, true, false, true]
    let line = [1.0, 2, 3, 4, 5]
    #expect(problem([line], [true, true, true, true, true])?.contains("all of 5") == true)
    #expect(problem([line, line.map { 2 * $0 + 1 }], outcomes)?.contains("x1 follows from (intercept), x0") == true)
    #expect(problem([[3, 3, 3, 3, 3]], outcomes)?.contains("same in every row") == true)
    #expect(problem([[1, .nan, 3, 4, 5]], outcomes)?.contains("row 2") == true)
    #expect(problem(Array(repeating: line, count: 9), outcomes)?.contains("10 columns") == true)
  }

  static func measures(rows: Int, seed: UInt64, threshold: Double) throws -> RegressionData {
    var generator = SeededGenerator(seed: seed)
    let columns = (0..<2).map { _ in (0..<rows).map { _ in generator.unitInterval() } }
    let outcomes = (0..<rows).map { columns[0][$0] * 0.5 + generator.unitInterval() > threshold }
    return try RegressionData(names: ["a", "b"], predictors: columns, outcomes: outcomes)
  }
}
