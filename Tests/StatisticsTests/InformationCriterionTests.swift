import Statistics
import Testing

@Suite struct InformationCriterionTests {
  /// BIC(lm(y ~ 1)) of R 4.2.2 for y = c(1, 2, 4, 4.5, 7): a mean and a variance.
  @Test func theCriterionIsRs() {
    let found = InformationCriterion.bayesian(residualSum: 21.8, count: 5, parameters: 2)
    #expect(abs(found - 24.770_621_443_719_641) < 1e-12)
  }
}
