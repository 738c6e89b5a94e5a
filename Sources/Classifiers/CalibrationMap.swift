/// How a model's scores become probabilities that hold on rows it has not seen.
public enum CalibrationMethod: String, Codable, Sendable, Hashable, CaseIterable {
  /// The model's own probabilities.
  case none
  /// Platt's: two numbers, for any number of rows.
  case platt
  /// Isotonic regression: any rising map, for a thousand rows or more.
  case isotonic
}

/// A map of the log-odds of the positive class to its probability.
public enum CalibrationMap: Sendable, Hashable {
  /// Platt's.
  case platt(PlattScaling)
  /// Isotonic regression.
  case isotonic(IsotonicCalibration)

  /// Fits a map; nil for no method.
  ///
  /// - Parameters:
  ///   - logits: the log-odds that models gave to rows they were not trained on.
  ///   - isPositive: whether each row is positive.
  ///   - weights: what each row counts; nil for all alike.
  /// - Throws: `ClassifierError` for rows that no map can be fitted to.
  public static func fitted(
    _ method: CalibrationMethod, logits: [Double], isPositive: [Bool], weights: [Double]?
  ) throws -> CalibrationMap? {
    switch method {
    case .none: nil
    case .platt: .platt(try PlattScaling(fitting: logits, isPositive: isPositive, weights: weights))
    case .isotonic: .isotonic(try IsotonicCalibration(fitting: logits, isPositive: isPositive, weights: weights))
    }
  }

  /// Which method made it.
  public var method: CalibrationMethod {
    switch self {
    case .platt: .platt
    case .isotonic: .isotonic
    }
  }

  /// The probability of the positive class where the model's log-odds are `logit`.
  public func probability(ofLogit logit: Double) -> Double {
    switch self {
    case .platt(let map): map.probability(of: logit)
    case .isotonic(let map): map.probability(of: logit)
    }
  }

  /// Whether its numbers are those of a map, as one read from a file may not be.
  public var isSound: Bool {
    switch self {
    case .platt(let map): map.slope.isFinite && map.intercept.isFinite
    case .isotonic(let map): map.isSound
    }
  }
}

extension CalibrationMap: Codable {
  private enum Key: String, CodingKey { case method, slope, intercept, scores, probabilities }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(CalibrationMethod.self, forKey: .method) {
    case .platt: self = .platt(try PlattScaling(from: decoder))
    case .isotonic: self = .isotonic(try IsotonicCalibration(from: decoder))
    case .none:
      throw DecodingError.dataCorruptedError(forKey: .method, in: container, debugDescription: "no map is called none")
    }
  }

  /// Writes the method and the numbers of the map as one object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(method, forKey: .method)
    switch self {
    case .platt(let map): try map.encode(to: encoder)
    case .isotonic(let map): try map.encode(to: encoder)
    }
  }
}
