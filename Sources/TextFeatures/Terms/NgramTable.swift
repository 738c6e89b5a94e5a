/// Finds n-grams of words by the numbers of their words: each word is looked up once, and each n-gram by the n-gram before it
/// and its last word, without touching bytes again.
///
/// N-grams are nodes of a tree. A node that is a term has that term's number; the others, which only lead on to longer terms,
/// have higher ones. Both tables are open-addressing ones over arrays, so that nothing depends on a hash but speed.
struct NgramTable: Sendable {
  /// The step from a node to a longer n-gram.
  struct Edge {
    static let free = Edge(key: .max, child: -1)

    /// The node and the word after it, in the high and the low 32 bits; all bits set where free.
    let key: UInt64
    /// The node they lead to.
    let child: Int32
  }

  /// The words of all terms, by whose numbers n-grams are looked up.
  let words: TermTable
  /// The node of the n-gram that each word is by itself, or -1. One that is no term has the number of the first term that
  /// begins with it, plus that of all terms, so that roots are in the order of their words.
  let roots: [Int32]
  private let edges: [Edge]
  /// The number of terms, below which nodes are terms.
  private let termCount: Int

  init(words: TermTable, roots: [Int32], edges: [Edge], termCount: Int) {
    self.words = words
    self.roots = roots
    self.edges = edges
    self.termCount = termCount
  }

  @inline(__always)
  static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// The place in a table of `mask + 1` edges where a key is looked for first.
  @inline(__always)
  static func slot(of key: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: TermHash.mixed(key)) & mask }
}

extension NgramTable {
  /// What finding needs for one text, kept from text to text.
  struct Search {
    /// The terms found in the last text, as often as they are there, never falling.
    private(set) var found: [Int32] = []
    /// How many of `found` are of the last text.
    private(set) var count = 0

    /// The places of the text at which a term may begin, in the order of their words.
    fileprivate var starts: [UInt64] = []
    /// For each place the first edge looked at for it and the word after it. They are fetched one after the other without
    /// waiting for any, because most are in no near cache.
    fileprivate var edges: [Edge] = []

    fileprivate mutating func prepare(_ wordCount: Int) {
      guard edges.count < wordCount else { return }
      edges = [Edge](repeating: .free, count: wordCount)
      starts = [UInt64](repeating: 0, count: wordCount)
    }

    fileprivate mutating func exchange(_ found: inout [Int32], count: Int) {
      swap(&self.found, &found)
      self.count = count
    }
  }

  /// Finds those n-grams of a sequence of words that are terms.
  ///
  /// - Parameters:
  ///   - sequence: the numbers of the words, -1 for those in no term.
  ///   - orders: the lengths of n-grams that count.
  ///   - search: holds the terms afterwards.
  /// Complexity: O(words x greatest length), and O(n log n) in the words for the order of terms.
  func find(_ sequence: Span<Int32>, orders: NgramRange, into search: inout Search) {
    search.prepare(sequence.count)
    let starts = lookAhead(sequence, starts: &search.starts, ahead: &search.edges)
    var found: [Int32] = []
    search.exchange(&found, count: 0)
    // N-grams that begin with the same word stand together; those that begin at one place ascend, those at several need not.
    var (place, count, group, word, isRepeated) = (0, 0, 0, UInt64.max, false)
    while place < starts {
      if found.count < count + orders.maximum {
        found += repeatElement(0, count: max(found.count, 64 * orders.maximum))
      }
      let end = min(starts, place + (found.count - count) / orders.maximum)
      var target = found.mutableSpan
      while place < end {
        let start = search.starts[place]
        if start >> 32 == word {
          isRepeated = true
        } else {
          if isRepeated { SmallSort.sort(&target, group..<count) }
          (group, word, isRepeated) = (count, start >> 32, false)
        }
        collect(sequence, from: Int(start & 0xFFFF_FFFF), orders: orders, search.edges.span, &target, &count)
        place &+= 1
      }
      if isRepeated, place == starts { SmallSort.sort(&target, group..<count) }
    }
    search.exchange(&found, count: count)
  }

  /// Sorts the places at which a term may begin, and fetches the edges after them; returns how many places there are.
  private func lookAhead(_ sequence: Span<Int32>, starts: inout [UInt64], ahead: inout [Edge]) -> Int {
    let (roots, edges, mask, termCount) = (roots.span, edges.span, edges.count - 1, Int32(termCount))
    var starts = starts.mutableSpan
    var ahead = ahead.mutableSpan
    var count = 0
    for place in 0..<sequence.count where sequence[place] >= 0 {
      let root = roots[Int(sequence[place])]
      guard root >= 0 else { continue }
      starts[count] = UInt64(root < termCount ? root : root &- termCount) << 32 | UInt64(place)
      count &+= 1
      if place &+ 1 < sequence.count {
        ahead[place] = edges[NgramTable.slot(of: NgramTable.key(root, sequence[place &+ 1]), mask: mask)]
      }
    }
    SmallSort.sort(&starts, 0..<count)
    return count
  }

  /// Adds the terms that begin at `first` to `found`.
  @inline(__always)
  private func collect(
    _ sequence: Span<Int32>, from first: Int, orders: NgramRange, _ ahead: Span<Edge>,
    _ found: inout MutableSpan<Int32>, _ count: inout Int
  ) {
    let edges = edges.span
    var node = roots[Int(sequence[first])]
    if orders.minimum == 1, Int(node) < termCount {
      found[count] = node
      count &+= 1
    }
    var last = first &+ 1
    let end = min(sequence.count, first &+ orders.maximum)
    while last < end, sequence[last] >= 0 {
      let key = NgramTable.key(node, sequence[last])
      node = last == first &+ 1 ? NgramTable.child(key, edges, after: ahead[first]) : NgramTable.child(key, edges)
      guard node >= 0 else { return }
      last &+= 1
      if last &- first >= orders.minimum, Int(node) < termCount {
        found[count] = node
        count &+= 1
      }
    }
  }

  /// The node that a key leads to, or -1; `edge` is the one looked at first.
  @inline(__always)
  private static func child(_ key: UInt64, _ edges: Span<Edge>, after edge: Edge) -> Int32 {
    if edge.key == key { return edge.child }
    return edge.key == Edge.free.key ? -1 : child(key, edges)
  }

  @inline(never)
  private static func child(_ key: UInt64, _ edges: Span<Edge>) -> Int32 {
    let mask = edges.count - 1
    var slot = slot(of: key, mask: mask)
    while true {
      let edge = edges[slot]
      if edge.key == key { return edge.child }
      if edge.key == Edge.free.key { return -1 }
      slot = (slot &+ 1) & mask
    }
  }
}
