/// Sorts the nodes of one text: few as a rule, and sometimes many.
enum NodeSort {
  /// The most nodes that are sorted by insertion.
  private static let few = 64

  /// Sorts the first `count` of `nodes`.
  ///
  /// - Parameter spare: grows as needed and holds nothing of use.
  static func sort(_ nodes: inout [RankedNode], count: Int, spare: inout [RankedNode]) {
    if count <= few {
      insert(&nodes, count: count)
      return
    }
    if spare.count < nodes.count { spare = nodes }
    let differing = bitsThatDiffer(nodes.span, count)
    for shift in stride(from: UInt64(32), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      move(nodes, count: count, to: &spare, shift: shift)
      swap(&nodes, &spare)
    }
  }

  private static func bitsThatDiffer(_ nodes: Span<RankedNode>, _ count: Int) -> UInt64 {
    var (union, common): (UInt64, UInt64) = (0, .max)
    for place in 0..<count {
      union |= nodes[place].bits
      common &= nodes[place].bits
    }
    return union ^ common
  }

  private static func insert(_ nodes: inout [RankedNode], count: Int) {
    var nodes = nodes.mutableSpan
    for place in 1..<max(1, count) {
      let node = nodes[place]
      var gap = place
      while gap > 0, nodes[gap &- 1] > node {
        nodes[gap] = nodes[gap &- 1]
        gap &-= 1
      }
      nodes[gap] = node
    }
  }

  private static func move(_ nodes: [RankedNode], count: Int, to target: inout [RankedNode], shift: UInt64) {
    var places = InlineArray<256, Int32>(repeating: 0)
    let nodes = nodes.span
    var target = target.mutableSpan
    for place in 0..<count { places[Int(nodes[place].bits &>> shift & 0xFF)] &+= 1 }
    var start: Int32 = 0
    for digit in 0..<256 { (places[digit], start) = (start, start &+ places[digit]) }
    for place in 0..<count {
      let digit = Int(nodes[place].bits &>> shift & 0xFF)
      target[Int(places[digit])] = nodes[place]
      places[digit] &+= 1
    }
  }
}
