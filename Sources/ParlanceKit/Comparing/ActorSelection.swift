/// Whose statements are looked at, what of their scores, and which of them depend on one another.
public struct ActorSelection: Sendable {
  /// The column whose values are compared; "actor" is the column that means actors.
  public var by = "actor"
  /// The column whose values tell which statements depend on one another; nil for statements by themselves.
  public var cluster: String?
  /// What is compared; probabilities by default.
  public var measure = ComparisonMeasure.probability
  /// From which probability on a statement counts as positive, 0 to 1; 0.5 by default.
  public var threshold = 0.5
  /// Actors to take together; nil for none.
  public var groups: ActorGroups?
  /// The parts of time that statements are gathered in; nil for none.
  public var period: StatementPeriod?
  /// Actors of fewer statements are left out; 1 by default.
  public var minimumStatements = 1

  /// The defaults.
  public init() {}

  /// - Throws: `ConfigurationError` for a number out of range.
  func check() throws {
    guard threshold >= 0, threshold <= 1 else {
      throw ConfigurationError("a threshold of \(threshold) (0 to 1 was expected)", hint: "as in --threshold 0.5")
    }
    guard minimumStatements > 0 else {
      throw ConfigurationError("--minimum takes 1 or more, not \(minimumStatements)")
    }
  }
}
