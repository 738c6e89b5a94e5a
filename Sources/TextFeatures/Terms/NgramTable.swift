/// Finds n-grams of words by the numbers of their words: each word is looked up once, and each n-gram by the n-gram before it
/// and its last word, without touching bytes again.
///
/// Both tables are open-addressing ones over arrays, so that nothing depends on a hash but speed.
struct NgramTable: Sendable {
  /// The words of all terms, by whose numbers n-grams are looked up.
  let words: TermTable
  /// For each word the term that it is; for one that only begins terms the first of those, plus the number of all terms, and
  /// for others -1.
  private let roots: [Int32]
  private let edges: [UInt64]
  private let layout: EdgeLayout

  init(words: TermTable, roots: [Int32], edges: [UInt64], layout: EdgeLayout) {
    self.words = words
    self.roots = roots
    self.edges = edges
    self.layout = layout
  }
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
    fileprivate var edges: [UInt64] = []

    fileprivate mutating func prepare(_ wordCount: Int) {
      guard edges.count < wordCount else { return }
      edges = [UInt64](repeating: EdgeLayout.free, count: wordCount)
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
  private func lookAhead(_ sequence: Span<Int32>, starts: inout [UInt64], ahead: inout [UInt64]) -> Int {
    let (roots, edges, mask, termCount) = (roots.span, edges.span, edges.count - 1, Int32(layout.termCount))
    var starts = starts.mutableSpan
    var ahead = ahead.mutableSpan
    for place in 1..<max(1, sequence.count) {
      let (first, second) = (sequence[place &- 1], sequence[place])
      let slot = EdgeLayout.slot(of: layout.key(UInt64(UInt32(bitPattern: first)), second), mask: mask)
      // A place that every text asks for costs less than a branch that depends on the words.
      ahead[place &- 1] = edges[first | second < 0 ? 0 : slot]
    }
    var count = 0
    for place in 0..<sequence.count where sequence[place] >= 0 {
      let root = roots[Int(sequence[place])]
      guard root >= 0 else { continue }
      starts[count] = UInt64(root < termCount ? root : root &- termCount) << 32 | UInt64(place)
      count &+= 1
    }
    SmallSort.sort(&starts, 0..<count)
    return count
  }

  /// Adds the terms that begin at `first` to `found`.
  @inline(__always)
  private func collect(
    _ sequence: Span<Int32>, from first: Int, orders: NgramRange, _ ahead: Span<UInt64>,
    _ found: inout MutableSpan<Int32>, _ count: inout Int
  ) {
    let root = roots[Int(sequence[first])]
    if orders.minimum == 1, Int(root) < layout.termCount {
      found[count] = root
      count &+= 1
    }
    let end = min(sequence.count, first &+ orders.maximum)
    guard first &+ 1 < end, sequence[first &+ 1] >= 0 else { return }
    var key = layout.key(UInt64(UInt32(bitPattern: sequence[first])), sequence[first &+ 1])
    var edge = ahead[first]
    if layout.key(of: edge) != key {
      if edge == EdgeLayout.free { return }
      edge = self.edge(of: key)
    }
    var last = first &+ 2
    while edge != EdgeLayout.free {
      let child = layout.child(of: edge)
      if last &- first >= orders.minimum, child < layout.termCount {
        found[count] = Int32(truncatingIfNeeded: child)
        count &+= 1
      }
      guard last < end, sequence[last] >= 0 else { return }
      key = layout.key(layout.wordCount &+ child, sequence[last])
      edge = self.edge(of: key)
      last &+= 1
    }
  }

  /// The edge with a key, or `free` where there is none.
  @inline(never)
  private func edge(of key: UInt64) -> UInt64 {
    let edges = edges.span
    let mask = edges.count - 1
    var slot = EdgeLayout.slot(of: key, mask: mask)
    while edges[slot] != EdgeLayout.free, layout.key(of: edges[slot]) != key { slot = (slot &+ 1) & mask }
    return edges[slot]
  }
}
