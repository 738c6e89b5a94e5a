/// Finds the longest kept n-grams that begin at the positions of a chunk, which must be asked for in their order.
struct NodeFinder {
  /// The nodes by unit and then by position, where the next one of each unit is among them, and how far one step leads: 0
  /// where single units are all there is, so that every position of a unit has the same node.
  private var nodes: [RankedNode]
  private var cursors: [Int32]
  private let step: Int32

  /// Complexity: O(positions + units of the vocabulary).
  init(_ index: NgramIndex, chunk: Int, ranks: [Int32]) {
    let hasItems = !index.directories.isEmpty
    nodes = NodeFinder.ranked(hasItems ? index.directories[chunk].items : index.unitNodes, ranks)
    step = hasItems ? 1 : 0
    let unitCount = index.unitNodes.count
    cursors = hasItems ? index.directories[chunk].cursors(unitCount: unitCount) : (0..<unitCount).map { Int32($0) }
  }

  /// In the order of units, nodes that are asked for one after another lie near each other.
  private static func ranked(_ nodes: [Int32], _ ranks: [Int32]) -> [RankedNode] {
    let ranks = ranks.span
    return nodes.map { $0 < 0 ? .none : RankedNode($0, rank: ranks[Int($0)]) }
  }

  /// Writes the n-grams that begin at `positions` to the front of `found`, and returns how many there are.
  mutating func gather(_ units: Span<Int32>, _ positions: Range<Int>, into found: inout [RankedNode]) -> Int {
    NodeFinder.gather(units, positions, nodes, &cursors, step, into: &found)
  }

  private static func gather(
    _ units: Span<Int32>, _ positions: Range<Int>, _ nodes: [RankedNode], _ cursors: inout [Int32], _ step: Int32,
    into found: inout [RankedNode]
  ) -> Int {
    let nodes = nodes.span
    var cursors = cursors.mutableSpan
    var found = found.mutableSpan
    var count = 0
    for position in positions where units[position] > 0 {
      let unit = Int(units[position]) - 1
      let node = nodes[Int(cursors[unit])]
      cursors[unit] &+= step
      found[count] = node
      if node.exists { count &+= 1 }
    }
    return count
  }
}
