internal import Dispatch
internal import Synchronization

/// How many threads a computation may use, and the only way this package uses them.
///
/// Work is cut into pieces by its size alone, and results come back in the order of the pieces, so that a sum or a list made
/// from them is the same bit for bit on one thread and on many.
public struct Parallelism: Sendable, Hashable {
  /// The number of threads, at least one.
  public let threadCount: Int

  /// One thread: the order of the work is the order of the pieces.
  public static let serial = Parallelism(threadCount: 1)

  /// The number of processors of this machine.
  public static var processorCount: Int { SystemCall.processorCount }

  /// - Precondition: `threadCount` is positive.
  public init(threadCount: Int) {
    precondition(threadCount > 0, "a computation needs at least one thread, not \(threadCount)")
    self.threadCount = threadCount
  }

  /// The results of `body` for `0 ..< count`, in that order.
  ///
  /// Each index is run once, by whichever thread is free. When several throw, the error of the lowest index is thrown,
  /// as it would be in a plain loop.
  public func map<Result: Sendable>(
    count: Int, _ body: @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    let outcomes = settle(count: count) { index in Swift.Result { try body(index) } }
    return try outcomes.map { try $0.get() }
  }

  /// The results of `body`, which cannot fail, for `0 ..< count`, in that order.
  public func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    settle(count: count, body)
  }

  private func settle<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    let workers = min(threadCount, count)
    guard workers > 1 else { return (0..<count).map(body) }
    let nextIndex = Atomic<Int>(0)
    let slots = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = nextIndex.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index)
        slots.withLock { $0[index] = result }
      }
    }
    return slots.withLock { filled in
      filled.map { slot in
        guard let result = slot else { preconditionFailure("a piece of parallel work was never run") }
        return result
      }
    }
  }
}

/// Consecutive pieces of nearly equal length, decided by the amount of work and never by the number of threads.
public struct Pieces: Sendable, Hashable {
  /// The number of items cut up.
  public let itemCount: Int
  /// The number of pieces; zero for no items.
  public let count: Int

  /// Cuts `itemCount` items into pieces of about `targetLength`, but into no more than `maximumCount`.
  ///
  /// - Precondition: `itemCount` is not negative; the others are positive.
  public init(itemCount: Int, targetLength: Int, maximumCount: Int = .max) {
    precondition(itemCount >= 0 && targetLength > 0 && maximumCount > 0, "cannot cut \(itemCount) by \(targetLength)")
    self.itemCount = itemCount
    count = min(maximumCount, (itemCount + targetLength - 1) / targetLength)
  }

  /// The items of piece `index`.
  public subscript(index: Int) -> Range<Int> {
    precondition(index >= 0 && index < count, "piece \(index) of \(count)")
    return (itemCount * index / count)..<(itemCount * (index + 1) / count)
  }
}
