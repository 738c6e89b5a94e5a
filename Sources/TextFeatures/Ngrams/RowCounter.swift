/// Counts the n-grams of one text after another.
///
/// The longest n-grams are sorted; the shorter ones are on the way up from them, equal ones side by side, so that entries come
/// out in the order of their nodes.
struct RowCounter: Sendable {
  private let ranks: [Int32]
  /// The n-gram without the last unit of each, by rank.
  private let parents: [RankedNode]
  /// The number of columns: n-grams of this rank and beyond are not counted.
  private let columnCount: Int
  private let longest: Int

  init(parents nodes: [Int32], columns: StoredColumns, longest: Int) {
    ranks = columns.ranks
    columnCount = columns.count
    self.longest = longest
    var parents = [RankedNode](repeating: .none, count: ranks.count)
    for (node, parent) in nodes.enumerated() where parent >= 0 {
      parents[Int(ranks[node])] = RankedNode(parent, rank: ranks[Int(parent)])
    }
    self.parents = parents
  }

  /// The rows of chunk `number`. Complexity: O(entries), and O(n) more for sorting the units of each text.
  func rows(of chunk: UnitStream.Chunk, number: Int, _ index: NgramIndex) -> CountedRows {
    var finder = NodeFinder(index, chunk: number, ranks: ranks)
    var deepest: [RankedNode] = []
    var above: [RankedNode] = []
    var spare: [RankedNode] = []
    var entries = RowEntries()
    var rows = CountedRows()
    rows.reserve(rows: chunk.rowEnds.count, entries: chunk.units.count * min(2, longest))
    var position = 0
    for end in chunk.rowEnds {
      let positions = position..<Int(end)
      if deepest.count < positions.count {
        deepest = [RankedNode](repeating: .none, count: positions.count + positions.count / 4)
        above = deepest
      }
      let count = finder.gather(chunk.units.span, positions, into: &deepest)
      NodeSort.sort(&deepest, count: count, spare: &spare)
      entries.reserve(min(count * longest, columnCount))
      lookUp(deepest.span, count, &above)
      let (different, ones) = tally(deepest.span, above.span, count, &entries.columns, &entries.counts)
      entries.close(count: different, ones: ones)
      rows.append(entries)
      position = Int(end)
    }
    return rows
  }

  /// Writes the n-grams without the last unit of the first `count` of `deepest` to `above`.
  ///
  /// In a loop of its own, where nothing depends on what is found, a processor waits for many places of memory at once.
  private func lookUp(_ deepest: Span<RankedNode>, _ count: Int, _ above: inout [RankedNode]) {
    var above = above.mutableSpan
    let parents = parents.span
    for place in 0..<count { above[place] = parents[deepest[place].rank] }
  }

  /// Counts the n-grams on the ways up from the first `count` of `deepest`, and returns how many different ones there are and
  /// how many that were met once.
  private func tally(
    _ deepest: Span<RankedNode>, _ above: Span<RankedNode>, _ count: Int, _ columns: inout [Int32],
    _ counts: inout [Int32]
  ) -> (Int, Int) {
    var columns = columns.mutableSpan
    var counts = counts.mutableSpan
    let parents = parents.span
    var way = NgramWay()
    var (entry, ones) = (0, 0)
    for place in 0..<count {
      let shared = way.turn(to: deepest[place], under: above[place], parents: parents)
      for step in 0..<shared where way.entries[step] >= 0 {
        let repeated = Int(way.entries[step])
        if counts[repeated] == 1 { ones &-= 1 }
        counts[repeated] &+= 1
      }
      for step in shared..<way.order {
        let rank = way.nodes[step].rank
        let isCounted = rank < columnCount
        way.entries[step] = isCounted ? Int32(truncatingIfNeeded: entry) : -1
        guard isCounted else { continue }
        columns[entry] = Int32(truncatingIfNeeded: rank)
        counts[entry] = 1
        entry &+= 1
        ones &+= 1
      }
    }
    return (entry, ones)
  }
}

/// The different n-grams of one text, in the order of their nodes.
struct RowEntries {
  /// The column of each, and how often it was met: as long as was ever needed.
  var columns: [Int32] = []
  var counts: [Int32] = []
  /// The number of entries, and of those met once.
  private(set) var count = 0
  private(set) var ones = 0

  /// Makes room for `most` entries.
  mutating func reserve(_ most: Int) {
    guard columns.count < most else { return }
    columns = [Int32](repeating: 0, count: most + most / 4)
    counts = columns
  }

  /// Notes how many entries there are.
  mutating func close(count: Int, ones: Int) {
    self.count = count
    self.ones = ones
  }
}
