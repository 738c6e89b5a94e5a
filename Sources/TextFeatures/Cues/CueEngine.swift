internal import Synchronization

/// A compiled cue set, and the automata that threads made from it as they went, kept for those that come after.
final class CueEngine: Sendable {
  let network: CueNetwork
  private let idle = Mutex<[CueAutomaton]>([])

  init(_ network: CueNetwork) { self.network = network }

  /// Hands `body` an automaton that nobody else uses. What it has learnt before changes the time and nothing else.
  func withAutomaton<Result>(_ body: (inout CueAutomaton) -> Result) -> Result {
    var automaton = idle.withLock { $0.popLast() } ?? CueAutomaton(network)
    let result = body(&automaton)
    // Handed over as a value of its own, which the lock can take.
    let used = automaton
    idle.withLock { $0.append(used) }
    return result
  }
}
