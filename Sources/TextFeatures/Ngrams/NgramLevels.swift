/// Nodes of a tree of n-grams.
struct NgramNodes: Sendable {
  /// For each node its parent, or -1.
  var parents: [Int32] = []
  /// For each node its last unit.
  var lastUnits: [Int32] = []
  /// How often each occurs.
  var occurrences: [Int32] = []
}

/// The nodes of a partition by their order: in each level sorted by parent and last unit, levels one after the other.
struct NgramLevels {
  private var nodes = NgramNodes()
  /// Where each level begins, and at the end the number of nodes.
  private var starts: [Int] = [0]
  /// The units of the partition, and the node of each or -1.
  private let units: Range<Int>
  private var unitNodes: [Int32]

  /// The first level: the units that occur at least `least` times.
  init(units: Range<Int>, counts: [Int32], least: Int) {
    self.units = units
    unitNodes = [Int32](repeating: -1, count: units.count)
    for unit in units where counts[unit] > 0 && Int(counts[unit]) >= least {
      unitNodes[unit - units.lowerBound] = Int32(nodes.parents.count)
      append(parent: -1, lastUnit: Int32(unit), occurrences: counts[unit])
    }
  }

  /// The node of a unit of the partition, or -1.
  @inline(__always)
  func node(ofUnit unit: Int32) -> Int32 { unitNodes[Int(unit) - units.lowerBound] }

  /// The nodes of the level before the one that was begun.
  var lastNodes: Range<Int32> { Int32(starts[starts.count - 2])..<Int32(starts[starts.count - 1]) }

  /// The nodes of the level before the one that was begun, in ranges of at most `most`.
  func batches(of most: Int) -> [Range<Int32>] {
    stride(from: Int(lastNodes.lowerBound), to: Int(lastNodes.upperBound), by: most).map {
      Int32($0)..<Int32(min(Int(lastNodes.upperBound), $0 + most))
    }
  }

  /// Begins a level of n-grams of one more unit.
  mutating func beginLevel() { starts.append(nodes.parents.count) }

  private mutating func append(parent: Int32, lastUnit: Int32, occurrences: Int32) {
    nodes.parents.append(parent)
    nodes.lastUnits.append(lastUnit)
    nodes.occurrences.append(occurrences)
  }

  /// Adds to the level the n-grams that the records hold at least `least` times, moves their items to them, and takes the
  /// records away.
  ///
  /// - Parameter parents: the n-grams of one unit less that the records were made for.
  mutating func add(_ grower: inout NgramGrower, grownFrom parents: Range<Int32>, least: Int) {
    grower.sort(nodeCount: parents.count)
    let (itemBits, unitBits) = (UInt64(grower.itemBits), UInt64(grower.unitBits))
    let sorted = grower.takeRecords()
    let records = sorted.span
    var items = grower.nodes.mutableSpan
    var start = 0
    while start < records.count {
      let ngram = records[start] >> itemBits
      var end = start + 1
      while end < records.count, records[end] >> itemBits == ngram { end += 1 }
      if end - start >= least {
        let node = Int32(nodes.parents.count)
        append(
          parent: parents.lowerBound + Int32(truncatingIfNeeded: ngram >> unitBits),
          lastUnit: Int32(truncatingIfNeeded: ngram & (1 << unitBits - 1)), occurrences: Int32(end - start))
        for record in start..<end { items[Int(truncatingIfNeeded: records[record] & (1 << itemBits - 1))] = node }
      }
      start = end
    }
  }

  /// All nodes, numbered so that each comes before its children and they before its next sibling.
  ///
  /// - Parameter items: nodes as this numbers them, or -1, to be renumbered.
  func numbered(_ items: inout [Int32]) -> NgramNodes {
    let places = self.places()
    var result = nodes
    for (node, place) in places.enumerated() {
      let parent = nodes.parents[node]
      result.parents[Int(place)] = parent < 0 ? -1 : places[Int(parent)]
      result.lastUnits[Int(place)] = nodes.lastUnits[node]
      result.occurrences[Int(place)] = nodes.occurrences[node]
    }
    let numbers = places.span
    var target = items.mutableSpan
    for item in 0..<target.count where target[item] >= 0 { target[item] = numbers[Int(target[item])] }
    return result
  }

  /// The place of each node in the order of texts.
  private func places() -> [Int32] {
    let parents = nodes.parents
    var sizes = [Int32](repeating: 1, count: parents.count)
    for node in parents.indices.reversed() where parents[node] >= 0 { sizes[Int(parents[node])] += sizes[node] }
    // A parent stands in an earlier level, and siblings side by side: each node's place is behind its last sibling's.
    var next: [Int32] = []
    next.reserveCapacity(parents.count)
    var places: [Int32] = []
    places.reserveCapacity(parents.count)
    var nextRoot: Int32 = 0
    for node in parents.indices {
      let place: Int32
      if parents[node] < 0 {
        place = nextRoot
        nextRoot += sizes[node]
      } else {
        let parent = Int(parents[node])
        place = next[parent]
        next[parent] += sizes[node]
      }
      places.append(place)
      next.append(place + 1)
    }
    return places
  }
}
