internal import Reproducibility

/// Which of the n-grams that begin at a place are counted.
struct CountedOrders: Sendable {
  /// The fewest units of an n-gram.
  let shortest: Int
  /// The unit that is a space where words shorter than `shortest` are counted once as a whole, as `char_wb` does; else -1.
  let wordStart: Int32

  /// Whether an n-gram shorter than asked for is a whole word between its two spaces, and not the end of a longer one.
  @inline(__always)
  func isShortWord(order: Int, firstUnit: Int32) -> Bool { wordStart >= 0 && order > 1 && firstUnit == wordStart }
}

/// Counts the n-grams of one text after another.
struct RowCounter {
  private let index: NgramIndex
  private let orders: CountedOrders
  private var deepest: [Int32] = []
  private var nodes: [Int32] = []
  private var counts: [Int32] = []

  init(index: NgramIndex, orders: CountedOrders) {
    self.index = index
    self.orders = orders
  }

  /// Adds to `matrix` a row: the n-grams that begin at `positions`.
  ///
  /// The longest n-grams are sorted; the shorter ones are on the way up from them, equal ones side by side, so that entries
  /// come out in the order of their nodes. Complexity: O(n log n + entries).
  mutating func count(_ positions: Range<Int>, into matrix: inout CountMatrix) {
    deepest.removeAll(keepingCapacity: true)
    for position in positions where index.nodes[position] >= 0 { deepest.append(index.nodes[position]) }
    RowCounter.sort(&deepest)
    let most = deepest.count * NgramRange.longest
    if nodes.count < most {
      nodes = [Int32](repeating: 0, count: most)
      counts = nodes
    }
    let entries = RowCounter.tally(deepest, index: index, orders: orders, nodes: &nodes, counts: &counts)
    for entry in 0..<entries { matrix.append(nodes[entry], count: counts[entry]) }
    matrix.closeRow()
  }

  /// Counts the n-grams on the ways up from `deepest`, and returns how many different ones there are.
  private static func tally(
    _ deepest: [Int32], index: NgramIndex, orders: CountedOrders, nodes: inout [Int32], counts: inout [Int32]
  ) -> Int {
    var path = NgramPath()
    let (ends, parents, lastUnits) = (deepest.span, index.parents.span, index.lastUnits.span)
    var nodes = nodes.mutableSpan
    var counts = counts.mutableSpan
    for place in 0..<ends.count {
      path.climb(from: ends[place], parents: parents)
      let isShort = path.order < orders.shortest
      if isShort, !orders.isShortWord(order: path.order, firstUnit: lastUnits[Int(path.firstNode)]) { continue }
      path.count(from: isShort ? path.order : orders.shortest, nodes: &nodes, counts: &counts)
    }
    return path.entryCount
  }

  /// Insertion sort for the few dozen units of a sentence, the library's sort for more.
  private static func sort(_ nodes: inout [Int32]) {
    guard nodes.count <= 48 else {
      nodes.sort()
      return
    }
    var sorted = nodes.mutableSpan
    for place in 1..<max(1, sorted.count) {
      let node = sorted[place]
      var gap = place
      while gap > 0, sorted[gap - 1] > node {
        sorted[gap] = sorted[gap - 1]
        gap -= 1
      }
      sorted[gap] = node
    }
  }
}

extension CountMatrix {
  /// Counts the n-grams that begin at each position of a stream and have at least the length asked for.
  ///
  /// - Parameter rowStarts: where each text begins in the stream, and at the end its length.
  /// Complexity: O(entries), and O(n log n) in the units of each text for sorting them.
  init(of index: NgramIndex, rowStarts: [Int], orders: CountedOrders, on parallelism: Parallelism) {
    let cut = Pieces(itemCount: rowStarts.count - 1, targetLength: 1 << 13, maximumCount: 64)
    var pieces = parallelism.map(count: cut.count) { piece in
      var counter = RowCounter(index: index, orders: orders)
      var matrix = CountMatrix()
      for row in cut[piece] { counter.count(rowStarts[row]..<rowStarts[row + 1], into: &matrix) }
      return matrix
    }
    self.init(joining: &pieces)
  }
}
