/// How two models differ in a figure: the first less the second.
public struct MetricDifference: Codable, Sendable, Hashable {
  /// The difference; nil where the figure is undefined for either.
  public let difference: Double?
  /// The lower end of its interval; nil where none was asked for or none exists.
  public let low: Double?
  /// The upper end; nil where `low` is.
  public let high: Double?
  /// The probability of a difference as large in either direction, were the models alike; nil where there was no test.
  public let p: Double?
  /// The first model's figure.
  public let a: Double?
  /// The second model's figure.
  public let b: Double?

  /// Writes all members, null for what there is none of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(difference, forKey: .difference)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(p, forKey: .p)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
  }
}

/// One value of some kind for each `Metric`, as an object keyed by their names.
public struct PerMetric<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
  private var values: [Metric: Value]

  /// The value of each metric.
  public init(_ value: (Metric) -> Value) {
    values = Dictionary(uniqueKeysWithValues: Metric.allCases.map { ($0, value($0)) })
  }

  /// The value of `metric`.
  public subscript(metric: Metric) -> Value {
    guard let value = values[metric] else { preconditionFailure("\(metric) is not listed") }
    return value
  }

  /// Reads an object keyed by the metrics' names; every one of them must be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Metric.self)
    values = Dictionary(
      uniqueKeysWithValues: try Metric.allCases.map { ($0, try container.decode(Value.self, forKey: $0)) })
  }

  /// Writes an object keyed by the metrics' names, in their order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Metric.self)
    for metric in Metric.allCases { try container.encode(self[metric], forKey: metric) }
  }
}
