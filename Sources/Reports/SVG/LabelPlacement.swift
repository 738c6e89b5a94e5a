/// Finds room for the labels of points, so that none lies on another.
struct LabelPlacement {
  /// A rectangle of a drawing.
  struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    /// Whether any of it is in the other too.
    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether all of it is in the other.
    func lies(within other: Box) -> Bool {
      left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
    }
  }

  /// A label that has a place.
  struct Label {
    let text: String
    /// The left end of its base line.
    let x: Double
    /// Its base line.
    let y: Double
    let box: Box
  }

  /// Where labels may stand.
  let area: Box
  /// The size of the letters.
  let size: Double
  /// The radius of the points.
  let radius: Double

  /// The labels that find room: each tries the right, the left, above and below of its point, then the corners, in the order given, and is left
  /// out where all are taken by labels before it or by the points.
  ///
  /// Complexity: O(n²).
  func placed(_ points: [(x: Double, y: Double, text: String)]) -> [Label] {
    let dots = points.map { point in
      Box(left: point.x - radius, top: point.y - radius, right: point.x + radius, bottom: point.y + radius)
    }
    var labels: [Label] = []
    for point in points {
      let free = candidates(point).first { label in
        label.box.lies(within: area) && !labels.contains { $0.box.overlaps(label.box) }
          && !dots.contains { $0.overlaps(label.box) }
      }
      if let free { labels.append(free) }
    }
    return labels
  }

  private func candidates(_ point: (x: Double, y: Double, text: String)) -> [Label] {
    let width = LetterWidth.of(point.text, size: size)
    let gap = radius + 2
    let (above, below) = (0.8 * size, 0.24 * size)
    let places = [
      (point.x + gap, point.y + 0.35 * size), (point.x - gap - width, point.y + 0.35 * size),
      (point.x - width / 2, point.y - gap - below), (point.x - width / 2, point.y + gap + above),
      (point.x + radius, point.y - radius - below), (point.x + radius, point.y + radius + above),
      (point.x - radius - width, point.y - radius - below), (point.x - radius - width, point.y + radius + above),
    ]
    return places.map { x, y in
      Label(text: point.text, x: x, y: y, box: Box(left: x, top: y - above, right: x + width, bottom: y + below))
    }
  }
}
