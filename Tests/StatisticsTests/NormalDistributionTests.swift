import Statistics
import Testing

@Suite struct NormalDistributionTests {
  @Test func theQuantileThatIntervalsUse() {
    // scipy.stats.norm.ppf(0.975), scipy 1.17.1.
    #expect(abs(NormalDistribution.quantile(0.975) - 1.959963984540054) < 1e-15)
  }
}
