/// A point of the receiver operating characteristic: what happens if rows with at least `threshold` are called positive.
public struct ROCPoint: Codable, Sendable, Hashable {
  /// The share of other rows called positive: the abscissa.
  public let falsePositiveRate: Double
  /// The share of positive rows called so: the ordinate.
  public let truePositiveRate: Double
  /// The lowest score that is called positive; nil for the first point, where nothing is.
  public let threshold: Double?

  /// Writes all members, null for no threshold.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(falsePositiveRate, forKey: .falsePositiveRate)
    try container.encode(truePositiveRate, forKey: .truePositiveRate)
    try container.encode(threshold, forKey: .threshold)
  }
}

/// A point of the precision-recall curve: what happens if rows with at least `threshold` are called positive.
public struct PrecisionRecallPoint: Codable, Sendable, Hashable {
  /// The share of positive rows called so: the abscissa.
  public let recall: Double
  /// The share of rows called positive that are: the ordinate.
  public let precision: Double
  /// The lowest score that is called positive; nil for the first point, where nothing is, and precision is 1 by convention.
  public let threshold: Double?

  /// Writes all members, null for no threshold.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(recall, forKey: .recall)
    try container.encode(precision, forKey: .precision)
    try container.encode(threshold, forKey: .threshold)
  }
}

/// Weights of the rows at or above a score.
struct CurvePoint {
  let truePositives: Double
  let falsePositives: Double
  let threshold: Double
}

extension RankedScores {
  /// The rows called positive at each distinct score that has weight, from the highest down.
  func curvePoints() -> [CurvePoint] {
    var points: [CurvePoint] = []
    points.reserveCapacity(tieEnds.count)
    var (truePositives, falsePositives, seen) = (0.0, 0.0, 0.0)
    var start = 0
    for end in tieEnds {
      for index in start..<Int(end) {
        let positive = weights[index] * positives[index]
        truePositives += positive
        falsePositives += weights[index] - positive
      }
      if truePositives + falsePositives > seen {
        seen = truePositives + falsePositives
        points.append(.init(truePositives: truePositives, falsePositives: falsePositives, threshold: scores[start]))
      }
      start = Int(end)
    }
    return points
  }

  /// The ROC curve from (0, 0) to (1, 1); empty without both classes.
  func rocCurve(limit: Int) -> [ROCPoint] {
    let points = curvePoints()
    guard let last = points.last, last.truePositives > 0, last.falsePositives > 0 else { return [] }
    let curve = points.map { point in
      ROCPoint(
        falsePositiveRate: point.falsePositives / last.falsePositives,
        truePositiveRate: point.truePositives / last.truePositives, threshold: point.threshold)
    }
    let origin = ROCPoint(falsePositiveRate: 0, truePositiveRate: 0, threshold: nil)
    return Curve.condensed([origin] + curve, limit: limit) { ($0.falsePositiveRate, $0.truePositiveRate) }
  }

  /// The precision-recall curve from recall 0 up to the first threshold with recall 1; empty without a positive row.
  func precisionRecallCurve(limit: Int) -> [PrecisionRecallPoint] {
    let points = curvePoints()
    guard let last = points.last, last.truePositives > 0 else { return [] }
    let complete = points.firstIndex { $0.truePositives >= last.truePositives } ?? points.count - 1
    let curve = points[...complete].map { point in
      PrecisionRecallPoint(
        recall: point.truePositives / last.truePositives,
        precision: point.truePositives / (point.truePositives + point.falsePositives), threshold: point.threshold)
    }
    let start = PrecisionRecallPoint(recall: 0, precision: 1, threshold: nil)
    return Curve.condensed([start] + curve, limit: limit) { ($0.recall, $0.precision) }
  }
}

enum Curve {
  /// At most `limit` points that look the same: first those in the middle of straight lines go. If too many are left, the way
  /// along the curve (in steps across and up) is cut into half as many parts as points are allowed; the first point of each
  /// part stays, and so does one from which a line longer than a part goes on, and both ends.
  ///
  /// - Complexity: O(n).
  static func condensed<Point>(
    _ points: [Point], limit: Int, position: (Point) -> (x: Double, y: Double)
  ) -> [Point] {
    let corners = corners(of: points, position: position)
    guard corners.count > limit, let first = corners.first, let last = corners.last else { return corners }
    var lengths = [0.0]
    for (from, to) in zip(corners, corners.dropFirst()) {
      let (start, end) = (position(from), position(to))
      lengths.append((lengths.last ?? 0) + abs(end.x - start.x) + abs(end.y - start.y))
    }
    let step = 2 * (lengths.last ?? 0) / Double(limit - 2)
    var kept = [first]
    var next = step
    for index in corners.indices.dropFirst().dropLast() {
      let isFirstOfPart = lengths[index] >= next
      if isFirstOfPart || lengths[index + 1] - lengths[index] > step { kept.append(corners[index]) }
      if isFirstOfPart { next = max(next + step, lengths[index]) }
    }
    return kept + [last]
  }

  /// The points at which the direction changes, and both ends.
  private static func corners<Point>(of points: [Point], position: (Point) -> (x: Double, y: Double)) -> [Point] {
    guard points.count > 2 else { return points }
    var kept = [points[0]]
    for index in 1..<(points.count - 1) {
      let (before, here, after) = (position(points[index - 1]), position(points[index]), position(points[index + 1]))
      let turn = (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
      if turn != 0 { kept.append(points[index]) }
    }
    return kept + [points[points.count - 1]]
  }
}
