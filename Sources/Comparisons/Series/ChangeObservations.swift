internal import Reproducibility

/// The clusters of an actor in time, among which changes are looked for: each cluster's mean, at its mean day.
struct ChangeObservations: Sendable {
  /// The mean of each cluster's statements, in the order of days.
  let values: [Double]
  /// The mean day of each cluster's statements, to the nearest whole day, ascending.
  let days: [Int]
  /// The clusters that a new part may begin with: the first of each day but the first, of which no more than `mostPlaces` are kept.
  let places: [Int]

  /// A search takes the square of the places.
  static let mostPlaces = 2_000

  /// - Parameter generator: gives the clusters of one day an order, which nothing else does, so that neighbours of one day are not
  ///   alike because they were sorted.
  init(_ values: DatedValues, generator: SeededGenerator) {
    let clusters = values.clusterMeans()
    var ordered = clusters
    var source = generator.child(named: "order")
    var starts: [Int] = []
    var start = 0
    while start < clusters.count {
      let end = clusters[start...].firstIndex { $0.day != clusters[start].day } ?? clusters.count
      for (place, chosen) in source.order(of: end - start).enumerated() {
        ordered[start + place] = clusters[start + chosen]
      }
      starts.append(start)
      start = end
    }
    self.values = ordered.map(\.value)
    days = ordered.map(\.day)
    let later = Array(starts.dropFirst())
    let pieces = Pieces(itemCount: later.count, targetLength: 1, maximumCount: Self.mostPlaces)
    places = (0..<pieces.count).map { later[pieces[$0].lowerBound] }
  }
}
