import Reproducibility
import Statistics
import Testing

@Suite struct MultipleTestingTests {
  /// Worked by hand: 6 × 0.005, 5 × 0.01, 4 × 0.03, then held up by what comes before.
  @Test func holmGoesDownFromTheSmallest() {
    let found = MultipleTesting.holm([0.01, 0.04, 0.03, 0.005, 0.2, 0.04])
    for (value, expected) in zip(found, [0.05, 0.12, 0.12, 0.03, 0.2, 0.12]) { #expect(abs(value - expected) < 1e-15) }
  }

  /// Worked by hand: 6 × 0.04 / 5 for three of them, since 6 × 0.03 / 3 is more, and 6 × 0.01 / 2 for two.
  @Test func benjaminiAndHochbergGoUpFromTheLargest() {
    let found = MultipleTesting.benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.2, 0.04])
    for (value, expected) in zip(found, [0.03, 0.048, 0.048, 0.03, 0.2, 0.048]) {
      #expect(abs(value - expected) < 1e-15)
    }
  }

  @Test func adjustmentsKeepTheOrderAndNeverLower() {
    var generator = SeededGenerator(seed: 4)
    for size in [0, 1, 2, 50] {
      let values = (0..<size).map { _ in generator.unitInterval() * generator.unitInterval() }
      let (holm, discovery) = (MultipleTesting.holm(values), MultipleTesting.benjaminiHochberg(values))
      for (index, value) in values.enumerated() {
        #expect(value <= discovery[index] && discovery[index] <= holm[index] && holm[index] <= 1)
        for other in values.indices where values[other] < value {
          #expect(holm[other] <= holm[index] && discovery[other] <= discovery[index])
        }
      }
    }
  }
}
