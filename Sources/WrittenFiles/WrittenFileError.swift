public import Reproducibility

/// Why a file that somebody wrote by hand cannot be used, with the place and what was expected there.
public struct WrittenFileError: UserFacingError, Hashable {
  /// What was seen and where, a line for each flaw.
  public let problem: String
  /// What to do about it.
  public let hint: String

  /// Pairs a problem with what to do about it.
  package init(_ problem: String, hint: String) {
    self.problem = problem
    self.hint = hint
  }

  /// The problem, and the hint on a line of its own.
  public var description: String { "\(problem)\nhint: \(hint)" }
}
