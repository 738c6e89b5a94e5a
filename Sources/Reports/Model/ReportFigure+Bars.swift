extension ReportFigure {
  /// Bars to the left and right of zero: the strongest terms of a model, the contributions to a score, actors' estimates.
  public struct Bars: Codable, Sendable, Hashable {
    /// One bar.
    public struct Item: Codable, Sendable, Hashable {
      /// What it stands for.
      public var label: String
      /// Its length, with sign.
      public var value: Double
      /// The lower end of the value's interval, where it has one.
      public var low: Double?
      /// The upper end of the value's interval, where it has one.
      public var high: Double?

      /// Makes a bar from its parts.
      public init(label: String, value: Double, low: Double? = nil, high: Double? = nil) {
        self.label = label
        self.value = value
        self.low = low
        self.high = high
      }
    }

    /// The bars, top to bottom.
    public var items: [Item]
    /// What the length measures.
    public var measure: String
    /// What values below zero speak for.
    public var negativeName: String
    /// What values above zero speak for.
    public var positiveName: String
    /// How the values are written.
    public var style: NumberStyle

    /// Makes a drawing from its parts.
    public init(
      items: [Item], measure: String, negativeName: String, positiveName: String,
      style: NumberStyle = .signed(2)
    ) {
      self.items = items
      self.measure = measure
      self.negativeName = negativeName
      self.positiveName = positiveName
      self.style = style
    }
  }

  /// How scores are spread, one row of bars for each group.
  public struct Histogram: Codable, Sendable, Hashable {
    /// The scores of one group.
    public struct Group: Codable, Sendable, Hashable {
      /// Whose scores they are.
      public var label: String
      /// Numbers of scores in equally wide bins over the range of the drawing.
      public var counts: [Int]
      /// A value to mark, such as the mean, where there is one.
      public var marker: Double?

      /// Makes a group from its parts.
      public init(label: String, counts: [Int], marker: Double? = nil) {
        self.label = label
        self.counts = counts
        self.marker = marker
      }
    }

    /// The groups, top to bottom. Each is drawn to its own highest bar, so that small groups can be read.
    public var groups: [Group]
    /// What is measured.
    public var measure: String
    /// The lower bound of the first bin.
    public var low: Double
    /// The upper bound of the last bin.
    public var high: Double
    /// What the marker is.
    public var markerName: String

    /// Makes a drawing from its parts.
    public init(groups: [Group], measure: String, low: Double = 0, high: Double = 1, markerName: String = "mean") {
      self.groups = groups
      self.measure = measure
      self.low = low
      self.high = high
      self.markerName = markerName
    }
  }
}
