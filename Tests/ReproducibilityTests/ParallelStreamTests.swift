import Reproducibility
import Synchronization
import Testing

@Suite struct ParallelStreamTests {
  private struct Failure: Error, Equatable { let index: Int }

  /// Numbers up to `count`, and an error at `failing`.
  private final class Source: Sendable {
    let read = Mutex(0)
    let count: Int
    let failing: Int?

    init(_ count: Int, failing: Int? = nil) {
      self.count = count
      self.failing = failing
    }

    func next() throws -> Int? {
      try read.withLock { read in
        if read == failing { throw Failure(index: read) }
        guard read < count else { return nil }
        read += 1
        return read - 1
      }
    }
  }

  /// Work that takes some inputs much longer than others.
  private static func work(_ input: Int) -> Int {
    var value = UInt64(input)
    for _ in 0..<(input % 7 == 0 ? 20_000 : 10) { value = value &* 6_364_136_223_846_793_005 &+ 1 }
    return value == 1 ? -1 : input * input
  }

  @Test(arguments: [1, 2, 3, 8]) func outputsComeInOrderAndFewInputsAreHeld(threads: Int) throws {
    let source = Source(1000)
    let taken = Mutex<[Int]>([])
    try Parallelism(threadCount: threads).stream(
      from: { try source.next() }, through: { Self.work($0) },
      into: { output in
        let held = taken.withLock { taken in
          taken.append(output)
          return source.read.withLock { $0 } - taken.count
        }
        #expect(held <= 2 * threads)
      })
    #expect(taken.withLock { $0 } == (0..<1000).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 8], [0, 1, 40, 199])
  func theFirstErrorIsThrownAfterAllBeforeIt(threads: Int, failing: Int) throws {
    let parallelism = Parallelism(threadCount: threads)
    for place in 0..<3 {
      let source = Source(200, failing: place == 0 ? failing : nil)
      let taken = Mutex<[Int]>([])
      #expect(throws: Failure(index: failing)) {
        try parallelism.stream(
          from: { try source.next() },
          through: { input in
            if place == 1, input >= failing { throw Failure(index: input) }
            return Self.work(input)
          },
          into: { output in
            try taken.withLock { taken in
              if place == 2, taken.count == failing { throw Failure(index: failing) }
              taken.append(output)
            }
          })
      }
      #expect(taken.withLock { $0 } == (0..<failing).map { $0 * $0 })
    }
  }

  @Test(arguments: [1, 4]) func noInputsGiveNothing(threads: Int) throws {
    try Parallelism(threadCount: threads).stream(
      from: { Int?.none }, through: { $0 }, into: { _ in Issue.record("there is nothing to take") })
  }
}
