public import Reproducibility

/// Why predictions cannot be judged, or rows not be split, in a sentence with the counts that show it.
public struct EvaluationError: UserFacingError, Hashable {
  /// What was seen, and what was expected.
  public let problem: String
  /// What to do about it; may be empty.
  public let hint: String

  /// The problem, and the hint on a line of its own.
  public var description: String { hint.isEmpty ? problem : "\(problem)\nhint: \(hint)" }

  /// Why a design that others ask for cannot be.
  public static func design(_ problem: String, hint: String) -> EvaluationError {
    EvaluationError(problem, hint: hint)
  }

  init(_ problem: String, hint: String = "") {
    self.problem = problem
    self.hint = hint
  }
}
