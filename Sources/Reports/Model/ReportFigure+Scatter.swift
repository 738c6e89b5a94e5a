extension ReportFigure {
  /// Points of two measures, the first on a logarithmic axis if asked: the plot of Monroe, Colaresi and Quinn (2008), counts
  /// of words against z.
  public struct Scatter: Codable, Sendable, Hashable {
    /// One point.
    public struct Point: Codable, Sendable, Hashable {
      /// Where it stands from left to right; above zero for a logarithmic axis, on which others are left out.
      public var x: Double
      /// Where it stands from bottom to top.
      public var y: Double
      /// What it stands for.
      public var label: String
      /// Whether its label is written where there is room.
      public var isNamed: Bool

      /// Makes a point from its parts.
      public init(x: Double, y: Double, label: String, isNamed: Bool) {
        self.x = x
        self.y = y
        self.label = label
        self.isNamed = isNamed
      }
    }

    /// The points, in any order.
    public var points: [Point]
    /// What the horizontal axis measures.
    public var horizontalName: String
    /// What the vertical axis measures.
    public var verticalName: String
    /// Whether the horizontal axis is logarithmic.
    public var isLogarithmic: Bool
    /// The distance from zero that chance alone reaches, which is shaded; nil for none.
    public var band: Double?
    /// What values below zero speak for.
    public var negativeName: String
    /// What values above zero speak for.
    public var positiveName: String

    /// Makes a drawing from its parts.
    public init(
      points: [Point], horizontalName: String, verticalName: String, isLogarithmic: Bool, band: Double? = nil,
      negativeName: String, positiveName: String
    ) {
      self.points = points
      self.horizontalName = horizontalName
      self.verticalName = verticalName
      self.isLogarithmic = isLogarithmic
      self.band = band
      self.negativeName = negativeName
      self.positiveName = positiveName
    }
  }
}

extension ReportFigure.Scatter {
  /// The distance from zero that chance alone reaches, where there is one to draw.
  var drawableBand: Double? { band.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } }

  /// The points that have a place on the axes.
  var drawablePoints: [Point] {
    points.filter { $0.x.isFinite && $0.y.isFinite && (!isLogarithmic || $0.x > 0) }
  }

  /// The points whose labels are asked for, the farthest from zero first, equal ones in their own order.
  ///
  /// Complexity: O(n log n).
  var namedPoints: [Point] {
    drawablePoints.enumerated().filter(\.element.isNamed)
      .sorted { ($1.element.y.magnitude, $0.offset) < ($0.element.y.magnitude, $1.offset) }.map(\.element)
  }
}
