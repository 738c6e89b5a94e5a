internal import Dispatch
internal import Synchronization

extension Parallelism {
  /// Passes inputs through `transform` on all threads, and hands over what became of them one by one in the order of the
  /// inputs.
  ///
  /// Whichever thread is free reads the next input, so that reading goes on beside the work without a thread of its own. At
  /// most two inputs a thread are in memory, and what became of them.
  ///
  /// - Parameters:
  ///   - next: the next input, or nil at the end; called by one thread at a time.
  ///   - transform: called by all threads.
  ///   - take: called by one thread at a time.
  /// - Throws: the first error in the order of the inputs, once all before it were handed over, as a plain loop would.
  public func stream<Input, Output: Sendable>(
    from next: @Sendable () throws -> Input?, through transform: @Sendable (Input) throws -> Output,
    into take: @Sendable (Output) throws -> Void
  ) throws {
    guard threadCount > 1 else {
      while let input = try next() { try take(try transform(input)) }
      return
    }
    let queue = OrderedQueue<Output>(capacity: 2 * threadCount)
    DispatchQueue.concurrentPerform(iterations: threadCount) { _ in
      while queue.enter() {
        var input: Input?
        guard let index = queue.number({ input = try next() }, isEnd: { input == nil }, take: take) else { continue }
        queue.hand(over: Result { try input.map(transform) }, at: index, to: take)
      }
    }
    if let error = queue.failure { throw error }
  }
}

/// Puts what comes in any order into the order of its numbers.
private final class OrderedQueue<Output: Sendable>: Sendable {
  private struct Reading {
    var nextIndex = 0
    var hasEnded = false
  }

  private struct Writing {
    var nextIndex = 0
    var waiting: [Int: Result<Output?, any Error>] = [:]
    var failure: (any Error)?
  }

  private let reading = Mutex(Reading())
  private let writing = Mutex(Writing())
  /// One for each input that may be in memory.
  private let places: DispatchSemaphore

  init(capacity: Int) { places = DispatchSemaphore(value: capacity) }

  /// Why the work ended early, or nil.
  var failure: (any Error)? { writing.withLock { $0.failure } }

  /// Waits for a place for one more input; false where nothing is left to do.
  func enter() -> Bool {
    places.wait()
    if reading.withLock({ !$0.hasEnded }) { return true }
    places.signal()
    return false
  }

  /// Reads an input and gives it its number; nil where there is none, its place being free again.
  func number(
    _ read: () throws -> Void, isEnd: () -> Bool, take: @Sendable (Output) throws -> Void
  ) -> Int? {
    let outcome: (index: Int?, error: (any Error)?) = reading.withLock { reading in
      guard !reading.hasEnded else { return (nil, nil) }
      do {
        try read()
        reading.hasEnded = isEnd()
        guard !reading.hasEnded else { return (nil, nil) }
      } catch {
        reading.hasEnded = true
        return (reading.nextIndex, error)
      }
      reading.nextIndex += 1
      return (reading.nextIndex - 1, nil)
    }
    guard let index = outcome.index else {
      places.signal()
      return nil
    }
    guard let error = outcome.error else { return index }
    hand(over: .failure(error), at: index, to: take)
    return nil
  }

  /// Keeps an outcome until its turn comes, and hands over all whose turn it is.
  func hand(
    over outcome: Result<Output?, any Error>, at index: Int, to take: @Sendable (Output) throws -> Void
  ) {
    writing.withLock { writing in
      writing.waiting[index] = outcome
      while writing.failure == nil, let next = writing.waiting.removeValue(forKey: writing.nextIndex) {
        writing.nextIndex += 1
        do {
          if let output = try next.get() { try take(output) }
        } catch {
          writing.failure = error
          reading.withLock { $0.hasEnded = true }
        }
        places.signal()
      }
      guard writing.failure != nil else { return }
      for _ in 0..<writing.waiting.count { places.signal() }
      writing.waiting = [:]
    }
  }
}
