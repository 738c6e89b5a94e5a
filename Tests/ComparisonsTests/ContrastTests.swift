import Comparisons
import Reproducibility
import Testing

@Suite struct ContrastTests {
  /// Three clusters against three, all of the first above all of the second: 2 of 20 ways to deal them out differ as much.
  @Test func fewClustersArePermutedExactly() {
    let table = ClusterTable(
      actors: [0, 0, 0, 1, 1, 1], actorCount: 2, clusters: Array(0..<6), clusterCount: 6)
    let contrast = ContrastFamily.allPairs([4, 5, 6, 1, 2, 3], table)[0]
    #expect(contrast.test == .exactPermutation && contrast.permutations == 20 && contrast.p == 0.1)
  }

  /// Five clusters that both speak in, the first always above: the two names agree with all 32 ways but for the sign.
  @Test func sharedClustersExchangeNames() {
    let table = ClusterTable(
      actors: (0..<10).map { $0 % 2 }, actorCount: 2, clusters: (0..<10).map { $0 / 2 }, clusterCount: 5)
    let contrast = ContrastFamily.allPairs([2, 1, 3, 1, 4, 1, 5, 1, 6, 1], table)[0]
    #expect(contrast.permutations == 32 && contrast.p == 2.0 / 32)
  }

  @Test func manyClustersAreNotPermuted() {
    var simulation = Simulation("many", 0)
    let (values, table) = simulation.nested(actors: 2, clusters: 9, largest: 2)
    #expect(ContrastFamily.allPairs(values, table)[0].test == .t)
  }

  /// Under the null the exact test rejects no more often than it says.
  @Test func exactTestsKeepTheirLevel() {
    let rejected = (0..<400).count { index in
      var simulation = Simulation("level", index)
      let (values, table) = simulation.nested(actors: 2, clusters: 5, largest: 4)
      return (ContrastFamily.allPairs(values, table)[0].p ?? 1) <= 0.05
    }
    #expect(rejected < 32, "\(rejected)")
  }

  @Test func exchangingTwoActorsTurnsTheSign() throws {
    var simulation = Simulation("sign", 0)
    let (values, table) = simulation.nested(actors: 2, clusters: 20, largest: 3)
    var options = ContrastFamily.Options()
    options.resampleCount = 200
    let estimates = ClusteredEstimates(meansOf: values, in: table)
    let family = ContrastFamily(
      [(0, 1), (1, 0)], of: estimates, values: values, in: table, isAdjusted: false, options: options, on: .serial)
    let (one, other) = (family.contrasts[0], family.contrasts[1])
    #expect(one.difference == -other.difference && one.p == other.p && one.effectSize == other.effectSize.map { -$0 })
    #expect(abs(try #require(one.effectLow) + #require(other.effectHigh)) < 1e-12)
  }

  @Test func threadsChangeNothing() {
    var simulation = Simulation("threads", 0)
    let (values, table) = simulation.nested(actors: 5, clusters: 10, largest: 4)
    #expect(
      ContrastFamily.allPairs(values, table, resamples: 100)
        == ContrastFamily.allPairs(values, table, resamples: 100, threads: 2))
  }

  @Test func effectSizesAreDifferencesInStandardDeviations() throws {
    let table = ClusterTable(
      actors: [0, 0, 0, 1, 1, 1], actorCount: 2, clusters: Array(0..<6), clusterCount: 6)
    let contrast = ContrastFamily.allPairs([1, 2, 3, 3, 4, 5], table, resamples: 500)[0]
    #expect(abs(try #require(contrast.effectSize) + 2) < 1e-12)
    #expect(try #require(contrast.effectLow) <= -2 && #require(contrast.effectHigh) >= -2)
  }
}
