internal import Reproducibility
internal import Synchronization

/// Counts folds as they finish, on whatever thread, and says so.
final class FoldCounter: Sendable {
  private let total: Int
  private let progress: ProgressHandler?
  private let finished = Mutex(0)

  init(total: Int, progress: ProgressHandler?) {
    self.total = total
    self.progress = progress
  }

  func finishOne() {
    let count = finished.withLock { count in
      count += 1
      return count
    }
    progress?(WorkProgress(stage: "cross-validating", completed: count, total: total, unit: "folds"))
  }
}
