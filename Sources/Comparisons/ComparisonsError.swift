public import Reproducibility

/// Why actors cannot be compared as was asked, in a sentence that says what to change.
public struct ComparisonsError: UserFacingError, Hashable {
  /// What was seen, and what was expected.
  public let problem: String
  /// What to do about it.
  public let hint: String

  /// The problem, and the hint on a line of its own.
  public var description: String { hint.isEmpty ? problem : "\(problem)\nhint: \(hint)" }

  init(_ problem: String, hint: String = "") {
    self.problem = problem
    self.hint = hint
  }
}
