/// One lag of one direction: how the follower goes with what the leader said some periods before.
struct LaggedCorrelation: Sendable {
  /// Which of the two series follows.
  let isSecondFollowing: Bool
  let lag: Int

  /// Sums over complete periods of the follower (y), the leader (x) and the follower's own previous period (z).
  struct Sums: Sendable {
    private(set) var count = 0
    private var (y, x, z) = (0.0, 0.0, 0.0)
    private var (yy, xx, zz) = (0.0, 0.0, 0.0)
    private var (yx, yz, xz) = (0.0, 0.0, 0.0)

    /// Variances below this share of the mean square are what rounding leaves of zero.
    private static let rounding = 1e-12

    mutating func add(_ own: Double, leader: Double, previous: Double) {
      count += 1
      y += own
      x += leader
      z += previous
      yy += own * own
      xx += leader * leader
      zz += previous * previous
      yx += own * leader
      yz += own * previous
      xz += leader * previous
    }

    /// The correlation of two series; nil where one does not vary.
    private func correlation(_ a: Double, _ b: Double, _ aa: Double, _ bb: Double, _ ab: Double) -> Double? {
      let n = Double(count)
      let (first, second) = (aa - a * a / n, bb - b * b / n)
      guard first > Self.rounding * aa, second > Self.rounding * bb else { return nil }
      return max(-1, min(1, (ab - a * b / n) / (first * second).squareRoot()))
    }

    /// The correlation of follower and leader; nil where one does not vary.
    var plain: Double? { correlation(y, x, yy, xx, yx) }

    /// The same at equal values of the follower's previous period; nil where that leaves one no variation.
    var partial: Double? {
      guard let plain, let own = correlation(y, z, yy, zz, yz), let other = correlation(x, z, xx, zz, xz) else {
        return nil
      }
      let (first, second) = (1 - own * own, 1 - other * other)
      guard first > Self.rounding, second > Self.rounding else { return nil }
      return max(-1, min(1, (plain - own * other) / (first * second).squareRoot()))
    }
  }

  /// Adds period `period`, if both series have what is needed of it.
  func add(_ period: Int, follower: [Double?], leader: [Double?], to sums: inout Sums) {
    guard period >= lag, let own = follower[period], let leading = leader[period - lag] else { return }
    if lag == 0 {
      sums.add(own, leader: leading, previous: 0)
    } else if let previous = follower[period - 1] {
      sums.add(own, leader: leading, previous: previous)
    }
  }

  /// The sums over all complete periods.
  func sums(follower: [Double?], leader: [Double?]) -> Sums {
    var sums = Sums()
    for period in follower.indices { add(period, follower: follower, leader: leader, to: &sums) }
    return sums
  }

  /// Given the follower's previous period, except at lag 0.
  func correlation(of sums: Sums) -> Double? { lag == 0 ? sums.plain : sums.partial }
}
