extension ReportFigure {
  /// A curve of a classifier's errors over all thresholds.
  public struct Curve: Codable, Sendable, Hashable {
    /// Which two rates are drawn.
    public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
      /// True positive rate over false positive rate, with the diagonal of chance.
      case rocCurve
      /// Precision over recall.
      case precisionRecall
    }

    /// A point, each coordinate from 0 to 1.
    public struct Point: Codable, Sendable, Hashable {
      /// The false positive rate, or the recall.
      public var x: Double
      /// The true positive rate, or the precision.
      public var y: Double
      /// The score at and above which a statement counts as positive here, where known.
      public var threshold: Double?

      /// Makes a point.
      public init(x: Double, y: Double, threshold: Double? = nil) {
        self.x = x
        self.y = y
        self.threshold = threshold
      }
    }

    /// One classifier's curve.
    public struct Series: Codable, Sendable, Hashable {
      /// Whose it is.
      public var label: String
      /// Its points in drawing order, joined by straight lines.
      public var points: [Point]
      /// The area under it, where known, usually with an interval.
      public var area: ReportValue?
      /// The point of the threshold in use, where there is one.
      public var operatingPoint: Point?

      /// Makes a series from its parts.
      public init(label: String, points: [Point], area: ReportValue? = nil, operatingPoint: Point? = nil) {
        self.label = label
        self.points = points
        self.area = area
        self.operatingPoint = operatingPoint
      }
    }

    /// Which two rates are drawn.
    public var kind: Kind
    /// The curves; the first is the one the report is about.
    public var series: [Series]
    /// For precision and recall: the share of positives, which is the precision of guessing.
    public var prevalence: Double?

    /// Makes a drawing from its parts.
    public init(kind: Kind, series: [Series], prevalence: Double? = nil) {
      self.kind = kind
      self.series = series
      self.prevalence = prevalence
    }

    /// What the horizontal axis measures.
    var horizontalName: String { kind == .rocCurve ? "False positive rate" : "Recall" }
    /// What the vertical axis measures.
    var verticalName: String { kind == .rocCurve ? "True positive rate" : "Precision" }
    /// What the area under the curve is called.
    var areaName: String { kind == .rocCurve ? "AUC" : "Area" }
  }
}
