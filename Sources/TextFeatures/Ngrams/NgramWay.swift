/// The way from a single unit to an n-gram that begins with it.
struct NgramWay {
  /// The n-grams on the way, the shortest first, and where each is counted, or -1.
  private(set) var nodes = InlineArray<16, RankedNode>(repeating: .none)
  var entries = InlineArray<16, Int32>(repeating: -1)
  /// Their number.
  private(set) var order = 0

  /// Turns to the way to `node`, and returns how many n-grams at the start of the old way are on the new one.
  ///
  /// Nodes must come ascending: then what two ways share is on all between them.
  ///
  /// - Parameters:
  ///   - parent: the parent of `node`.
  ///   - parents: those of all nodes, by rank.
  @inline(__always)
  mutating func turn(to node: RankedNode, under parent: RankedNode, parents: Span<RankedNode>) -> Int {
    if order > 0, nodes[order - 1] == node { return order }
    var climbed = InlineArray<16, RankedNode>(repeating: .none)
    var steps = 0
    var current = node
    while current.exists {
      while order > 0, nodes[order - 1] > current { order -= 1 }
      if order > 0, nodes[order - 1] == current { break }
      climbed[steps] = current
      steps += 1
      current = steps == 1 ? parent : parents[current.rank]
    }
    if !current.exists { order = 0 }
    let shared = order
    while steps > 0 {
      steps -= 1
      nodes[order] = climbed[steps]
      order += 1
    }
    return shared
  }
}
