/// What an axis spans.
enum AxisBounds {
  /// Beyond this, the distance between two values might be too large to compute.
  private static let largest = 1e300

  /// From the least to the most of `values`, with a little room at both ends; 0 to 1 where none of them is finite.
  static func around(_ values: [Double]) -> (low: Double, high: Double) {
    let finite = values.filter(\.isFinite).map { max(-largest, min(largest, $0)) }
    guard let least = finite.min(), let most = finite.max() else { return (0, 1) }
    let room = most > least ? (most - least) * 0.04 : max(abs(most), 1) * 0.1
    return (least - room, most + room)
  }
}
