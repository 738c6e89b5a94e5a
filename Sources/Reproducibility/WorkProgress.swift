/// How far a long piece of work has come; whoever runs it decides whether anybody is shown it.
public struct WorkProgress: Sendable, Hashable {
  /// What is being done, in the words a user would use: "reading", "fold 3 of 5".
  public let stage: String
  /// How much is done, in `unit`.
  public let completed: Int
  /// How much there is, or nil where that is not known beforehand.
  public let total: Int?
  /// What is counted: "rows", "MB", "iterations".
  public let unit: String

  /// Describes a state of the work.
  public init(stage: String, completed: Int, total: Int?, unit: String) {
    self.stage = stage
    self.completed = completed
    self.total = total
    self.unit = unit
  }
}

/// Receives the state of long work now and then; it may be called from any thread and should return at once.
public typealias ProgressHandler = @Sendable (WorkProgress) -> Void
