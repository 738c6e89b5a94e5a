internal import Reproducibility

/// Finds the different n-grams in a stream of units and numbers them in the order of their texts.
///
/// Positions of the stream are dealt out by the unit that stands there into partitions that fit a processor's cache; in each,
/// positions are sorted by the units that follow, one more at a time, which yields equal n-grams side by side and
/// already in order. There is no hash table of n-grams, and partitions can be sorted by different threads.
struct NgramIndex {
  /// For each node of the tree its parent, or -1; see `NgramTree`.
  private(set) var parents: [Int32] = []
  /// For each node of the tree its last unit.
  private(set) var lastUnits: [Int32] = []
  /// For each position of the stream the node of the longest n-gram that begins there, or -1 where a segment ends.
  private(set) var nodes: [Int32] = []

  /// Indexes n-grams of up to `longest` units; nil where there are more units or nodes than `Int32` can number.
  ///
  /// Complexity: O(units x longest), with memory for three numbers a unit beside the nodes.
  init?(_ stream: UnitStream, longest: Int, on parallelism: Parallelism) {
    guard stream.units.count < Int(Int32.max) - longest else { return nil }
    guard longest > 1 else {
      nodes = stream.units.map { $0 - 1 }
      lastUnits = (0..<stream.vocabulary.count).map { Int32($0) }
      parents = [Int32](repeating: -1, count: lastUnits.count)
      return
    }
    let partitions = UnitPartitions(of: stream.units, unitCount: stream.vocabulary.count)
    var sorted = parallelism.map(count: partitions.count) { index in
      NgramPartition(
        positions: partitions.positions(of: index), beginningWith: partitions.units(of: index), in: stream.units,
        longest: longest)
    }
    let nodeCount = sorted.reduce(0) { $0 + $1.parents.count }
    guard nodeCount < Int(Int32.max) else { return nil }
    parents.reserveCapacity(nodeCount)
    lastUnits.reserveCapacity(nodeCount)
    nodes = [Int32](repeating: -1, count: stream.units.count)
    for index in sorted.indices {
      take(sorted[index], at: partitions.positions(of: index))
      sorted[index] = NgramPartition()
    }
  }

  /// Adds the nodes of the next partition and enters them at its positions.
  private mutating func take(_ partition: NgramPartition, at positions: ArraySlice<Int32>) {
    let base = Int32(parents.count)
    for parent in partition.parents { parents.append(parent < 0 ? -1 : base + parent) }
    lastUnits += partition.lastUnits
    let (positions, deepest) = (positions.span, partition.deepest.span)
    var target = nodes.mutableSpan
    for item in 0..<positions.count { target[Int(positions[item])] = base + deepest[item] }
  }
}

/// The positions of a stream, dealt out by the unit that stands there: consecutive units into one partition while they fit.
private struct UnitPartitions {
  /// The first unit of each partition, and at the end the number of units.
  private var firstUnits: [Int]
  /// Where each partition begins in `positions`, and at the end their number.
  private var starts: [Int]
  /// The positions, ascending within each partition.
  private var positions: [Int32]

  /// About how many positions make a partition.
  private static let targetSize = 1 << 17

  var count: Int { firstUnits.count - 1 }

  /// Deals out the positions of `units` that hold 1 + a unit. Complexity: O(units).
  init(of units: [Int32], unitCount: Int) {
    var counts = [Int](repeating: 0, count: unitCount)
    for unit in units where unit > 0 { counts[Int(unit) - 1] += 1 }
    firstUnits = [0]
    starts = [0]
    var partitionOfUnit = [Int32](repeating: 0, count: unitCount)
    var size = 0
    for unit in 0..<unitCount {
      if size > 0, size + counts[unit] > UnitPartitions.targetSize {
        firstUnits.append(unit)
        starts.append((starts.last ?? 0) + size)
        size = 0
      }
      size += counts[unit]
      partitionOfUnit[unit] = Int32(firstUnits.count - 1)
    }
    firstUnits.append(unitCount)
    starts.append((starts.last ?? 0) + size)
    positions = [Int32](repeating: 0, count: starts.last ?? 0)
    deal(units, by: partitionOfUnit)
  }

  private mutating func deal(_ units: [Int32], by partitionOfUnit: [Int32]) {
    var next = starts
    var places = next.mutableSpan
    var target = positions.mutableSpan
    let (units, partitionOfUnit) = (units.span, partitionOfUnit.span)
    for position in 0..<units.count where units[position] > 0 {
      let partition = Int(partitionOfUnit[Int(units[position]) - 1])
      target[places[partition]] = Int32(position)
      places[partition] += 1
    }
  }

  /// The units that stand at the positions of partition `index`.
  func units(of index: Int) -> Range<Int> { firstUnits[index]..<firstUnits[index + 1] }

  /// The positions of partition `index`, ascending.
  func positions(of index: Int) -> ArraySlice<Int32> { positions[starts[index]..<starts[index + 1]] }
}
