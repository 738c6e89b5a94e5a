internal import Reproducibility

extension Parallelism {
  /// Calls `body` with consecutive ranges of `0 ..< count`, each a few items a thread: what is made in one is put away
  /// before the next begins, so that memory holds little twice.
  func inWindows(of count: Int, _ body: (Range<Int>) throws -> Void) rethrows {
    let length = threadCount == 1 ? 1 : 2 * threadCount
    for start in stride(from: 0, to: count, by: length) { try body(start..<min(count, start + length)) }
  }
}
