/// What the differences between labels mean, which decides how far apart two of them are (Krippendorff 2011).
public enum MeasurementLevel: String, Codable, Sendable, Hashable, CaseIterable {
  /// Labels are the same or not: distance 0 or 1.
  case nominal
  /// Labels have an order; two are as far apart as there are labels given between them.
  case ordinal
  /// Labels are numbers whose differences mean something: the squared difference.
  case interval
  /// Labels are numbers with a true zero: the squared difference over the squared sum.
  case ratio

  /// Whether labels must be numbers.
  public var needsNumbers: Bool { self == .interval || self == .ratio }
}
