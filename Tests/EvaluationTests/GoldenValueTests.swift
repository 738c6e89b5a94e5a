import Evaluation
import Reproducibility
import Testing

/// Values from /shared/design/formulas.md, where they were computed apart from this code.
@Suite struct GoldenValueTests {
  @Test func averagePrecisionAndAreaWithDeLongVariance() throws {
    // Formulas 4.13 and 4.14: positives .9 .8 .6 .55, others .7 .5 .4 .3 .2.
    let scores = [0.9, 0.8, 0.6, 0.55, 0.7, 0.5, 0.4, 0.3, 0.2]
    let data = try ScoredLabels(labels: [1, 1, 1, 1, 0, 0, 0, 0, 0], positiveScores: scores)
    let result = try evaluate(data)
    #expect(isClose(result.metrics[.averagePrecision].value, 0.8875))
    #expect(isClose(result.metrics[.rocAUC].value, 0.9))
    let deLong = try #require(result.deLong)
    #expect(isClose(deLong.value, 0.9))
    #expect(abs(deLong.standardError * deLong.standardError - 0.01333333) < 5e-9)
  }

  @Test func murphysPartsOfTheBrierScore() throws {
    // Formula 4.11: every forecast is alike within its bin, so the terms within bins are zero.
    let scores = [0.1, 0.1, 0.3, 0.3, 0.3, 0.7, 0.7, 0.9]
    let result = try evaluate(try ScoredLabels(labels: [0, 0, 0, 1, 0, 1, 1, 1], positiveScores: scores))
    #expect(isClose(result.metrics[.brier].value, 0.11))
    #expect(abs((result.murphy.reliability.value ?? 9) - 0.0266667) < 5e-8)
    #expect(abs((result.murphy.resolution.value ?? 9) - 0.1666667) < 5e-8)
    #expect(isClose(result.murphy.uncertainty.value, 0.25))
    #expect(abs(result.murphy.withinBinVariance.value ?? 9) < 1e-15)
    #expect(abs(result.murphy.withinBinCovariance.value ?? 9) < 1e-15)
    #expect(isClose(result.murphy.skillScore.value, 1 - 0.11 / 0.25))
  }

  @Test func matthewsCorrelationByItsFormula() throws {
    // Formula 4.12 with TP 6, TN 3, FP 1, FN 2: (18 - 2) / sqrt(7 * 8 * 4 * 5).
    let labels = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]
    let scores = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.1, 0.1, 0.8, 0.2, 0.2, 0.2]
    let result = try evaluate(try ScoredLabels(labels: labels, positiveScores: scores))
    #expect(isClose(result.metrics[.mcc].value, 16 / 1120.0.squareRoot()))
    #expect(result.confusion.counts == [[3, 1], [2, 6]])
  }
}
