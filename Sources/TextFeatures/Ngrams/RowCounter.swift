internal import Reproducibility

/// Which of the n-grams that begin at a place are counted.
struct CountedOrders: Sendable {
  /// The fewest units of an n-gram.
  let shortest: Int
  /// The unit that is a space where words shorter than `shortest` are counted once as a whole, as `char_wb` does; else -1.
  let wordStart: Int32
}

/// Counts the n-grams of one text after another.
struct RowCounter {
  /// A node that the current position's n-grams pass through, and where in the row it is counted, or -1.
  private struct Step {
    let node: Int32
    let entry: Int
  }

  private let index: NgramIndex
  private let orders: CountedOrders
  private var deepest: [Int32] = []
  private var chain: [Int32] = []
  private var path: [Step] = []
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
    path.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    for position in positions where index.nodes[position] >= 0 { deepest.append(index.nodes[position]) }
    RowCounter.sort(&deepest)
    for node in deepest { countChain(upFrom: node) }
    for (node, count) in zip(nodes, counts) { matrix.append(node, count: count) }
    matrix.closeRow()
  }

  private mutating func countChain(upFrom node: Int32) {
    chain.removeAll(keepingCapacity: true)
    var current = node
    while current >= 0 {
      chain.append(current)
      current = index.parents[Int(current)]
    }
    let order = chain.count
    let isWholeWord = order < orders.shortest && isShortWord(order: order, root: chain[order - 1])
    if order < orders.shortest, !isWholeWord { return }
    for step in 0..<order {
      let passed = chain[order - 1 - step]
      if step < path.count {
        if path[step].node == passed {
          if path[step].entry >= 0 { counts[path[step].entry] += 1 }
          continue
        }
        path.removeSubrange(step...)
      }
      let isCounted = isWholeWord ? step == order - 1 : step + 1 >= orders.shortest
      path.append(Step(node: passed, entry: isCounted ? nodes.count : -1))
      if isCounted {
        nodes.append(passed)
        counts.append(1)
      }
    }
  }

  /// Whether an n-gram that is too short is a whole word with its two spaces, and not the end of a longer one.
  private func isShortWord(order: Int, root: Int32) -> Bool {
    orders.wordStart >= 0 && order > 1 && index.lastUnits[Int(root)] == orders.wordStart
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
