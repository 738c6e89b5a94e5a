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
  /// The column whose values are compared; "actor" is the column that means actors.
  public var by = "actor"
  /// The column whose values tell which statements depend on one another; nil for statements by themselves.
  public var cluster: String?
  /// What is compared; probabilities by default.
  public var measure = ComparisonMeasure.probability
  /// From which probability on a statement counts as positive, 0 to 1; 0.5 by default.
  public var threshold = 0.5
  /// The columns to make actors alike in, "period" standing for the part of time in `period`; none by default.
  public var adjust: [String] = []
  /// The contrasts wanted, each as "A - B"; none for all pairs.
  public var contrasts: [String] = []
  /// Actors to take together; nil for none.
  public var groups: ActorGroups?
  /// The parts of time for which each actor is estimated too; nil for none.
  public var period: StatementPeriod?
  /// Whether actors are estimated by whom they speak of, too.
  public var byTarget = false
  /// Actors of fewer statements are left out; 1 by default.
  public var minimumStatements = 1
  /// How the variance of actors' true means is estimated.
  public var heterogeneity = HeterogeneityMethod.reml
  /// How contrasts are judged.
  public var options = ContrastFamily.Options()

  /// The defaults.
  public init() {}

  /// - Throws: `ConfigurationError` for a number out of range, or columns that do not go together.
  func check() throws {
    guard threshold >= 0, threshold <= 1 else {
      throw ConfigurationError("a threshold of \(threshold) (0 to 1 was expected)", hint: "as in --threshold 0.5")
    }
    guard options.confidence > 0, options.confidence < 1 else {
      throw ConfigurationError(
        "a confidence of \(options.confidence) (strictly between 0 and 1 was expected)", hint: "as in 0.95")
    }
    guard (0...1_000_000).contains(options.resampleCount) else {
      throw ConfigurationError(
        "\(options.resampleCount) resamples (0 to 1000000 were expected)", hint: "0 gives no simultaneous intervals")
    }
    guard minimumStatements > 0 else {
      throw ConfigurationError("--minimum takes 1 or more, not \(minimumStatements)")
    }
    for (index, column) in adjust.enumerated() where adjust[..<index].contains(column) || column == by {
      throw ConfigurationError(
        column == by
          ? "--adjust names \(column), whose values are compared" : "--adjust names the column \(column) twice",
        hint: "name other columns, each once")
    }
    if adjust.contains(Self.periodName), period == nil {
      throw ConfigurationError(
        "--adjust period needs to know how long periods are", hint: "add --period month, quarter or year")
    }
  }

  /// What stands for the part of time among the columns to adjust for.
  static let periodName = "period"
}
