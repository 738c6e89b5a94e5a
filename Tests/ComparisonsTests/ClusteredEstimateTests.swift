import Comparisons
import Reproducibility
import Statistics
import Testing

@Suite struct ClusteredEstimateTests {
  @Test func clustersOfOneAreIndependentStatements() throws {
    let values = [0.2, 0.4, 0.9, 0.1, 0.5]
    let table = ClusterTable(actors: [0, 0, 0, 1, 1], actorCount: 2, clusters: Array(0..<5), clusterCount: 5)
    let found = ClusteredEstimates(meansOf: values, in: table)
    let variance = try #require(Moments(of: [0.2, 0.4, 0.9]).sampleVariance)
    let error = try #require(found.standardError(of: 0))
    #expect(abs(found.values[0] - 0.5) < 1e-15 && abs(error - (variance / 3).squareRoot()) < 1e-15)
    #expect(found.covariance[0][1] == 0)
    // Welch's test: t.test(c(.2, .4, .9), c(.1, .5)) of R 4.2.2.
    let contrast = ContrastFamily.allPairs(values, table)[0]
    #expect(abs((contrast.degreesOfFreedom ?? 0) - 2.735_229_759_299_78) < 1e-12, "\(contrast)")
  }

  @Test func theOrderOfRowsAndTheNumbersOfClustersChangeNothing() {
    let sample = Rows(actors: 3, clusters: 6, seed: 5)
    var generator = SeededGenerator(seed: 6)
    let order = generator.shuffled(Array(sample.values.indices))
    let one = ClusteredEstimates(
      meansOf: sample.values,
      in: ClusterTable(actors: sample.actors, actorCount: 3, clusters: sample.clusters, clusterCount: 18))
    let other = ClusteredEstimates(
      meansOf: order.map { sample.values[$0] },
      in: ClusterTable(
        actors: order.map { sample.actors[$0] }, actorCount: 3, clusters: order.map { 17 - sample.clusters[$0] },
        clusterCount: 18))
    for actor in 0..<3 {
      #expect(abs(one.values[actor] - other.values[actor]) < 1e-12)
      #expect(abs(one.covariance[actor][actor] - other.covariance[actor][actor]) < 1e-12)
    }
  }

  private struct Rows {
    var (values, actors, clusters) = ([Double](), [Int](), [Int]())

    init(actors count: Int, clusters perActor: Int, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      for cluster in 0..<(count * perActor) {
        for _ in 0...generator.index(below: 4) {
          values.append(generator.unitInterval())
          actors.append(cluster / perActor)
          clusters.append(cluster)
        }
      }
    }
  }

  @Test func oneClusterAndClustersThatDoNotDifferHaveNoError() {
    let table = ClusterTable(
      actors: [0, 0, 1, 1, 2, 2], actorCount: 3, clusters: [0, 0, 1, 2, 3, 4], clusterCount: 5)
    let found = ClusteredEstimates(meansOf: [0.1, 0.3, 0.7, 0.7, 0.2, 0.4], in: table)
    #expect(found.standardError(of: 0) == nil && found.reasonForNoError(of: 0) == "one cluster alone has no error")
    #expect(found.standardError(of: 1) == nil && found.reasonForNoError(of: 1) == "its clusters do not differ at all")
    #expect(found.standardError(of: 2) != nil && found.interval(of: 0, confidence: 0.95) == nil)
    let contrasts = ContrastFamily.allPairs([0.1, 0.3, 0.7, 0.7, 0.2, 0.4], table, resamples: 50)
    #expect(contrasts[0].low == nil && contrasts[0].note != nil && contrasts[0].simultaneousLow == nil)
    // The exact test needs no error.
    #expect(contrasts[0].test == .exactPermutation && contrasts[0].permutations == 3)
  }

  @Test func aShareOfNothingHasAnInterval() throws {
    let table = ClusterTable(actors: [0, 0, 0, 1, 1], actorCount: 2, clusters: [0, 1, 1, 2, 3], clusterCount: 4)
    let found = ClusteredEstimates(meansOf: [0, 0, 0, 1, 0], in: table)
    let interval = try #require(found.shareInterval(of: 0, statements: 3, confidence: 0.95))
    #expect(interval.low == 0 && interval.high > 0.5 && interval.high < 1)
    let other = try #require(found.shareInterval(of: 1, statements: 2, confidence: 0.95))
    #expect(other.low > 0 && other.low < 0.5 && other.high > 0.5 && other.high < 1)
  }

  @Test func adjustingForWhatActorsAreThemselvesIsRefused() {
    let table = ClusterTable(actors: [0, 0, 1, 1], actorCount: 2, clusters: [0, 1, 2, 3], clusterCount: 4)
    #expect(throws: ComparisonsError.self) {
      try ClusteredEstimates(
        adjustedMeansOf: [1, 2, 3, 4], in: table,
        for: [Control(name: "outlet", levels: ["a", "b"], codes: [0, 0, 1, 1])])
    }
  }

  /// Two topics on which both actors are alike, and of which one speaks more of the heated one.
  @Test func adjustingTakesAwayWhatTopicsDo() throws {
    let topics = [0, 0, 0, 1, 0, 1, 1, 1]
    let noise = [0.01, -0.01, 0.02, -0.02, -0.01, 0.01, -0.02, 0.02]
    let values = zip(topics, noise).map { Double($0) + $1 }
    let table = ClusterTable(
      actors: [0, 0, 0, 0, 1, 1, 1, 1], actorCount: 2, clusters: Array(0..<8), clusterCount: 8)
    let plain = ClusteredEstimates(meansOf: values, in: table)
    let adjusted = try ClusteredEstimates(
      adjustedMeansOf: values, in: table, for: [Control(name: "topic", levels: ["calm", "heated"], codes: topics)])
    #expect(plain.values[1] - plain.values[0] > 0.45 && abs(adjusted.values[1] - adjusted.values[0]) < 0.05)
    #expect(abs((adjusted.values[0] + adjusted.values[1]) / 2 - 0.5) < 0.05)
  }
}
