import Evaluation
import Testing

/// What is said where a figure has no meaning, and what is refused.
@Suite struct UndefinedValueTests {
  @Test func anAreaOfOneClassIsNotZeroButNothing() throws {
    for label in [0, 1] {
      let result = try evaluate(try ScoredLabels(labels: [label, label], positiveScores: [0.2, 0.7]), resamples: 10)
      #expect(result.metrics[.rocAUC].value == nil)
      #expect(result.metrics[.rocAUC].low == nil)
      #expect(result.metrics[.rocAUC].note == "it needs positive and other rows")
      #expect(result.rocCurve.isEmpty)
      #expect(result.deLong == nil)
      #expect(result.murphy.skillScore.value == nil)
      #expect(result.bootstrap?.redrawCount == 0)
      #expect(isClose(result.metrics[.brier].value, label == 1 ? 0.365 : 0.265))
    }
  }

  @Test func averagePrecisionNeedsAPositiveRow() throws {
    let none = try evaluate(try ScoredLabels(labels: [0, 0], positiveScores: [0.2, 0.7]))
    #expect(none.metrics[.averagePrecision].value == nil)
    #expect(none.precisionRecallCurve.isEmpty)
    let all = try evaluate(try ScoredLabels(labels: [1, 1], positiveScores: [0.2, 0.7]))
    #expect(all.metrics[.averagePrecision].value == 1)
  }

  @Test func ratiosOfNothingAreZeroWithANote() throws {
    let result = try evaluate(try ScoredLabels(labels: [0, 1, 0], positiveScores: [0.1, 0.2, 0.3]))
    #expect(result.metrics[.precision].value == 0)
    #expect(result.metrics[.precision].note == "no row was predicted to be of the class; 0 by convention")
    #expect(result.metrics[.recall] == MetricValue(value: 0))
    #expect(result.metrics[.f1] == MetricValue(value: 0))
    #expect(result.metrics[.mcc].value == 0)
    #expect(result.metrics[.mcc].note != nil)
    #expect(result.metrics[.kappa] == MetricValue(value: 0))
    #expect(result.averages.macro.precision.note != nil)
  }

  @Test func kappaWithoutChanceIsNothing() throws {
    let result = try evaluate(try ScoredLabels(labels: [0, 0], positiveScores: [0.1, 0.2]))
    #expect(result.metrics[.kappa].value == nil)
    #expect(result.metrics[.kappa].note != nil)
    #expect(result.metrics[.accuracy].value == 1)
  }

  @Test func oneRowHasFiguresButNoIntervals() throws {
    let result = try evaluate(try ScoredLabels(labels: [1], positiveScores: [0.7]), resamples: 100)
    #expect(result.metrics[.accuracy] == MetricValue(value: 1))
    #expect(result.bootstrap?.resampleCount == 0)
    #expect(result.bootstrap?.note == "one row has no interval")
  }

  @Test func rowsWithoutWeightAreAsGoodAsAbsent() throws {
    var sample = Sample(count: 50, decimals: 1)
    let expected = try evaluate(try sample.selecting(Array(0..<40)).scored())
    sample.weights = sample.labels.indices.map { $0 < 40 ? 1 : 0 }
    let result = try evaluate(try sample.scored())
    #expect(result.metrics == expected.metrics)
    #expect(result.rocCurve == expected.rocCurve)
    #expect(result.calibration == expected.calibration)
    #expect(result.rows == 50)
  }

  @Test(
    arguments: [
      ([], [], nil, "there are no rows to evaluate"),
      ([0, 1], [0.5, .nan], nil, "row 2: the probability of class \"0\" is nan (0 to 1 was expected)"),
      ([0, 1], [0.5, .infinity], nil, "row 2: the probability of class \"0\" is -inf (0 to 1 was expected)"),
      ([0, 1], [-0.1, 0.5], nil, "row 1: the probability of class \"0\" is 1.1 (0 to 1 was expected)"),
      ([0, 1], [0.1, 0.5], [1, -1], "row 2: the weight is -1.0 (zero or more was expected)"),
      ([0, 1], [0.1, 0.5], [.nan, 1], "row 1: the weight is nan (zero or more was expected)"),
      ([0, 1], [0.1, 0.5], [1, .infinity], "row 2: the weight is inf (zero or more was expected)"),
      ([0, 1], [0.1, 0.5], [0, 0], "all 2 weights are zero"),
    ] as [([Int], [Double], [Double]?, String)])
  func badDataIsRefused(labels: [Int], scores: [Double], weights: [Double]?, problem: String) {
    let error = #expect(throws: EvaluationError.self) {
      try ScoredLabels(labels: labels, positiveScores: scores, weights: weights)
    }
    #expect(error?.problem == problem)
  }

  @Test func probabilitiesOfAllClassesSumToOne() {
    let truth = LabelledRows(classNames: ["a", "b"], labels: [0, 1], positiveClass: 1)
    let error = #expect(throws: EvaluationError.self) {
      try ScoredLabels(truth, probabilities: [[0.5, 0.5], [0.5, 0.75]])
    }
    #expect(error?.problem == "row 2: the probabilities of the classes sum to 1.25 (1 was expected)")
  }

  @Test func optionsOutOfRangeAreRefused() throws {
    let changes: [(inout EvaluationOptions) -> Void] = [
      { $0.confidence = 0 }, { $0.confidence = 1 }, { $0.confidence = .nan }, { $0.resampleCount = -1 },
      { $0.binCount = 0 }, { $0.decision = .threshold(1.5) }, { $0.decision = .threshold(.nan) },
    ]
    for change in changes {
      var options = EvaluationOptions()
      change(&options)
      #expect(throws: EvaluationError.self) { try options.validated() }
    }
  }

  @Test func aThresholdIsForTwoClasses() throws {
    let data = try multiclassSample(count: 30, classes: 3, positive: 1)
    let error = #expect(throws: EvaluationError.self) { try evaluate(data) { $0.decision = .threshold(0.4) } }
    #expect(error?.problem == "a threshold of 0.4 for 3 classes (two were expected)")
  }
}
