internal import Reproducibility

/// Consecutive blocks of a sequence, which random orders keep together.
struct BlockOrder: Sendable {
  private let count: Int
  private let length: Int

  /// - Parameters:
  ///   - count: the length of the sequence.
  ///   - length: of a block, positive; the last may be shorter.
  init(count: Int, length: Int) {
    self.count = count
    self.length = length
  }

  /// The places of the sequence with its blocks in a random order.
  func shuffled(from generator: inout SeededGenerator) -> [Int] {
    let blocks = generator.order(of: (count + length - 1) / length)
    guard length > 1 else { return blocks }
    return blocks.flatMap { ($0 * length)..<min(($0 + 1) * length, count) }
  }

  /// Places of blocks drawn with replacement from all runs of a block's length, as many as the sequence is long (Künsch 1989).
  func drawn(from generator: inout SeededGenerator) -> [Int] {
    let run = min(length, count)
    guard run > 0 else { return [] }
    var places: [Int] = []
    places.reserveCapacity(count)
    while places.count < count {
      let start = generator.index(below: count - run + 1)
      places.append(contentsOf: start..<(start + min(run, count - places.count)))
    }
    return places
  }
}
