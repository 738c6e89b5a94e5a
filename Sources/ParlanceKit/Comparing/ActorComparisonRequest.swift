public import Comparisons
public import Statistics

/// What of the scores is compared.
public enum ComparisonMeasure: String, Codable, Sendable, Hashable, CaseIterable {
  /// The probability of the positive class.
  case probability
  /// Its log-odds.
  case logit
  /// Whether the probability reaches the threshold.
  case share

  /// The measure in words.
  var title: String {
    switch self {
    case .probability: "mean probability"
    case .logit: "mean logit"
    case .share: "share above the threshold"
    }
  }
}

/// What `parlance compare` is asked for.
public struct ActorComparisonRequest: Sendable {
  /// Whose statements, and what of their scores.
  public var selection = ActorSelection()
  /// The columns to make actors alike in, "period" standing for the part of time of the selection; none by default.
  public var adjust: [String] = []
  /// The contrasts wanted, each as "A - B"; none for all pairs.
  public var contrasts: [String] = []
  /// Whether actors are estimated by whom they speak of, too.
  public var byTarget = false
  /// How the variance of actors' true means is estimated.
  public var heterogeneity = HeterogeneityMethod.reml
  /// How contrasts are judged.
  public var options = ContrastFamily.Options()

  /// The defaults.
  public init() {}

  /// - Throws: `ConfigurationError` for a number out of range, or columns that do not go together.
  func check() throws {
    try selection.check()
    guard options.confidence > 0, options.confidence < 1 else {
      throw ConfigurationError(
        "a confidence of \(options.confidence) (strictly between 0 and 1 was expected)", hint: "as in 0.95")
    }
    guard (0...1_000_000).contains(options.resampleCount) else {
      throw ConfigurationError(
        "\(options.resampleCount) resamples (0 to 1000000 were expected)", hint: "0 gives no simultaneous intervals")
    }
    for (index, column) in adjust.enumerated() where adjust[..<index].contains(column) || column == selection.by {
      throw ConfigurationError(
        column == selection.by
          ? "--adjust names \(column), whose values are compared" : "--adjust names the column \(column) twice",
        hint: "name other columns, each once")
    }
    if adjust.contains(Self.periodName), selection.period == nil {
      throw ConfigurationError(
        "--adjust period needs to know how long periods are", hint: "add --period month, quarter or year")
    }
  }

  /// What stands for the part of time among the columns to adjust for.
  static let periodName = "period"
}
