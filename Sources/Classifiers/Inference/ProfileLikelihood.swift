/// The likelihood as a function of one coefficient, all others being the best for it.
///
/// Its interval holds the values that a likelihood-ratio test does not reject: those where twice the fall from the maximum is no
/// more than the quantile of chi-squared with one degree of freedom.
struct ProfileLikelihood {
  let likelihood: OutcomeLikelihood
  /// The maximum over all coefficients.
  let maximum: OutcomeLikelihood.Place
  /// The coefficient.
  let index: Int
  /// Its standard error, which only says how far to look first.
  let standardError: Double
  /// Whether the best place is looked for from several starts. The penalised likelihood may have several tops far out, and the
  /// highest counts; elsewhere one start, the place before, is enough.
  var hasSeveralStarts = false

  /// Twice the fall from the maximum to the best place with the coefficient at `value`: the likelihood-ratio statistic. Nil where
  /// that place is not found.
  func statistic(at value: Double) -> Double? {
    var thorough = self
    thorough.hasSeveralStarts = likelihood.isPenalized
    return thorough.fall(at: value, from: maximum.coefficients).map { max(0, 2 * $0.fall) }
  }

  /// The end of the interval above (`direction` 1) or below (-1) the estimate at which the fall is `depth`; nil where the
  /// likelihood never falls so far, or not within 1e4 standard errors.
  func end(direction: Double, depth: Double) -> Double? {
    let end = endOnPath(direction: direction, depth: depth)
    guard let end, likelihood.isPenalized else { return end }
    var thorough = self
    thorough.hasSeveralStarts = true
    guard let found = thorough.fall(at: end, from: maximum.coefficients), found.fall < depth - 1e-6 else { return end }
    return thorough.endOnPath(direction: direction, depth: depth)
  }

  private func endOnPath(direction: Double, depth: Double) -> Double? {
    let estimate = maximum.coefficients[index]
    var inner = (distance: 0.0, coefficients: maximum.coefficients)
    var distance = (2 * depth).squareRoot() * standardError
    var outer: Double?
    for _ in 0..<60 where outer == nil {
      guard distance < 1e4 * standardError,
        let found = fall(at: estimate + direction * distance, from: inner.coefficients)
      else { return nil }
      if found.fall >= depth {
        outer = distance
      } else {
        inner = (distance, found.coefficients)
        // The root of the fall grows nearly in proportion to the distance.
        let growth = (depth / max(found.fall, depth / 100)).squareRoot()
        distance *= min(2, max(1.05, 1.02 * growth))
      }
    }
    guard let outer else { return nil }
    return narrow(inner.distance, outer, direction: direction, depth: depth, from: inner.coefficients).map {
      estimate + direction * $0
    }
  }

  /// Newton's method on the fall, whose derivative is the score; halving where that would leave the bracket.
  private func narrow(
    _ low: Double, _ high: Double, direction: Double, depth: Double, from start: [Double]
  ) -> Double? {
    let estimate = maximum.coefficients[index]
    var (low, high, coefficients) = (low, high, start)
    var distance = high
    for _ in 0..<100 {
      guard let found = fall(at: estimate + direction * distance, from: coefficients) else { return nil }
      coefficients = found.coefficients
      if found.fall < depth { low = distance } else { high = distance }
      let next = distance - (found.fall - depth) / (-direction * found.score)
      let inside = next > low && next < high ? next : (low + high) / 2
      if abs(inside - distance) <= 1e-12 * (standardError + abs(distance)) || high - low <= 1e-13 * high {
        return inside
      }
      distance = inside
    }
    return distance
  }

  private func fall(
    at value: Double, from start: [Double]
  ) -> (fall: Double, score: Double, coefficients: [Double])? {
    let starts = hasSeveralStarts ? [start, maximum.coefficients, Array(repeating: 0, count: start.count)] : [start]
    let places = starts.compactMap { start in
      var coefficients = start
      coefficients[index] = value
      // Falls of about 1 need no more than their first twelve digits.
      return likelihood.maximum(from: coefficients, holding: index, precision: 1e-13)?.place
    }
    guard let place = places.max(by: { $0.value < $1.value }) else { return nil }
    return (maximum.value - place.value, place.score[index], place.coefficients)
  }
}
