import Comparisons
import Reproducibility
import Testing

/// Smoothed means against statsmodels, widths and correlations at lags against their definitions in numpy, and changes against
/// strucchange (Fixtures/generators/series.py).
@Suite struct SeriesParityTests {
  private struct File<Case: Decodable>: Decodable { let cases: [Case] }

  private func isClose(_ found: Double?, _ expected: Double?, within tolerance: Double) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
  }

  private struct Rows: Decodable {
    let days: [Int]
    let values: [Double]
    let clusters: [Int]

    var dated: DatedValues { DatedValues(days: days, values: values, clusters: clusters) }
  }

  private struct Smoothing: Decodable {
    struct Point: Decodable {
      let day: Int
      let value: Double?
      let standardError: Double?
      let low: Double?
      let high: Double?
      let clusters: Int
    }
    let days: [Int]
    let values: [Double]
    let clusters: [Int]
    let kernel: SmoothingKernel
    let width: Int
    let points: [Point]
  }

  @Test func smoothedMeansAreStatsmodels() throws {
    let file: File<Smoothing> = try Fixture.read("series/smoothing")
    for sample in file.cases {
      let dated = DatedValues(days: sample.days, values: sample.values, clusters: sample.clusters)
      let found = SmoothedSeries(
        of: dated, at: sample.points.map(\.day), width: sample.width, kernel: sample.kernel, confidence: 0.95)
      try #require(sample.points.contains { $0.low != nil })
      for (point, expected) in zip(found.points, sample.points) {
        let name = "\(sample.kernel) \(sample.width) at \(point.day)"
        #expect(isClose(point.value, expected.value, within: 1e-12), "\(name)")
        #expect(isClose(point.standardError, expected.standardError, within: 1e-12), "\(name)")
        #expect(isClose(point.low, expected.low, within: 1e-10), "\(name)")
        #expect(isClose(point.high, expected.high, within: 1e-10), "\(name)")
        #expect(point.clusters == expected.clusters && point.day == expected.day, "\(name)")
      }
    }
  }

  private struct Widths: Decodable {
    let kernel: SmoothingKernel
    let samples: [Rows]
    let candidates: [Int]
    let losses: [Double]
  }

  @Test func lossesOfWidthsFollowTheirDefinition() throws {
    let file: File<Widths> = try Fixture.read("series/widths")
    for sample in file.cases {
      let found = SmoothingWidth(
        for: sample.samples.map(\.dated), candidates: sample.candidates, kernel: sample.kernel)
      #expect(Fixture.relativeDistance(found.losses, sample.losses) < 1e-12)
      #expect(sample.candidates.firstIndex(of: found.days) == sample.losses.firstIndex(of: sample.losses.min() ?? 0))
    }
  }

  private struct Changes: Decodable {
    let values: [Double]
    let mostChanges: Int
    let residualSums: [Double]
    let criteria: [Double]
    let statistic: Double
    let starts: [Int]
  }

  @Test func changesAreStrucchanges() throws {
    let file: File<Changes> = try Fixture.read("series/changes")
    for sample in file.cases {
      let places = Array(sample.values.indices)
      var options = ChangePoints.Options()
      options.mostChanges = sample.mostChanges
      options.resampleCount = 9
      let found = ChangePoints(
        in: DatedValues(days: places, values: sample.values, clusters: places), options: options, on: .serial)
      #expect(Fixture.relativeDistance(found.fits.map(\.residualSum), sample.residualSums) < 1e-11)
      #expect(Fixture.relativeDistance(found.fits.map(\.criterion), sample.criteria) < 1e-11)
      #expect(isClose(found.statistic, sample.statistic, within: 1e-10))
      #expect(found.changes.map(\.day) == sample.starts)
    }
  }

  private struct Exchange: Decodable {
    struct Lag: Decodable {
      let isSecondFollowing: Bool
      let lag: Int
      let correlation: Double
      let periods: Int
    }
    let first: [Double?]
    let second: [Double?]
    let lags: [Lag]
  }

  @Test func correlationsAtLagsAreThoseOfResiduals() throws {
    let file: File<Exchange> = try Fixture.read("series/exchange")
    for sample in file.cases {
      var options = LaggedExchange.Options()
      options.resampleCount = 9
      let found = LaggedExchange(sample.first, sample.second, options: options, on: .serial).lags
      try #require(found.count == sample.lags.count)
      for (lag, expected) in zip(found, sample.lags) {
        #expect(lag.isSecondFollowing == expected.isSecondFollowing && lag.lag == expected.lag)
        #expect(isClose(lag.correlation, expected.correlation, within: 1e-11))
        #expect(lag.periods == expected.periods)
      }
    }
  }
}
