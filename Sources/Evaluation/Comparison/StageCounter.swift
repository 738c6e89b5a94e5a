internal import Reproducibility
internal import Synchronization

/// Counts pieces of work as they finish, on whatever thread, and says so.
final class StageCounter: Sendable {
  private let stage: String
  private let total: Int
  private let unit: String
  private let progress: ProgressHandler?
  private let finished = Atomic<Int>(0)

  init(stage: String, total: Int, unit: String, progress: ProgressHandler?) {
    self.stage = stage
    self.total = total
    self.unit = unit
    self.progress = progress
  }

  /// Notes that `more` have finished.
  func finish(_ more: Int) {
    let done = finished.wrappingAdd(more, ordering: .relaxed).newValue
    progress?(WorkProgress(stage: stage, completed: done, total: total, unit: unit))
  }
}
