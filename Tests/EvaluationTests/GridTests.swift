import Evaluation
import Testing

@Suite struct ParameterGridTests {
  @Test func candidatesAscendAndTheLastSettingChangesFastest() throws {
    let grid = try ParameterGrid(parsing: ["C=10,0.1,1,1.0", "ratio=0.5,0"], allowedNames: ["C", "ratio"])
    #expect(grid.candidates.map(\.values) == [[0.1, 0], [0.1, 0.5], [1, 0], [1, 0.5], [10, 0], [10, 0.5]])
    #expect(grid.candidates[3]["C"] == 1)
    #expect(grid.candidates[3]["ratio"] == 0.5)
    #expect(grid.candidates[3]["other"] == nil)
  }

  @Test func nothingToSearchIsOneCandidate() throws {
    let grid = try ParameterGrid(parsing: [], allowedNames: ["C"])
    #expect(grid.candidates.count == 1)
    #expect(try grid.best(by: .f1, values: [0.5]) == 0)
  }

  @Test(arguments: [
    (["C"], "a grid of \"C\" (NAME=VALUE,VALUE was expected)"),
    (["c=1"], "no setting to search is called \"c\""),
    (["C=1,x"], "the grid's value \"x\" for C (a number was expected)"),
    (["C=1,,2"], "the grid's value \"\" for C (a number was expected)"),
    (["C=inf"], "the grid's value \"inf\" for C (a number was expected)"),
    (["C=1", "C=2"], "the grid names C twice"),
  ])
  func otherTextsAreRefused(texts: [String], problem: String) {
    let error = #expect(throws: EvaluationError.self) { try ParameterGrid(parsing: texts, allowedNames: ["C"]) }
    #expect(error?.problem == problem)
  }

  @Test func theBestIsTheSmallestOfEquals() throws {
    let grid = try ParameterGrid(parsing: ["C=0.1,1,10,100"], allowedNames: ["C"])
    #expect(try grid.best(by: .rocAUC, values: [0.7, 0.8, 0.8, 0.75]) == 1)
    #expect(try grid.best(by: .logLoss, values: [0.7, 0.6, 0.8, 0.6]) == 1)
    #expect(try grid.best(by: .rocAUC, values: [nil, 0.2, .nan, nil]) == 1)
    let error = #expect(throws: EvaluationError.self) { try grid.best(by: .kappa, values: [nil, nil, nil, nil]) }
    #expect(error?.problem == "kappa is undefined for all 4 settings of the grid")
  }
}

@Suite struct OutOfFoldTests {
  @Test func foldsArePooledInTheirOrder() throws {
    let rows = LabelledRows(
      classNames: ["a", "b"], labels: [0, 1, 1, 0], positiveClass: 1, weights: [1, 2, 3, 4], clusters: [7, 8, 7, 8])
    let plan = try FoldPlan.leavingOneGroupOut(["y", "x", "y", "x"])
    let predictions = try OutOfFoldPredictions(
      plan: plan, of: rows, probabilities: [[[0.9, 0.8], [0.1, 0.2]], [[0.7, 0.6], [0.3, 0.4]]])
    #expect(predictions.rows == [1, 3, 0, 2])
    #expect(predictions.pooled.scores == [0.1, 0.2, 0.3, 0.4])
    #expect(predictions.pooled.truth == rows.selecting(rows: [1, 3, 0, 2]))
    #expect(predictions.pooled.truth.weights == [2, 4, 1, 3])
    #expect(predictions.pooled.truth.clusters == [8, 8, 7, 7])
    #expect(predictions.folds.map(\.scores) == [[0.1, 0.2], [0.3, 0.4]])
    #expect(predictions.folds[1].truth.labels == [0, 1])
  }

  @Test func aFoldOfOneClassHasNoAreaOfItsOwn() throws {
    let rows = LabelledRows(classNames: ["a", "b"], labels: [0, 1, 0, 1], positiveClass: 1)
    let plan = try FoldPlan.leavingOneGroupOut(["x", "x", "y", "z"])
    try plan.validate(labels: rows.labels, classNames: rows.classNames)
    let predictions = try OutOfFoldPredictions(
      plan: plan, of: rows, probabilities: [[[0.9, 0.2], [0.1, 0.8]], [[0.7], [0.3]], [[0.6], [0.4]]])
    #expect(try predictions.folds.map { try evaluate($0).metrics[.rocAUC].value } == [1, nil, nil])
    #expect(try evaluate(predictions.pooled).metrics[.rocAUC].value == 1)
  }
}
