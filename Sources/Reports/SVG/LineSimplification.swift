/// Leaving out the points of a line that nobody would miss.
enum LineSimplification {
  /// A part of `points`, in their order and with both ends, such that none left out lies farther than `tolerance` from the
  /// line drawn (Ramer 1972, Douglas and Peucker 1973).
  ///
  /// Complexity: O(n log n) as a rule, O(n²) at worst.
  static func simplified(_ points: [(x: Double, y: Double)], tolerance: Double) -> [(x: Double, y: Double)] {
    guard points.count > 2 else { return points }
    var isKept = Array(repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var stretches = [(0, points.count - 1)]
    while let (start, end) = stretches.popLast() {
      guard let farthest = farthest(from: start, to: end, of: points, beyond: tolerance) else { continue }
      isKept[farthest] = true
      stretches += [(start, farthest), (farthest, end)]
    }
    return points.indices.filter { isKept[$0] }.map { points[$0] }
  }

  /// `points`, which go from left to right, with no more than four in each column of `width`: its first, lowest, highest and
  /// last. Drawn in columns of that width the line is the same (Jugel, Jerzak, Hackenbroich and Markl 2014).
  ///
  /// Complexity: O(n).
  static func thinned(_ points: [(x: Double, y: Double)], columnWidth width: Double) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x / width).rounded(.down)
      var (end, lowest, highest) = (start, start, start)
      while end < points.count, (points[end].x / width).rounded(.down) == column {
        if points[end].y < points[lowest].y { lowest = end }
        if points[end].y > points[highest].y { highest = end }
        end += 1
      }
      for index in Set([start, lowest, highest, end - 1]).sorted() { kept.append(points[index]) }
      start = end
    }
    return kept
  }

  private static func farthest(
    from start: Int, to end: Int, of points: [(x: Double, y: Double)], beyond tolerance: Double
  ) -> Int? {
    var farthest: Int?
    var largest = tolerance
    for index in (start + 1)..<max(end, start + 1) {
      let distance = distance(from: points[index], toLineFrom: points[start], to: points[end])
      if distance > largest { (largest, farthest) = (distance, index) }
    }
    return farthest
  }

  private static func distance(
    from point: (x: Double, y: Double), toLineFrom a: (x: Double, y: Double), to b: (x: Double, y: Double)
  ) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (px, py) = (point.x - a.x, point.y - a.y)
    return length == 0 ? (px * px + py * py).squareRoot() : abs(dx * py - dy * px) / length
  }
}
