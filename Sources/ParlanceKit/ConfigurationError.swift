public import Reproducibility

/// A request that cannot be carried out as it was made, in a sentence that says what to change.
public struct ConfigurationError: UserFacingError, Hashable {
  /// What was asked for and why it cannot be.
  public let problem: String
  /// What to do about it.
  public let hint: String

  /// Pairs a problem with what to do about it.
  public init(_ problem: String, hint: String = "") {
    self.problem = problem
    self.hint = hint
  }

  /// The problem, and the hint on a line of its own.
  public var description: String { hint.isEmpty ? problem : "\(problem)\nhint: \(hint)" }
}
