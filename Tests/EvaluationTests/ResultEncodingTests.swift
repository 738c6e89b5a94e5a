import Evaluation
import Foundation
import Reproducibility
import Testing

/// The names and order of what a result is written as are promised in the command line's manual.
@Suite struct ResultEncodingTests {
  @Test func metricsAreKeyedInThePromisedOrder() throws {
    let result = try evaluate(try Sample(count: 60).scored(), resamples: 10)
    let text = try JSONValue(encoding: result.metrics).text()
    let names = [
      "accuracy", "balancedAccuracy", "precision", "recall", "f1", "macroF1", "mcc", "kappa", "logLoss", "brier",
      "rocAUC", "averagePrecision", "eceWidth", "eceMass",
    ]
    guard case .object(let members) = try JSONValue(encoding: result.metrics) else { throw WrongForm(text: text) }
    #expect(members.map(\.key) == names)
    for member in members {
      guard case .object(let parts) = member.value else { throw WrongForm(text: text) }
      #expect(parts.map(\.key) == ["value", "low", "high"])
    }
  }

  private struct WrongForm: Error { let text: String }

  @Test func theResultsMembersComeInOrderAndAreAllThere() throws {
    let one = try evaluate(try ScoredLabels(labels: [1], positiveScores: [0.7]))
    guard case .object(let members) = try JSONValue(encoding: one) else { throw WrongForm(text: "") }
    #expect(
      members.map(\.key) == [
        "rows", "positive", "prevalence", "threshold", "metrics", "confusion", "calibration", "massCalibration",
        "murphy",
        "classes", "averages", "thresholds", "deLong", "bootstrap", "rocCurve", "precisionRecallCurve",
      ])
    #expect(members.first { $0.key == "deLong" }?.value == .null)
    #expect(members.first { $0.key == "threshold" }?.value == .number(0.5))
  }

  @Test func aValueThatIsNotThereIsNullAndSaysWhy() throws {
    let result = try evaluate(try ScoredLabels(labels: [1, 1], positiveScores: [0.7, 0.6]))
    let text = try JSONValue(encoding: result.metrics[.rocAUC]).text()
    #expect(text == #"{"value":null,"low":null,"high":null,"note":"it needs positive and other rows"}"#)
  }

  @Test func resultsAreReadBack() throws {
    for data in [
      try Sample(count: 60, decimals: 1).scored(), try multiclassSample(count: 40, classes: 3, positive: 0),
      try ScoredLabels(labels: [1], positiveScores: [0.7]),
    ] {
      let result = try evaluate(data, resamples: 10)
      let text = try JSONValue(encoding: result).text()
      #expect(try JSONDecoder().decode(EvaluationResult.self, from: Data(text.utf8)) == result)
    }
  }
}
