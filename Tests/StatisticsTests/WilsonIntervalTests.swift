import Statistics
import Testing

@Suite("Wilson's interval")
struct WilsonIntervalTests {
  @Test(
    "is R's prop.test without continuity correction",
    arguments: [(10, 20, 0.2992980, 0.7007020), (0, 10, 0.0, 0.2775328), (81, 263, 0.2552885, 0.3662096)])
  func golden(successes: Int, trials: Int, low: Double, high: Double) {
    let interval = ConfidenceInterval.wilson(successes: successes, trials: trials, confidence: 0.95)
    #expect(abs(interval.low - low) < 1e-6 && abs(interval.high - high) < 1e-6, "\(interval)")
  }

  @Test("exchanging successes and failures mirrors it")
  func mirrored() {
    for successes in 0...12 {
      let one = ConfidenceInterval.wilson(successes: successes, trials: 12, confidence: 0.9)
      let other = ConfidenceInterval.wilson(successes: 12 - successes, trials: 12, confidence: 0.9)
      #expect(abs(one.low - (1 - other.high)) < 1e-12 && one.low >= 0 && one.high <= 1)
      #expect(one.low <= Double(successes) / 12 && one.high >= Double(successes) / 12)
    }
  }
}
