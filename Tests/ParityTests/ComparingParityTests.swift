import Comparisons
import Foundation
import Reproducibility
import Statistics
import Testing

/// Pooled means against metafor, cluster-robust errors against sandwich, contrasts that hold together against multcomp, and
/// adjusted p-values against R itself (Fixtures/generators/comparing.py).
@Suite struct ComparingParityTests {
  private struct File<Case: Decodable>: Decodable { let cases: [Case] }

  private func isClose(_ found: Double, _ expected: Double, within tolerance: Double) -> Bool {
    abs(found - expected) <= tolerance * max(1, abs(expected))
  }

  private struct Pooling: Decodable {
    struct Fit: Decodable {
      let heterogeneity: Double
      let mean: Double
      let meanVariance: Double
      let cochranQ: Double
      let values: [Double]
      let variances: [Double]
    }
    let name: String
    let values: [Double]
    let variances: [Double]
    let fits: [String: Fit]
  }

  @Test func pooledMeansAreMetafors() throws {
    let file: File<Pooling> = try Fixture.read("comparing/pooling")
    for sample in file.cases {
      for method in HeterogeneityMethod.allCases {
        let expected = try #require(sample.fits[method.rawValue])
        let fit = RandomEffects(sample.values, variances: sample.variances, method: method)
        // metafor stops its own search some digits earlier than we do.
        let tolerance = method == .dersimonianLaird ? 1e-12 : 1e-8
        let name = "\(sample.name), \(method)"
        #expect(fit.hasConverged, "\(name)")
        #expect(isClose(fit.heterogeneity, expected.heterogeneity, within: tolerance), "\(name)")
        #expect(isClose(fit.mean, expected.mean, within: tolerance), "\(name)")
        #expect(isClose(fit.meanVariance, expected.meanVariance, within: tolerance), "\(name)")
        #expect(isClose(fit.cochranQ, expected.cochranQ, within: 1e-12), "\(name)")
        #expect(Fixture.relativeDistance(fit.pooled.map(\.value), expected.values) < tolerance, "\(name)")
        #expect(Fixture.relativeDistance(fit.pooled.map(\.variance), expected.variances) < 10 * tolerance, "\(name)")
      }
    }
  }

  private struct Adjusting: Decodable {
    let values: [Double]
    let holm: [Double]
    let benjaminiHochberg: [Double]
  }

  @Test func adjustedPValuesAreRs() throws {
    let file: File<Adjusting> = try Fixture.read("comparing/adjusting")
    for sample in file.cases {
      // The same few products, in another order.
      #expect(Fixture.relativeDistance(MultipleTesting.holm(sample.values), sample.holm) < 1e-14)
      #expect(
        Fixture.relativeDistance(MultipleTesting.benjaminiHochberg(sample.values), sample.benjaminiHochberg) < 1e-14)
    }
  }

  private struct Clusters: Decodable {
    let values: [Double]
    let actors: [Int]
    let clusters: [Int]
    let one: [Int]
    let other: [Int]
    let means: [Double]
    let variances: [Double]
    let plainCovariance: [Double]
    let adjustedMeans: [Double]
    let adjustedCovariance: [Double]

    var table: ClusterTable {
      ClusterTable(
        actors: actors, actorCount: means.count, clusters: clusters, clusterCount: (clusters.max() ?? 0) + 1)
    }
  }

  @Test func clusterRobustErrorsAreSandwichs() throws {
    let file: File<Clusters> = try Fixture.read("comparing/clusters")
    for sample in file.cases {
      let table = sample.table
      let found = ClusteredEstimates(meansOf: sample.values, in: table)
      #expect(Fixture.relativeDistance(found.values, sample.means) < 1e-12)
      let variances = found.values.indices.map { found.covariance[$0][$0] }
      #expect(Fixture.relativeDistance(variances, sample.variances) < 1e-12)
      // Sandwich's covariance without a correction, times the geometric mean of both actors' own.
      let factors = table.clusterCounts.map { (Double($0) / Double($0 - 1)).squareRoot() }
      let expected = sample.plainCovariance.enumerated().map { place, value in
        value * factors[place / factors.count] * factors[place % factors.count]
      }
      #expect(Fixture.relativeDistance(found.covariance.flatMap(\.self), expected) < 1e-12)
    }
  }

  @Test func adjustedMeansAreThoseOfLeastSquares() throws {
    let file: File<Clusters> = try Fixture.read("comparing/clusters")
    for sample in file.cases {
      let found = try ClusteredEstimates(
        adjustedMeansOf: sample.values, in: sample.table,
        for: [
          Control(name: "one", levels: ["0", "1", "2", "3"], codes: sample.one),
          Control(name: "other", levels: ["0", "1"], codes: sample.other),
        ])
      // lm decomposes all columns, we absorb those of the actors.
      #expect(Fixture.relativeDistance(found.values, sample.adjustedMeans) < 1e-11)
      #expect(Fixture.relativeDistance(found.covariance.flatMap(\.self), sample.adjustedCovariance) < 1e-10)
    }
  }

  private struct Simultaneous: Decodable {
    let values: [Double]
    let covariance: [[Double]]
    let criticalValue: Double
    let p: [Double]
  }

  @Test func simultaneousContrastsAreMultcomps() throws {
    let file: File<Simultaneous> = try Fixture.read("comparing/simultaneous")
    for sample in file.cases {
      let pairs = sample.values.indices.flatMap { first in
        ((first + 1)..<max(first + 1, sample.values.count)).map { (first, $0) }
      }
      let differences = pairs.map { first, second in
        let (a, b) = (sample.covariance[first], sample.covariance[second])
        let error = (a[first] + b[second] - 2 * a[second]).squareRoot()
        return SimultaneousInference.Difference(
          first, second, statistic: (sample.values[first] - sample.values[second]) / error, degreesOfFreedom: .infinity)
      }
      let found = SimultaneousInference(
        of: differences, covariance: sample.covariance, confidence: 0.95, draws: 20_000,
        generator: SeededGenerator(seed: 3), on: Parallelism(threadCount: 2))
      // Monte Carlo: 20,000 draws know a probability of 0.5 to 0.0035, and the quantile at 0.95 to about 0.015.
      for value in found.criticalValues { #expect(abs(value - sample.criticalValue) < 0.05) }
      for (p, expected) in zip(found.adjusted, sample.p) { #expect(abs(p - expected) < 0.015, "\(p) \(expected)") }
    }
  }
}
