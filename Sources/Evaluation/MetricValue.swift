internal import Statistics

/// A figure, its interval, and what has to be known to read it.
public struct MetricValue: Codable, Sendable, Hashable {
  /// The figure; nil where it is not defined, and `note` then says why.
  public let value: Double?
  /// The lower end of the interval; nil where none was asked for or none exists.
  public let low: Double?
  /// The upper end of the interval; nil where `low` is.
  public let high: Double?
  /// Why there is no value, or by what convention there is one (as 0 for a precision without a positive prediction).
  public let note: String?

  /// A figure with its interval, where there is one.
  public init(value: Double?, low: Double? = nil, high: Double? = nil, note: String? = nil) {
    self.value = value
    self.low = low
    self.high = high
    self.note = note
  }

  /// Writes `value`, `low` and `high`, null where there is none, and `note` only where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encodeIfPresent(note, forKey: .note)
  }

  /// `numerator / denominator`, or 0 with `note` where the denominator is 0, as scikit-learn has it.
  static func ratio(_ numerator: Double, _ denominator: Double, elseZeroBecause note: String) -> MetricValue {
    denominator == 0 ? MetricValue(value: 0, note: note) : MetricValue(value: numerator / denominator)
  }

  static func undefined(_ note: String) -> MetricValue { MetricValue(value: nil, note: note) }

  func with(_ interval: ConfidenceInterval?) -> MetricValue {
    guard value != nil, let interval else { return self }
    return MetricValue(value: value, low: interval.low, high: interval.high, note: note)
  }
}

/// One value for each `Metric`.
public struct MetricTable: Sendable, Hashable {
  private var values: [MetricValue]

  init(_ value: (Metric) -> MetricValue) { values = Metric.allCases.map(value) }

  /// The value of `metric`.
  public internal(set) subscript(metric: Metric) -> MetricValue {
    get { values[metric.position] }
    set { values[metric.position] = newValue }
  }
}

extension Metric {
  /// The place in `allCases`.
  fileprivate var position: Int {
    guard let position = Metric.allCases.firstIndex(of: self) else { preconditionFailure("\(self) is not listed") }
    return position
  }
}

extension Metric: CodingKey {}

extension MetricTable: Codable {
  /// Reads an object keyed by the metrics' names; every one of them must be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Metric.self)
    values = try Metric.allCases.map { try container.decode(MetricValue.self, forKey: $0) }
  }

  /// Writes an object keyed by the metrics' names, in their order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Metric.self)
    for metric in Metric.allCases { try container.encode(self[metric], forKey: metric) }
  }
}
