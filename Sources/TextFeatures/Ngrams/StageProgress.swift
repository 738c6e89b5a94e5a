internal import Reproducibility
internal import Synchronization

/// Counts the texts that threads have done with, and tells whoever asked.
final class StageProgress: Sendable {
  private let stage: String
  private let total: Int
  private let handler: ProgressHandler?
  private let completed = Atomic<Int>(0)

  init(stage: String, total: Int, handler: ProgressHandler?) {
    self.stage = stage
    self.total = total
    self.handler = handler
  }

  func advance(by count: Int) {
    guard let handler else { return }
    let done = completed.wrappingAdd(count, ordering: .relaxed).newValue
    handler(WorkProgress(stage: stage, completed: done, total: total, unit: "texts"))
  }
}
