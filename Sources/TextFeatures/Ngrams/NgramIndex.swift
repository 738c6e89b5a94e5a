internal import Reproducibility

/// Finds the different n-grams in a stream of units and numbers them in the order of their texts.
///
/// Positions are dealt out by the unit that stands there into partitions that fit a processor's cache; in each, positions are
/// sorted by the units that follow, one more at a time, which yields equal n-grams side by side and already in order. There
/// is no hash table of n-grams, and partitions can be sorted by different threads.
struct NgramIndex {
  /// For each node of the tree its parent, or -1; see `NgramTree`.
  private(set) var parents: [Int32] = []
  /// For each node of the tree its last unit.
  private(set) var lastUnits: [Int32] = []
  /// How often each node occurs in the texts.
  private(set) var occurrences: [Int32] = []
  /// For each chunk the longest kept n-grams that begin at its positions; none where single units are all that is asked for.
  private(set) var directories: [UnitDirectory] = []
  /// The node of each single unit, or -1.
  private(set) var unitNodes: [Int32] = []

  /// Indexes n-grams of up to `longest` units that occur at least `least` times; nil where there are more units or nodes
  /// than `Int32` can number.
  ///
  /// Complexity: O(units x longest), with memory for one number a unit, and for two where n-grams are longer than two.
  init?(_ stream: UnitStream, longest: Int, least: Int, on parallelism: Parallelism) {
    let unitCount = stream.vocabulary.count
    guard stream.unitCount < Int(Int32.max), unitCount < 1 << 30 else { return nil }
    guard longest > 1 else {
      takeUnits(of: stream, least: least)
      return
    }
    parallelism.inWindows(of: stream.chunks.count) { window in
      directories += parallelism.map(count: window.count) {
        UnitDirectory(stream.chunks[window.lowerBound + $0], unitCount: unitCount, withPositions: longest > 2)
      }
    }
    let plan = PartitionPlan(directories, unitCount: unitCount)
    unitNodes = [Int32](repeating: -1, count: unitCount)
    var isTooLarge = false
    parallelism.inWindows(of: plan.count) { window in
      let found = parallelism.map(count: window.count) { [directories] index in
        NgramPartition(
          window.lowerBound + index, of: plan, directories, stream, longest: longest, least: least)
      }
      for (index, partition) in zip(window, found) where !isTooLarge {
        isTooLarge = parents.count + partition.nodes.parents.count >= Int(Int32.max)
        if !isTooLarge { take(partition, plan, index) }
      }
    }
    if isTooLarge { return nil }
  }

  /// Adds the nodes of the next partition and enters them at its positions.
  private mutating func take(_ partition: NgramPartition, _ plan: PartitionPlan, _ index: Int) {
    let base = Int32(parents.count)
    for (node, parent) in partition.nodes.parents.enumerated() {
      if parent < 0 { unitNodes[Int(partition.nodes.lastUnits[node])] = base + Int32(node) }
      parents.append(parent < 0 ? -1 : base + parent)
    }
    lastUnits += partition.nodes.lastUnits
    occurrences += partition.nodes.occurrences
    var first = 0
    for chunk in directories.indices {
      let range = directories[chunk].items(at: plan.places(ofChunk: chunk, in: index))
      directories[chunk].replaceItems(
        from: range.lowerBound, with: partition.deepest[first..<(first + range.count)], base: base)
      first += range.count
    }
  }

  /// Gives up what is kept of a chunk's positions.
  mutating func dropDirectory(_ chunk: Int) {
    if !directories.isEmpty { directories[chunk] = UnitDirectory() }
  }

  /// Makes a node of each unit that occurs often enough.
  private mutating func takeUnits(of stream: UnitStream, least: Int) {
    var counts = [Int32](repeating: 0, count: stream.vocabulary.count)
    var sums = counts.mutableSpan
    for chunk in stream.chunks {
      let units = chunk.units.span
      for position in 0..<units.count where units[position] > 0 { sums[Int(units[position]) - 1] += 1 }
    }
    unitNodes = [Int32](repeating: -1, count: counts.count)
    for unit in counts.indices where Int(counts[unit]) >= least {
      unitNodes[unit] = Int32(parents.count)
      parents.append(-1)
      lastUnits.append(Int32(unit))
      occurrences.append(counts[unit])
    }
  }
}

/// Which units' positions make a partition: consecutive units, while they fit.
struct PartitionPlan: Sendable {
  /// The first unit of each partition, and at the end the number of units.
  private var firstUnits: [Int] = [0]
  /// For each chunk where each partition begins in its directory, and at the end the number of its units.
  private var places: [[Int]] = []
  /// How often each unit occurs.
  let counts: [Int32]

  /// About how many positions make a partition: their records fit a core's cache.
  private static let targetSize = 1 << 16

  /// The number of partitions.
  var count: Int { firstUnits.count - 1 }

  /// Complexity: O(units of all directories).
  init(_ directories: [UnitDirectory], unitCount: Int) {
    var counts = [Int32](repeating: 0, count: unitCount)
    for directory in directories {
      for (place, unit) in directory.units.enumerated() {
        counts[Int(unit)] += directory.starts[place + 1] - directory.starts[place]
      }
    }
    self.counts = counts
    var size = 0
    for unit in 0..<unitCount {
      if size > 0, size + Int(counts[unit]) > PartitionPlan.targetSize {
        firstUnits.append(unit)
        size = 0
      }
      size += Int(counts[unit])
    }
    firstUnits.append(unitCount)
    let firstUnits = firstUnits
    places = directories.map { directory in firstUnits.map { directory.place(of: $0) } }
  }

  /// The units of partition `index`.
  func units(of index: Int) -> Range<Int> { firstUnits[index]..<firstUnits[index + 1] }

  /// Where the units of partition `index` stand in a chunk's directory.
  func places(ofChunk chunk: Int, in index: Int) -> Range<Int> { places[chunk][index]..<places[chunk][index + 1] }
}
