/// What is left of a series in time once its mean, or the straight line through it, is taken away.
enum Detrending {
  /// What rounding leaves of a series without variation, relative to its values.
  private static let rounding = 1e-12

  /// The residuals of the values that are there; gaps stay. All zero where only rounding is left.
  ///
  /// - Parameter isStraight: whether a line by least squares is taken away, or the mean alone.
  /// - Complexity: O(n).
  static func residuals(of series: [Double?], isStraight: Bool) -> [Double?] {
    let places = series.indices.filter { series[$0] != nil }
    let values = places.compactMap { series[$0] }
    guard !values.isEmpty else { return series }
    let mean = values.reduce(0, +) / Double(values.count)
    let middle = Double(places.reduce(0, +)) / Double(places.count)
    var (products, squares) = (0.0, 0.0)
    for (place, value) in zip(places, values) {
      products += (Double(place) - middle) * (value - mean)
      squares += (Double(place) - middle) * (Double(place) - middle)
    }
    let slope = isStraight && squares > 0 ? products / squares : 0
    let largest = values.reduce(0) { max($0, abs($1)) }
    let residuals = series.enumerated().map { place, value in
      value.map { $0 - mean - slope * (Double(place) - middle) }
    }
    let isFlat = residuals.allSatisfy { abs($0 ?? 0) <= rounding * largest }
    return isFlat ? series.map { $0.map { _ in 0 } } : residuals
  }
}
