internal import ParlanceKit
internal import Reproducibility
internal import Synchronization

/// Shows on the terminal how far long work has come: what, done of total, rate, time left. Silent for the first second, in
/// pipes, and when asked to be.
final class ProgressMeter: Sendable {
  private struct State {
    var stage = ""
    var stageStart = ContinuousClock.now
    var lastShown: ContinuousClock.Instant?
    var isLineOpen = false
  }

  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    isShown = !isQuiet && StandardStream.error.isTerminal
  }

  /// What to hand to long work; nil where nothing would be shown.
  var handler: ProgressHandler? {
    guard isShown else { return nil }
    return { [self] progress in show(progress) }
  }

  /// Wipes the line, for what is printed next.
  func clear() {
    state.withLock { state in
      if state.isLineOpen { try? StandardStream.error.write("\r\u{1B}[K") }
      state.isLineOpen = false
    }
  }

  private func show(_ progress: WorkProgress) {
    let now = ContinuousClock.now
    state.withLock { state in
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.stageStart = now
      }
      guard now - start > .seconds(1) else { return }
      if let last = state.lastShown, now - last < .milliseconds(100) { return }
      state.lastShown = now
      state.isLineOpen = true
      try? StandardStream.error.write("\r\(Self.line(for: progress, after: now - state.stageStart))\u{1B}[K")
    }
  }

  /// The line for a state of the work, `elapsed` after its stage began.
  static func line(for progress: WorkProgress, after elapsed: Duration) -> String {
    let seconds = elapsed.inSeconds
    let rate = seconds > 0 ? Double(progress.completed) / seconds : 0
    var line = "\(progress.stage)  \(progress.completed)"
    if let total = progress.total { line += " of \(total)" }
    line += " \(progress.unit)"
    if rate > 0 { line += "  \(rate < 10 ? String(Double(Int(rate * 10)) / 10) : String(Int(rate))) a second" }
    if let total = progress.total, rate > 0, total > progress.completed {
      line += "  \(Int(Double(total - progress.completed) / rate) + 1) s left"
    }
    return line
  }
}
