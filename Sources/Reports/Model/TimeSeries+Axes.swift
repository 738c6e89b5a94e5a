extension ReportFigure.TimeSeries {
  /// The ends of the axis of values: as given, else around all that is drawn.
  var valueBounds: (low: Double, high: Double) {
    if let bounds, bounds.lowerBound.isFinite, bounds.upperBound.isFinite, bounds.lowerBound < bounds.upperBound {
      return (bounds.lowerBound, bounds.upperBound)
    }
    let points = panels.flatMap { panel in panel.points.flatMap { [$0.value, $0.low, $0.high] } }
    return AxisBounds.around((points + [reference]).compactMap(\.self) + panels.flatMap { $0.dots.map(\.value) })
  }

  /// The ends of the axis of time: around all points, observations, changes, ticks and events.
  var timeBounds: (low: Double, high: Double) {
    let positions = panels.flatMap { panel in
      panel.points.map(\.position) + panel.dots.map(\.position) + panel.changes.map(\.position)
    }
    return AxisBounds.around(positions + (ticks + events).map(\.position))
  }

  /// The events that can be placed, with their numbers.
  var numberedEvents: [(number: Int, mark: Mark)] {
    events.enumerated().filter { $0.element.position.isFinite }.map { ($0.offset + 1, $0.element) }
  }
}

extension ReportFigure.TimeSeries.Panel {
  /// The stretches of points that follow one another without a gap, each of one point at least. Complexity: O(points).
  var runs: [[ReportFigure.TimeSeries.Point]] {
    points.split { !$0.isDrawable }.map(Array.init)
  }
}

extension ReportFigure.TimeSeries.Point {
  /// Whether it has a place and a value.
  var isDrawable: Bool { position.isFinite && value?.isFinite == true }

  /// The ends of its interval, where both are known.
  var interval: (low: Double, high: Double)? {
    guard let low, let high, low.isFinite, high.isFinite else { return nil }
    return (low, high)
  }
}
