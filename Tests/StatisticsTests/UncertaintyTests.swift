import Foundation
import Statistics
import Testing

/// Tests and intervals, beside their equality to scipy (ComparisonParityTests).
@Suite struct StatisticsOfUncertaintyTests {
  @Test func studentsDistributionIsSymmetricAndTendsToTheNormal() {
    for degrees in [1.0, 3, 40] {
      for t in [0.0, 0.3, 1, 2.5, 40] {
        let (low, high) = (
          StudentDistribution.cumulative(-t, degreesOfFreedom: degrees),
          StudentDistribution.cumulative(t, degreesOfFreedom: degrees)
        )
        #expect(abs(low + high - 1) < 1e-14, "\(t) with \(degrees)")
      }
    }
    // Cauchy's distribution in closed form.
    #expect(abs(StudentDistribution.cumulative(2, degreesOfFreedom: 1) - (0.5 + atan(2.0) / .pi)) < 1e-14)
    let far = StudentDistribution.quantile(0.975, degreesOfFreedom: 1e7)
    #expect(abs(far - NormalDistribution.quantile(0.975)) < 1e-6)
  }

  @Test func aFairCoinsTestIsSymmetricAndGrowsStricter() {
    for (a, b) in [(0, 5), (3, 12), (40, 41), (500, 700)] {
      #expect(BinomialTest.twoSidedFair(a, b) == BinomialTest.twoSidedFair(b, a))
    }
    #expect(BinomialTest.twoSidedFair(0, 0) == 1 && BinomialTest.twoSidedFair(9, 9) == 1)
    #expect(abs(BinomialTest.twoSidedFair(0, 10) - 2 * pow(0.5, 10)) < 1e-15)
    #expect((0..<5).allSatisfy { BinomialTest.twoSidedFair($0, 20) < BinomialTest.twoSidedFair($0 + 1, 20) })
  }

  @Test func theCorrectedIntervalOfASymmetricSampleIsThePercentileOne() {
    let values = (0...1000).map { Double($0) - 500 }
    let corrected = ConfidenceInterval.biasCorrected(
      of: values, estimate: 0, jackknifeValues: [-1, 1, -2, 2], confidence: 0.9)
    let percentile = ConfidenceInterval.percentile(of: values, confidence: 0.9)
    #expect(abs((corrected?.low ?? 0) - (percentile?.low ?? 1)) < 1e-9)
    #expect(abs((corrected?.high ?? 0) - (percentile?.high ?? 1)) < 1e-9)
  }

  @Test func theCorrectedIntervalMovesAgainstTheBias() throws {
    let values = (0...1000).map { Double($0) }
    let low = try #require(
      ConfidenceInterval.biasCorrected(of: values, estimate: 400, jackknifeValues: [1, 2], confidence: 0.9))
    let high = try #require(
      ConfidenceInterval.biasCorrected(of: values, estimate: 600, jackknifeValues: [1, 2], confidence: 0.9))
    #expect(low.low < high.low && low.high < high.high)
  }

  @Test func withoutACorrectionThereIsNoInterval() {
    #expect(ConfidenceInterval.biasCorrected(of: [], estimate: 0, jackknifeValues: [1], confidence: 0.9) == nil)
    #expect(ConfidenceInterval.biasCorrected(of: [1, 2], estimate: 0, jackknifeValues: [1], confidence: 0.9) == nil)
    let constant = ConfidenceInterval.biasCorrected(
      of: [3, 3, 3], estimate: 3, jackknifeValues: [3, 3], confidence: 0.9)
    #expect(constant == ConfidenceInterval(low: 3, high: 3))
  }
}
