internal import Reproducibility
internal import Synchronization

/// Counts fits as they finish, on whatever thread, and says so.
final class FitCounter: Sendable {
  private let total: Int
  private let progress: ProgressHandler?
  private let finished = Mutex(0)

  init(total: Int, progress: ProgressHandler?) {
    self.total = total
    self.progress = progress
  }

  /// Notes that `more` fits have finished.
  func finish(_ more: Int) {
    let count = finished.withLock { count in
      count += more
      return count
    }
    progress?(WorkProgress(stage: "cross-validating", completed: count, total: total, unit: "fits"))
  }
}
