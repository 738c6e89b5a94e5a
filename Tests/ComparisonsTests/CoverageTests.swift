import Comparisons
import Reproducibility
import Statistics
import Testing

/// Whether intervals hold the truth as often as they say, where it is known.
@Suite struct CoverageTests {
  private static let simulations = 600

  private func share(_ holds: @Sendable (Int) -> Bool) -> Double {
    let found = Parallelism(threadCount: 2).map(count: Self.simulations) { holds($0) }
    return Double(found.count { $0 }) / Double(Self.simulations)
  }

  /// 600 simulations know a coverage of 0.95 to 0.009.
  @Test(arguments: [6, 12, 40]) func clusterRobustIntervalsCover(clusters: Int) {
    let covered = share { index in
      var simulation = Simulation("nested \(clusters)", index)
      let (values, table) = simulation.nested(actors: 1, clusters: clusters, largest: 6)
      let interval = ClusteredEstimates(meansOf: values, in: table).interval(of: 0, confidence: 0.95)
      return interval.map { $0.low <= 0 && $0.high >= 0 } ?? false
    }
    // Few clusters of unequal sizes are known to cover a little less.
    #expect(covered > (clusters < 10 ? 0.89 : 0.92) && covered < 0.98, "\(covered)")
  }

  @Test func intervalsThatIgnoreClustersDoNot() {
    let covered = share { index in
      var simulation = Simulation("nested 40", index)
      let (values, _) = simulation.nested(actors: 1, clusters: 40, largest: 6)
      let alone = ClusterTable(
        actors: values.map { _ in 0 }, actorCount: 1, clusters: Array(values.indices), clusterCount: values.count)
      let interval = ClusteredEstimates(meansOf: values, in: alone).interval(of: 0, confidence: 0.95)
      return interval.map { $0.low <= 0 && $0.high >= 0 } ?? false
    }
    #expect(covered < 0.85, "\(covered)")
  }

  @Test func simultaneousIntervalsHoldTogether() {
    let covered = share { index in
      var simulation = Simulation("together", index)
      let (values, table) = simulation.nested(actors: 4, clusters: 15, largest: 4)
      return ContrastFamily.allPairs(values, table, resamples: 300).allSatisfy {
        ($0.simultaneousLow ?? 1) <= 0 && ($0.simultaneousHigh ?? -1) >= 0
      }
    }
    #expect(covered > 0.92 && covered < 0.985, "\(covered)")
  }

  /// Actors that share all clusters: their luck cancels, and the interval is that of paired differences.
  @Test func sharedClustersArePaired() throws {
    let covered = share { index in
      var simulation = Simulation("crossed", index)
      let (values, table) = simulation.crossed(actors: 2, clusters: 12, each: 2)
      let contrast = ContrastFamily.allPairs(values, table)[0]
      return (contrast.low ?? 1) <= 0 && (contrast.high ?? -1) >= 0
    }
    #expect(covered > 0.92 && covered < 0.98, "\(covered)")
    var simulation = Simulation("crossed", 0)
    let (values, table) = simulation.crossed(actors: 2, clusters: 12, each: 2)
    let contrast = ContrastFamily.allPairs(values, table)[0]
    #expect(contrast.degreesOfFreedom == 11 && contrast.sharedClusters == 12 && contrast.clusters == 12)
    let differences = (0..<12).map { (cluster: Int) -> Double in
      let first: Double = values[4 * cluster] + values[4 * cluster + 1]
      let second: Double = values[4 * cluster + 2] + values[4 * cluster + 3]
      return (first - second) / 2
    }
    let variance = try #require(Moments(of: differences).sampleVariance)
    let error = (variance / 12).squareRoot()
    #expect(abs((contrast.standardError ?? 0) - error) < 1e-12)
  }
}
