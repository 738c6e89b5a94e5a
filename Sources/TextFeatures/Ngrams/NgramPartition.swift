/// The n-grams that begin with some consecutive units, as a part of the tree of all.
struct NgramPartition: Sendable {
  /// The nodes, numbered within this part.
  private(set) var nodes = NgramNodes()
  /// For each item of the partition, chunk after chunk, the node of the longest kept n-gram that begins there, or -1.
  private(set) var deepest: [Int32] = []

  /// Finds the n-grams of up to `longest` units of partition `index` that occur at least `least` times.
  ///
  /// Complexity: O(positions x longest).
  init(
    _ index: Int, of plan: PartitionPlan, _ directories: [UnitDirectory], _ stream: UnitStream, longest: Int, least: Int
  ) {
    let places = directories.indices.map { plan.places(ofChunk: $0, in: index) }
    let count = zip(directories, places).reduce(0) { $0 + $1.0.items(at: $1.1).count }
    guard count > 0 else { return }
    var levels = NgramLevels(units: plan.units(of: index), counts: plan.counts, least: least)
    var grower = NgramGrower(itemCount: count, unitCount: stream.vocabulary.count)
    for (directory, places) in zip(directories, places) { grower.add(directory, places, levels) }
    levels.beginLevel()
    levels.add(&grower, grownFrom: levels.lastNodes, least: least)
    for order in 3..<max(3, longest + 1) {
      levels.beginLevel()
      for batch in levels.batches(of: grower.mostNodes) {
        var first = 0
        for (chunk, places) in places.enumerated() {
          let items = directories[chunk].items(at: places)
          grower.grow(
            from: first, directories[chunk].positions[items], in: stream.chunks[chunk], order: order, nodes: batch)
          first += items.count
        }
        levels.add(&grower, grownFrom: batch, least: least)
      }
    }
    deepest = grower.nodes
    nodes = levels.numbered(&deepest)
  }
}

/// The positions of a partition while their n-grams grow.
struct NgramGrower {
  /// The longest kept n-gram found at each item, as `NgramLevels` numbers it, or -1.
  var nodes: [Int32] = []
  /// For the items that can grow, from the highest bits down: the n-gram so far, the unit that follows it, and the item.
  var records: [UInt64] = []
  /// As long as `records`.
  var spare: [UInt64] = []
  /// How many bits of a record name the item and the unit.
  let itemBits: Int
  let unitBits: Int

  /// How many n-grams a record can tell apart: nearly always more than there are.
  var mostNodes: Int { 1 << min(31, 64 - itemBits - unitBits) }

  /// - Precondition: the numbers of items and units take 62 bits at most.
  init(itemCount: Int, unitCount: Int) {
    nodes.reserveCapacity(itemCount)
    records.reserveCapacity(itemCount)
    itemBits = itemCount.bitsNeeded
    unitBits = unitCount.bitsNeeded
  }

  /// Adds the items of the units at `places` of a chunk, which grow by the unit that follows.
  mutating func add(_ directory: UnitDirectory, _ places: Range<Int>, _ levels: NgramLevels) {
    let items = directory.items.span
    for place in places {
      let node = levels.node(ofUnit: directory.units[place])
      let range = directory.items(at: place..<(place + 1))
      let first = nodes.count
      nodes.append(contentsOf: repeatElement(node, count: range.count))
      guard node >= 0 else { continue }
      let head = UInt64(node) << UInt64(unitBits + itemBits)
      let kept = records.count
      records.append(contentsOf: repeatElement(0, count: range.count))
      let count = NgramGrower.write(items.extracting(range), head, first, itemBits, to: &records, from: kept)
      records.removeLast(range.count - count)
    }
  }

  /// Writes the records of items that another unit follows, and returns how many there are.
  private static func write(
    _ items: Span<Int32>, _ head: UInt64, _ first: Int, _ itemBits: Int, to records: inout [UInt64], from start: Int
  ) -> Int {
    var records = records.mutableSpan
    var count = 0
    for item in 0..<items.count {
      let next = items[item]
      records[start &+ count] =
        head | UInt64(truncatingIfNeeded: next &- 1) &<< UInt64(itemBits) | UInt64(truncatingIfNeeded: first &+ item)
      if next > 0 { count &+= 1 }
    }
    return count
  }

  /// Notes which of the items from `first` on grow to n-grams of `order` units.
  ///
  /// - Parameters:
  ///   - positions: where in `chunk` the items are.
  ///   - last: the numbers of n-grams of one unit less.
  mutating func grow(
    from first: Int, _ positions: ArraySlice<Int32>, in chunk: UnitStream.Chunk, order: Int, nodes last: Range<Int32>
  ) {
    let (units, positions) = (chunk.units.span, positions.span)
    for item in 0..<positions.count {
      let node = nodes[first + item]
      let next = Int(positions[item]) + order - 1
      guard last.contains(node), next < units.count, units[next] > 0 else { continue }
      let head = UInt64(node - last.lowerBound) << UInt64(unitBits + itemBits)
      records.append(head | UInt64(units[next] - 1) << UInt64(itemBits) | UInt64(first + item))
    }
  }

  /// The records, which begin anew.
  mutating func takeRecords() -> [UInt64] {
    var taken: [UInt64] = []
    swap(&taken, &records)
    return taken
  }

  /// Sorts the records by n-gram.
  mutating func sort(nodeCount: Int) {
    if spare.count < records.count { spare = records } else { spare.removeLast(spare.count - records.count) }
    RadixSort.sort(&records, by: itemBits..<(itemBits + unitBits + nodeCount.bitsNeeded), spare: &spare)
  }
}
