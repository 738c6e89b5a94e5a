/// Chosen figures of an evaluation with their intervals.
public struct MetricIntervals: Sendable, Hashable {
  /// The figures that were chosen, in the order in which `Metric` lists them.
  public let metrics: [Metric]
  private let values: [MetricValue]
  /// How the intervals were made; nil where none were asked for.
  public let bootstrap: BootstrapSummary?

  /// - Precondition: there is a value for each metric.
  init(_ metrics: [Metric], values: [MetricValue], bootstrap: BootstrapSummary?) {
    precondition(metrics.count == values.count, "\(metrics.count) metrics, \(values.count) values")
    self.metrics = metrics
    self.values = values
    self.bootstrap = bootstrap
  }

  /// The value of `metric`; nil where it was not chosen.
  public subscript(metric: Metric) -> MetricValue? { metrics.firstIndex(of: metric).map { values[$0] } }
}

extension MetricIntervals: Codable {
  private enum CodingKeys: String, CodingKey {
    case metrics
    case bootstrap
  }

  /// Reads what `encode` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let table = try container.nestedContainer(keyedBy: Metric.self, forKey: .metrics)
    let metrics = Metric.allCases.filter(table.contains)
    let values = try metrics.map { try table.decode(MetricValue.self, forKey: $0) }
    self.init(
      metrics, values: values, bootstrap: try container.decodeIfPresent(BootstrapSummary.self, forKey: .bootstrap))
  }

  /// Writes `metrics`, an object keyed by the metrics' names in their order, and `bootstrap`, null where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var table = container.nestedContainer(keyedBy: Metric.self, forKey: .metrics)
    for (metric, value) in zip(metrics, values) { try table.encode(value, forKey: metric) }
    try container.encode(bootstrap, forKey: .bootstrap)
  }
}
