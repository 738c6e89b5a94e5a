import Statistics
import Testing

@Suite struct QuantileTests {
  private static let sorted = [-4, -1.25, 0.5, 0.5, 2, 3.5, 7.75]

  /// Golden values: numpy.quantile of numpy 2.4.6, its default method.
  @Test(arguments: [
    (0.0, -4.0), (0.025, -3.5875), (0.1, -2.35), (0.33, 0.465), (0.5, 0.5), (0.9, 5.2), (0.975, 7.1125), (1, 7.75),
  ])
  func linear(p: Double, expected: Double) {
    #expect(abs(Quantiles.linear(Self.sorted, p) - expected) < 1e-14)
  }

  @Test func oneValueIsEveryQuantile() {
    for p in [0, 0.3, 1] { #expect(Quantiles.linear([2.5], p) == 2.5) }
  }

  @Test func equalNeighboursAreReturnedExactly() {
    #expect(Quantiles.linear([0.1, 0.1, 0.1], 0.3) == 0.1)
  }

  @Test func aPercentileIntervalLeavesOutBothTailsInAnyOrder() throws {
    let values = (0...1000).map { Double($0 * 37 % 1001) }
    let interval = try #require(ConfidenceInterval.percentile(of: values, confidence: 0.95))
    #expect(abs(interval.low - 25) < 1e-9 && abs(interval.high - 975) < 1e-9)
  }

  @Test func noValuesHaveNoInterval() {
    #expect(ConfidenceInterval.percentile(of: [], confidence: 0.95) == nil)
  }
}

@Suite struct MomentsTests {
  @Test func meanAndVariance() throws {
    // numpy 2.4.6: mean() and var(ddof=1).
    let moments = Moments(of: [3.5, -1.25, 2, 7.75, 0.5, 0.5, -4])
    #expect(abs(moments.mean - 1.2857142857142858) < 1e-15)
    #expect(abs(try #require(moments.sampleVariance) - 13.800595238095239) < 1e-14)
  }

  @Test func aLargeMeanDoesNotEatTheVariance() throws {
    // The values 1e9 + 0, 1, 2 have variance exactly 1; the difference of mean squares would lose all of it.
    let moments = Moments(of: [1e9, 1e9 + 1, 1e9 + 2])
    #expect(try #require(moments.sampleVariance) == 1)
  }

  @Test func fewerThanTwoValuesHaveNoVariance() {
    #expect(Moments(of: []).sampleVariance == nil)
    #expect(Moments(of: [4]).sampleVariance == nil)
    #expect(Moments(of: [4]).mean == 4)
  }

  @Test func equalValuesHaveNone() {
    #expect(Moments(of: Array(repeating: 0.1, count: 77)).sampleVariance == 0)
  }
}
