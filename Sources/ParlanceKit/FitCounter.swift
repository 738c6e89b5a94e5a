internal import Reproducibility
internal import Synchronization

/// Counts fits, or whatever else takes long, as they finish, on whatever thread, and says so.
final class FitCounter: Sendable {
  private let stage: String
  private let total: Int
  private let unit: String
  private let progress: ProgressHandler?
  private let finished = Mutex(0)

  init(
    stage: String = "cross-validating", total: Int, unit: String = "fits", progress: ProgressHandler?
  ) {
    self.stage = stage
    self.total = total
    self.unit = unit
    self.progress = progress
  }

  /// Notes that `more` have finished.
  func finish(_ more: Int) {
    let count = finished.withLock { count in
      count += more
      return count
    }
    progress?(WorkProgress(stage: stage, completed: count, total: total, unit: unit))
  }
}
