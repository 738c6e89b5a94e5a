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
    let clusters = values.cellsOfClusters().map { cells in
      Self.observation(of: cells.map { values.cells[$0] })
    }.sorted { ($0.day, $0.value) < ($1.day, $1.value) }
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

  private static func observation(of cells: [DatedValues.Cell]) -> (day: Int, value: Double) {
    let statements = cells.reduce(0) { $0 + $1.count }
    let base = cells[0].mean
    let sum = cells.reduce(0) { $0 + Double($1.count) * ($1.mean - base) }
    // In whole numbers and from the first day on, so that all days shifted alike shift the mean alike.
    let days = cells.reduce(0) { $0 + $1.count * ($1.day - cells[0].day) }
    return (cells[0].day + (2 * days + statements) / (2 * statements), base + sum / Double(statements))
  }
}
