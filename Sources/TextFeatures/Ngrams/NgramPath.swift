/// The way from a single unit to the longest n-gram that begins with it, and the way that was counted before.
struct NgramPath {
  /// A number for each order up to `NgramRange.longest`.
  private typealias Steps = InlineArray<16, Int32>

  /// The number of n-grams on the way: the order of the longest.
  private(set) var order = 0
  /// The number of different n-grams counted.
  private(set) var entryCount = 0
  /// The n-grams of this way, the longest at the end.
  private var chain = Steps(repeating: 0)
  /// The n-grams of the way before, the shortest at the start, and where in the row each is counted, or -1.
  private var counted = Steps(repeating: -1)
  private var entries = Steps(repeating: -1)
  private var countedOrder = 0

  /// The single unit that the way begins with.
  var firstNode: Int32 { chain[NgramRange.longest - order] }

  /// Goes up from `node` to its first unit.
  @inline(__always)
  mutating func climb(from node: Int32, parents: Span<Int32>) {
    var place = NgramRange.longest
    var current = node
    while current >= 0 {
      place -= 1
      chain[place] = current
      current = parents[Int(current)]
    }
    order = NgramRange.longest - place
  }

  /// Counts the n-grams of this way that have at least `shortest` units. Ways must come in the order of their longest.
  ///
  /// - Parameters:
  ///   - nodes: receives the n-grams that are met for the first time, with room for all.
  ///   - counts: how often each of them was met.
  @inline(__always)
  mutating func count(from shortest: Int, nodes: inout MutableSpan<Int32>, counts: inout MutableSpan<Int32>) {
    let start = NgramRange.longest - order
    var step = 0
    while step < min(order, countedOrder), counted[step] == chain[start + step] {
      if entries[step] >= 0 { counts[Int(entries[step])] += 1 }
      step += 1
    }
    while step < order {
      counted[step] = chain[start + step]
      entries[step] = -1
      if step + 1 >= shortest {
        entries[step] = Int32(entryCount)
        nodes[entryCount] = counted[step]
        counts[entryCount] = 1
        entryCount += 1
      }
      step += 1
    }
    countedOrder = order
  }
}
