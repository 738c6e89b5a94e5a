import Comparisons
import Reproducibility
import Testing

@Suite struct SeriesExchangeTests {
  private func exchange(
    _ first: [Double?], _ second: [Double?], resamples: Int = 199, threads: Int = 1,
    _ change: (inout LaggedExchange.Options) -> Void = { _ in }
  ) -> [LaggedExchange.Lag] {
    var options = LaggedExchange.Options()
    options.resampleCount = resamples
    change(&options)
    return LaggedExchange(first, second, options: options, on: Parallelism(threadCount: threads)).lags
  }

  /// Two series, the second following the first two periods later, with some periods missing.
  private func pair(_ index: Int, count: Int = 80) -> (first: [Double?], second: [Double?]) {
    var simulation = Simulation("exchange", index)
    let first = (0..<count).map { _ in simulation.normal() }
    let second = (0..<count).map { ($0 < 2 ? 0 : 0.8 * first[$0 - 2]) + 0.8 * simulation.normal() }
    return (
      first.enumerated().map { $0 % 17 == 5 ? nil : $1 }, second.enumerated().map { $0 % 13 == 4 ? nil : $1 }
    )
  }

  @Test func aFollowerIsFoundAtItsLagAlone() throws {
    let (first, second) = pair(0)
    let lags = exchange(first, second, resamples: 499)
    #expect(lags.map(\.lag) == [0, 1, 2, 3, 4, 1, 2, 3, 4])
    #expect(lags.map(\.isSecondFollowing) == [true, true, true, true, true, false, false, false, false])
    #expect(lags.filter { ($0.pAdjusted ?? 1) <= 0.05 } == [lags[2]])
    #expect(try #require(lags[2].correlation) > 0.5 && lags[2].p == 0.002 && #require(lags[2].low) > 0.3)
    for lag in lags {
      #expect(try #require(lag.low) <= #require(lag.correlation) && #require(lag.high) >= #require(lag.correlation))
      #expect(try #require(lag.p) <= #require(lag.pAdjusted))
    }
  }

  @Test func exchangingTheSidesExchangesTheDirections() {
    let (first, second) = pair(1)
    let (one, other) = (exchange(first, second), exchange(second, first))
    #expect(one[1...4].map(\.correlation) == other[5...8].map(\.correlation))
    #expect(one[5...8].map(\.periods) == other[1...4].map(\.periods) && one[0].correlation == other[0].correlation)
  }

  /// Other units, and other lines in time, leave all as it is.
  @Test func linesInTimeAndUnitsChangeNothing() {
    let (first, second) = pair(2)
    let found = exchange(first, second)
    let other = exchange(
      first.enumerated().map { place, value in value.map { 40 + 3 * $0 - 0.7 * Double(place) } },
      second.enumerated().map { place, value in value.map { 0.2 * $0 + 5 * Double(place) } })
    for (one, expected) in zip(other, found) {
      #expect(abs((one.correlation ?? 9) - (expected.correlation ?? -9)) < 1e-9)
      #expect(abs((one.low ?? 9) - (expected.low ?? -9)) < 1e-9)
      #expect(one.p == expected.p && one.pAdjusted == expected.pAdjusted && one.periods == expected.periods)
    }
    // Without that, two rising series seem to go together.
    let trends = (0..<60).map { Double($0) }
    var simulation = Simulation("trends", 0)
    let (a, b) = (trends.map { $0 / 10 + simulation.normal() }, trends.map { $0 / 10 + simulation.normal() })
    #expect((exchange(a, b) { $0.isDetrended = false }[0].correlation ?? 0) > 0.6)
    #expect((exchange(a, b)[0].correlation ?? 1) < 0.4)
  }

  @Test func threadsChangeNothing() {
    let (first, second) = pair(3)
    #expect(exchange(first, second) == exchange(first, second, threads: 2))
  }

  /// A gap takes away the periods that need it and nothing else.
  @Test func gapsStayGaps() {
    var simulation = Simulation("gaps", 0)
    var first: [Double?] = (0..<30).map { _ in simulation.normal() }
    let second: [Double?] = (0..<30).map { _ in simulation.normal() }
    #expect(exchange(first, second).map(\.periods) == [30, 29, 28, 27, 26, 29, 28, 27, 26])
    first[10] = nil
    // As the leader it is missing once, as the follower also where it is the period before.
    #expect(exchange(first, second).map(\.periods) == [29, 28, 27, 26, 25, 27, 26, 25, 24])
  }

  @Test func whereThereIsNoCorrelationItSaysWhy() {
    let short = exchange([1, 2, 0, 3, 1, 2, 4, nil], [2, 1, 0, 1, 1, 0, 2, 5])
    #expect(short.allSatisfy { $0.correlation == nil && $0.p == nil && $0.pAdjusted == nil && $0.low == nil })
    #expect(short[0].note == "7 complete periods are too few (8 at least were expected)" && short[0].periods == 7)
    var simulation = Simulation("constant", 0)
    let noise: [Double?] = (0..<20).map { _ in simulation.normal() }
    let line: [Double?] = (0..<20).map { 0.1 * Double($0) + 7 }
    let flat = exchange(noise, line)
    #expect(flat[0].note == "a side does not vary" && flat.allSatisfy { $0.correlation == nil && $0.note != nil })
    #expect(exchange([], []).allSatisfy { $0.correlation == nil && $0.periods == 0 })
  }

  private func share(of count: Int, _ holds: @Sendable (Int) -> Bool) -> Double {
    Double(Parallelism(threadCount: 2).map(count: count, holds).count { $0 }) / Double(count)
  }

  /// 500 simulations know a level of 0.05 to 0.01.
  @Test(arguments: [0.0, 0.4]) func independentSeriesKeepTheLevel(keeps: Double) {
    let rejected = share(of: 500) { index in
      var simulation = Simulation("independent \(keeps)", index)
      let first = simulation.autoregressive(60, share: keeps)
      let second = simulation.autoregressive(60, share: keeps)
      return exchange(first, second, resamples: 99).contains { ($0.pAdjusted ?? 1) <= 0.05 }
    }
    #expect(rejected > 0.02 && rejected < 0.09, "\(rejected)")
  }

  @Test func followersAreFoundNearlyAlwaysAndNowhereElse() {
    let found = Parallelism(threadCount: 2).map(count: 300) { index in
      let (first, second) = pair(100 + index)
      let lags = exchange(first, second, resamples: 99)
      return lags.indices.filter { (lags[$0].pAdjusted ?? 1) <= 0.05 }
    }
    let (there, elsewhere) = (found.count { $0.contains(2) }, found.count { $0.contains { $0 != 2 } })
    #expect(there > 285 && elsewhere < 27, "\(there) and \(elsewhere) of 300")
  }

  /// 400 simulations know a coverage of 0.95 to 0.011. Percentiles of resampled blocks are known to cover a little less.
  @Test func intervalsCover() {
    let covered = share(of: 400) { index in
      var simulation = Simulation("exchange intervals", index)
      let first = (0..<100).map { _ in simulation.normal() }
      let second = (0..<100).map { ($0 < 1 ? 0 : 0.6 * first[$0 - 1]) + 0.8 * simulation.normal() }
      let lag = exchange(first, second) { $0.lags = 1 }[1]
      return (lag.low ?? 1) <= 0.6 && (lag.high ?? 0) >= 0.6
    }
    #expect(covered > 0.89 && covered < 0.98, "\(covered)")
  }
}
