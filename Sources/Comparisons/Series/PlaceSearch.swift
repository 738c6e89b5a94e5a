internal import Reproducibility
internal import Statistics

/// Parts of a sequence of clusters, and how sure the places between them are.
struct PlaceSearch: Sendable {
  private let observations: ChangeObservations
  /// Where each part begins, and at the end the number of clusters.
  private let bounds: [Int]
  private let least: Int

  private static let resamplesInPiece = 32

  /// - Parameter starts: where the parts but the first begin.
  init(_ observations: ChangeObservations, starts: [Int], least: Int) {
    self.observations = observations
    bounds = [0] + starts + [observations.values.count]
    self.least = least
  }

  /// The change between part `index` and the one after it.
  func change(
    _ index: Int, options: ChangePoints.Options, generator: SeededGenerator, on parallelism: Parallelism
  ) -> ChangePoints.Change {
    let (start, middle, end) = (bounds[index], bounds[index + 1], bounds[index + 2])
    let values = Array(observations.values[start..<end])
    let parts = ClusteredEstimates(
      meansOf: values,
      in: ClusterTable(
        actors: (start..<end).map { $0 < middle ? 0 : 1 }, actorCount: 2, clusters: Array(values.indices),
        clusterCount: values.count))
    let difference = parts.values[1] - parts.values[0]
    let reach = parts.standardError(of: 1, less: 0).map { error in
      let freedom = parts.degreesOfFreedom(of: 1, less: 0)
      return StudentDistribution.quantile((1 + options.confidence) / 2, degreesOfFreedom: freedom) * error
    }
    let days = resampledDays(
      values, start: start, middle: middle, count: options.resampleCount,
      generator: generator.child(named: "place", index: index), on: parallelism
    ).sorted()
    // Outwards, to days that clusters are of.
    let tail = Int((1 - options.confidence) / 2 * Double(days.count - 1))
    let day = observations.days[middle]
    return ChangePoints.Change(
      day: day, lowDay: min(day, days[tail]), highDay: max(day, days[days.count - 1 - tail]),
      before: parts.values[0], after: parts.values[1], difference: difference, low: reach.map { difference - $0 },
      high: reach.map { difference + $0 })
  }

  /// The first day of the new part in each resample: every cluster's day keeps its place, and gets the mean of a cluster drawn from the
  /// same part (Antoch, Hušková and Veraverbeke 1995).
  private func resampledDays(
    _ values: [Double], start: Int, middle: Int, count: Int, generator: SeededGenerator, on parallelism: Parallelism
  ) -> [Int] {
    let places = observations.places.filter { $0 > start && $0 < start + values.count }.map { $0 - start }
    let split = middle - start
    let pieces = Pieces(itemCount: count, targetLength: Self.resamplesInPiece)
    return parallelism.map(count: pieces.count) { piece in
      pieces[piece].map { index in
        var source = generator.child(named: "resample", index: index)
        let drawn = values.indices.map { place in
          place < split
            ? values[source.index(below: split)] : values[split + source.index(below: values.count - split)]
        }
        let found = MeanPartition.singleChange(of: drawn, at: places, least: least)
        return observations.days[start + (found?.place ?? split)]
      }
    }.flatMap { $0 }
  }
}
