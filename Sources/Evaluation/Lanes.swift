/// One number for each of eight resamples that are computed side by side.
///
/// A resample moves no rows, it only says how often each is there. Eight resamples therefore share every pass over the rows:
/// what is read of a row is read once for all of them, and the processor adds and multiplies several at a time. No lane ever
/// meets another, so that what a resample gives does not depend on those it is computed with.
///
/// Eight doubles are what a cache line holds. Sums of whole numbers are exact in them up to 2^53.
typealias Lanes = SIMD8<Double>

extension Lanes {
  /// Terms that are added up before they join a longer sum: the rounding of n terms then grows with n / 256 + 256, not n.
  private static let chunk = 256

  /// Σ counts[i] × values[i], for each resample.
  ///
  /// - Parameters:
  ///   - counts: how often each unit was drawn in each resample.
  ///   - values: what each unit adds to the sum each time it is drawn.
  /// - Complexity: O(units).
  static func sum(of values: [Double], drawn counts: [Lanes]) -> Lanes {
    precondition(values.count == counts.count, "\(values.count) values, \(counts.count) units")
    let (values, counts) = (values.span, counts.span)
    var total = Lanes.zero
    var start = 0
    while start < values.count {
      let end = Swift.min(start + chunk, values.count)
      var sum = Lanes.zero
      for unit in start..<end { sum += counts[unit] * values[unit] }
      total += sum
      start = end
    }
    return total
  }
}
