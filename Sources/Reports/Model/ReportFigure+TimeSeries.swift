extension ReportFigure {
  /// Estimates over time, a panel for each actor, all on the same axes; a line breaks where a point has no value.
  public struct TimeSeries: Codable, Sendable, Hashable {
    /// The estimate of one stretch of time.
    public struct Point: Codable, Sendable, Hashable {
      /// Where it stands on the axis of time, as the number of a day.
      public var position: Double
      /// How the time is written.
      public var label: String
      /// The estimate; nil where there is none.
      public var value: Double?
      /// The lower end of its interval, where it has one.
      public var low: Double?
      /// The upper end of its interval, where it has one.
      public var high: Double?

      /// Makes a point from its parts.
      public init(position: Double, label: String, value: Double?, low: Double? = nil, high: Double? = nil) {
        self.position = position
        self.label = label
        self.value = value
        self.low = low
        self.high = high
      }
    }

    /// A point of time at which a series changes, with its interval.
    public struct Change: Codable, Sendable, Hashable {
      /// When, as the number of a day.
      public var position: Double
      /// The lower end of the interval for the day.
      public var low: Double
      /// The upper end of the interval for the day.
      public var high: Double
      /// What is written of it, usually the date.
      public var label: String

      /// Makes a change from its parts.
      public init(position: Double, low: Double, high: Double, label: String) {
        self.position = position
        self.low = low
        self.high = high
        self.label = label
      }
    }

    /// A single observation, such as a speech, drawn small and faint behind the line.
    public struct Dot: Codable, Sendable, Hashable {
      /// When, as the number of a day.
      public var position: Double
      /// What was observed.
      public var value: Double
      /// What it is of; JSON has it, the drawing has no room for it.
      public var label: String

      /// Makes a dot from its parts.
      public init(position: Double, value: Double, label: String) {
        self.position = position
        self.value = value
        self.label = label
      }
    }

    /// The series of one actor.
    public struct Panel: Codable, Sendable, Hashable {
      /// Whose it is.
      public var label: String
      /// The estimates, in the order of time.
      public var points: [Point]
      /// Where it changes.
      public var changes: [Change]
      /// The observations behind it.
      public var dots: [Dot]

      /// Makes a panel from its parts.
      public init(label: String, points: [Point], changes: [Change] = [], dots: [Dot] = []) {
        self.label = label
        self.points = points
        self.changes = changes
        self.dots = dots
      }
    }

    /// A day with a text: a tick of the axis, or an event.
    public struct Mark: Codable, Sendable, Hashable {
      /// Which day, by its number.
      public var position: Double
      /// The text.
      public var label: String

      /// Makes a mark from its parts.
      public init(position: Double, label: String) {
        self.position = position
        self.label = label
      }
    }

    /// The panels, top to bottom.
    public var panels: [Panel]
    /// The ticks of the axis of time. A drawing knows nothing of calendars, so that whoever does places them.
    public var ticks: [Mark]
    /// What happened: upright lines, numbered from 1, with a key beneath.
    public var events: [Mark]
    /// What the values measure.
    public var measure: String
    /// A value to compare all with; nil for none.
    public var reference: Double?
    /// The ends of the axis of values; nil takes them from the data.
    public var bounds: ClosedRange<Double>?
    /// How the values are written.
    public var style: NumberStyle

    /// Makes a drawing from its parts.
    public init(
      panels: [Panel], ticks: [Mark], events: [Mark] = [], measure: String, reference: Double? = nil,
      bounds: ClosedRange<Double>? = nil, style: NumberStyle = .decimals(3)
    ) {
      self.panels = panels
      self.ticks = ticks
      self.events = events
      self.measure = measure
      self.reference = reference
      self.bounds = bounds
      self.style = style
    }
  }
}
