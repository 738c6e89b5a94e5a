extension ReportFigure {
  /// Dots with whiskers along one axis: estimates of several things, each with its interval.
  public struct Estimates: Codable, Sendable, Hashable {
    /// One estimate.
    public struct Item: Codable, Sendable, Hashable {
      /// What it is of.
      public var label: String
      /// The estimate; nil where there is none, as in a gap of a series.
      public var value: Double?
      /// The lower end of its interval, where it has one.
      public var low: Double?
      /// The upper end of its interval, where it has one.
      public var high: Double?
      /// The same thing estimated in another way, where it was.
      public var other: Double?

      /// Makes an estimate from its parts.
      public init(label: String, value: Double?, low: Double? = nil, high: Double? = nil, other: Double? = nil) {
        self.label = label
        self.value = value
        self.low = low
        self.high = high
        self.other = other
      }
    }

    /// The estimates, top to bottom.
    public var items: [Item]
    /// What the axis measures.
    public var measure: String
    /// A value to compare all with, as zero for differences; nil for none.
    public var reference: Double?
    /// What `other` is; nil where no item has one.
    public var otherName: String?
    /// How the values are written.
    public var style: NumberStyle

    /// Makes a drawing from its parts.
    public init(
      items: [Item], measure: String, reference: Double? = nil, otherName: String? = nil,
      style: NumberStyle = .decimals(3)
    ) {
      self.items = items
      self.measure = measure
      self.reference = reference
      self.otherName = otherName
      self.style = style
    }
  }
}

extension ReportFigure.Estimates {
  /// What the axis spans: all estimates, intervals and the reference, with a little room at both ends.
  var bounds: (low: Double, high: Double) {
    AxisBounds.around((items.flatMap { [$0.value, $0.low, $0.high, $0.other] } + [reference]).compactMap(\.self))
  }

  func dataTable(caption: String) -> ReportTable {
    let rows: [[ReportValue]] = items.map { item in
      let own: [ReportValue] = [
        .text(item.label), .estimate(item.value, low: item.low, high: item.high, style: style),
      ]
      return otherName == nil ? own : own + [.estimate(item.other, style: style)]
    }
    return ReportTable(
      caption: caption,
      columns: (["", measure] + [otherName].compactMap(\.self)).map { ReportColumn($0) }, rows: rows)
  }
}
