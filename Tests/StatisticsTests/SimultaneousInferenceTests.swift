import Reproducibility
import Statistics
import Testing

@Suite struct SimultaneousInferenceTests {
  private func family(
    _ statistics: [Double], freedom: Double = .infinity, threads: Int = 1, draws: Int = 4000
  ) -> SimultaneousInference {
    SimultaneousInference(
      of: statistics.enumerated().map { .init(0, $0 + 1, statistic: $1, degreesOfFreedom: freedom) },
      covariance: (0...statistics.count).map { row in (0...statistics.count).map { row == $0 ? 1 : 0 } },
      confidence: 0.95,
      draws: draws, generator: SeededGenerator(seed: 2), on: Parallelism(threadCount: threads))
  }

  @Test func oneContrastIsJudgedByItself() {
    let found = family([1.96])
    // 4,000 draws know a probability of 0.05 to 0.0035.
    #expect(abs(found.adjusted[0] - 0.05) < 0.012 && abs(found.criticalValues[0] - 1.96) < 0.1)
  }

  @Test func manyNeedMoreAndFewDegreesMoreStill() {
    let (one, many, few) = (family([2.5]), family([2.5, 1, 0, -3]), family([2.5, 1, 0, -3], freedom: 4))
    #expect(one.criticalValues[0] < many.criticalValues[0] && many.criticalValues[0] < few.criticalValues[0])
    #expect(one.adjusted[0] < many.adjusted[0] && many.adjusted[0] < few.adjusted[0])
    #expect(many.adjusted[3] < many.adjusted[0] && many.adjusted[0] < many.adjusted[1] && many.adjusted[2] == 1)
  }

  @Test func threadsChangeNothing() {
    let (one, two) = (family([2, 1, -1], freedom: 9), family([2, 1, -1], freedom: 9, threads: 2))
    #expect(one.adjusted == two.adjusted && one.criticalValues == two.criticalValues)
  }

  /// Two estimates that are the same thing twice make a covariance of rank one less.
  @Test func singularCovariancesAreDrawnFrom() {
    let found = SimultaneousInference(
      of: [
        .init(0, 2, statistic: 2, degreesOfFreedom: .infinity), .init(1, 2, statistic: 2, degreesOfFreedom: .infinity),
      ],
      covariance: [[1, 1, 0], [1, 1, 0], [0, 0, 1]], confidence: 0.95, draws: 4000, generator: SeededGenerator(seed: 2),
      on: .serial)
    #expect(abs(found.criticalValues[0] - 1.96) < 0.1)
  }
}
