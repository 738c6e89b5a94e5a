import Comparisons
import Foundation
import Reproducibility

/// Statements of actors in clusters that have luck in common.
struct Simulation {
  var generator: SeededGenerator

  init(_ name: String, _ index: Int) { generator = SeededGenerator(seed: 11).child(named: name, index: index) }

  mutating func normal() -> Double {
    // Box and Muller.
    let radius = (-2 * log(1 - generator.unitInterval())).squareRoot()
    return radius * cos(2 * .pi * generator.unitInterval())
  }

  /// Actors of truths 0, in clusters of their own of 1 to `largest` statements.
  mutating func nested(actors: Int, clusters: Int, largest: Int) -> (values: [Double], table: ClusterTable) {
    var (values, actorOf, clusterOf) = ([Double](), [Int](), [Int]())
    for actor in 0..<actors {
      for cluster in 0..<clusters {
        let luck = normal()
        for _ in 0..<(1 + generator.index(below: largest)) {
          values.append(luck + normal())
          actorOf.append(actor)
          clusterOf.append(actor * clusters + cluster)
        }
      }
    }
    return (
      values, ClusterTable(actors: actorOf, actorCount: actors, clusters: clusterOf, clusterCount: actors * clusters)
    )
  }

  /// Actors of truths 0, all in every cluster.
  mutating func crossed(actors: Int, clusters: Int, each: Int) -> (values: [Double], table: ClusterTable) {
    var (values, actorOf, clusterOf) = ([Double](), [Int](), [Int]())
    for cluster in 0..<clusters {
      let luck = normal()
      for actor in 0..<actors {
        for _ in 0..<each {
          values.append(luck + normal())
          actorOf.append(actor)
          clusterOf.append(cluster)
        }
      }
    }
    return (values, ClusterTable(actors: actorOf, actorCount: actors, clusters: clusterOf, clusterCount: clusters))
  }
}

extension ContrastFamily {
  static func allPairs(
    _ values: [Double], _ table: ClusterTable, resamples: Int = 0, threads: Int = 1
  ) -> [Contrast] {
    var options = Options()
    options.resampleCount = resamples
    let pairs = (0..<table.actorCount).flatMap { first in
      ((first + 1)..<max(first + 1, table.actorCount)).map { (first: first, second: $0) }
    }
    return ContrastFamily(
      pairs, of: ClusteredEstimates(meansOf: values, in: table), values: values, in: table, isAdjusted: false,
      options: options, on: Parallelism(threadCount: threads)
    ).contrasts
  }
}
