import Reproducibility
import Statistics
import Testing

@Suite struct RandomEffectsTests {
  /// Equal variances have a closed form: all three methods give the sample variance less the error variance.
  @Test(arguments: HeterogeneityMethod.allCases) func equalVariances(method: HeterogeneityMethod) {
    let fit = RandomEffects([1, 2, 3, 4], variances: [0.5, 0.5, 0.5, 0.5], method: method)
    #expect(abs(fit.heterogeneity - (5.0 / 3 - 0.5)) < 1e-10)
    #expect(abs(fit.mean - 2.5) < 1e-14)
    let share = 0.5 / (5.0 / 3)
    #expect(abs(fit.pooled[0].value - ((1 - share) * 1 + share * 2.5)) < 1e-10)
  }

  @Test(arguments: HeterogeneityMethod.allCases) func alikeEstimatesArePooledWhole(method: HeterogeneityMethod) {
    let fit = RandomEffects([0.4, 0.41, 0.39], variances: [0.1, 0.2, 0.3], method: method)
    #expect(fit.heterogeneity == 0)
    for pooled in fit.pooled {
      #expect(abs(pooled.value - fit.mean) < 1e-15 && abs(pooled.variance - fit.meanVariance) < 1e-15)
    }
  }

  @Test(arguments: HeterogeneityMethod.allCases) func scalesAndShifts(method: HeterogeneityMethod) {
    var generator = SeededGenerator(seed: 8)
    let values = (0..<20).map { _ in generator.unitInterval() }
    let variances = (0..<20).map { _ in 0.001 + 0.05 * generator.unitInterval() }
    let fit = RandomEffects(values, variances: variances, method: method)
    let moved = RandomEffects(values.map { 3 * $0 + 5 }, variances: variances.map { 9 * $0 }, method: method)
    #expect(abs(moved.heterogeneity - 9 * fit.heterogeneity) < 1e-9)
    for (one, other) in zip(fit.pooled, moved.pooled) { #expect(abs(3 * one.value + 5 - other.value) < 1e-9) }
    for (value, pooled) in zip(values, fit.pooled) {
      #expect(abs(pooled.value - fit.mean) <= abs(value - fit.mean) + 1e-12)
    }
  }
}
