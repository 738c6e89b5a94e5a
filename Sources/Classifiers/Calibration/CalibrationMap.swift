/// How scores are turned into probabilities that mean what they say.
public enum CalibrationMethod: String, Codable, Sendable, Hashable, CaseIterable {
  /// Platt's two parameters: for little data.
  case platt
  /// Any rising map: for a thousand rows or more, since it follows chance on fewer.
  case isotonic

  /// Below this many rows an isotonic map follows chance (scikit-learn's advice).
  public static let leastIsotonicRows = 1000
}

/// A fitted map from the log-odds of the positive class to its probability, for two classes.
public enum CalibrationMap: Codable, Sendable, Hashable {
  /// Platt's.
  case platt(PlattScaling)
  /// A rising one.
  case isotonic(IsotonicRegression)

  /// The map of a kind that fits held-out logits best.
  ///
  /// - Precondition: as for the kinds.
  public init(
    _ method: CalibrationMethod, logits: [Double], isPositive: [Bool], weights: [Double]? = nil
  ) {
    switch method {
    case .platt: self = .platt(PlattScaling(logits: logits, isPositive: isPositive, weights: weights))
    case .isotonic: self = .isotonic(IsotonicRegression(logits: logits, isPositive: isPositive, weights: weights))
    }
  }

  /// The probability of the positive class.
  public func probability(ofLogit logit: Double) -> Double {
    switch self {
    case .platt(let map): map.probability(ofLogit: logit)
    case .isotonic(let map): map.probability(ofLogit: logit)
    }
  }

  /// Whether the map is made of ordinary numbers, and rises as it has to.
  public var isSound: Bool {
    switch self {
    case .platt(let map): return map.slope.isFinite && map.intercept.isFinite
    case .isotonic(let map):
      return !map.knots.isEmpty && map.knots.count == map.values.count && map.knots.allSatisfy(\.isFinite)
        && map.values.allSatisfy { (0...1).contains($0) }
        && zip(map.knots, map.knots.dropFirst()).allSatisfy { $0 < $1 }
        && zip(map.values, map.values.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }
}

extension CalibrationMap {
  private enum Key: String, CodingKey {
    case method
  }

  /// Reads what `encode` writes.
  public init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: Key.self).decode(CalibrationMethod.self, forKey: .method) {
    case .platt: self = .platt(try PlattScaling(from: decoder))
    case .isotonic: self = .isotonic(try IsotonicRegression(from: decoder))
    }
  }

  /// Writes `method` and the members of the map of that kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .platt(let map):
      try container.encode(CalibrationMethod.platt, forKey: .method)
      try map.encode(to: encoder)
    case .isotonic(let map):
      try container.encode(CalibrationMethod.isotonic, forKey: .method)
      try map.encode(to: encoder)
    }
  }
}
