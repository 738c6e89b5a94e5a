/// The n-grams that begin with some consecutive units, as a part of the tree of all.
struct NgramPartition: Sendable {
  /// For each node its parent within this part, or -1.
  private(set) var parents: [Int32] = []
  /// For each node its last unit.
  private(set) var lastUnits: [Int32] = []
  /// For each position given the node of the longest n-gram that begins there.
  private(set) var deepest: [Int32] = []

  /// No n-grams.
  init() {}

  /// Finds the n-grams of up to `longest` units at `positions` of `stream`.
  ///
  /// - Parameters:
  ///   - positions: ascending; `stream` holds 1 + a unit of `first` at each.
  ///   - stream: 1 + the unit at each position, 0 where a segment ends.
  /// Complexity: O(positions x longest).
  init(positions: ArraySlice<Int32>, beginningWith first: Range<Int>, in stream: [Int32], longest: Int) {
    var levels = NgramLevels(units: first)
    var items = NgramItems(count: positions.count)
    let (positions, stream) = (positions.span, stream.span)
    for item in 0..<positions.count { items.node[item] = stream[Int(positions[item])] - 1 - Int32(first.lowerBound) }
    for order in 2...max(2, longest) {
      items.keys.removeAll(keepingCapacity: true)
      items.numbers.removeAll(keepingCapacity: true)
      for item in 0..<positions.count where Int(items.level[item]) == order - 2 {
        let next = Int(positions[item]) + order - 1
        guard next < stream.count, stream[next] > 0 else { continue }
        items.keys.append(UInt64(UInt32(items.node[item])) << 32 | UInt64(UInt32(stream[next] - 1)))
        items.numbers.append(Int32(item))
      }
      guard !items.keys.isEmpty else { break }
      RadixSort.sort(&items.keys, carrying: &items.numbers)
      levels.addLevel(&items)
    }
    (parents, lastUnits) = levels.numbered()
    deepest = levels.places(of: items)
  }
}

/// What is known of the positions of a partition while their n-grams grow.
private struct NgramItems {
  /// The level (order less one) of the longest n-gram found at each position, and its node within the level.
  var level: [UInt8]
  var node: [Int32]
  /// For the positions that can grow: node and next unit as one number, and which position it is.
  var keys: [UInt64] = []
  var numbers: [Int32] = []

  init(count: Int) {
    level = [UInt8](repeating: 0, count: count)
    node = [Int32](repeating: 0, count: count)
    keys.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }
}

/// The nodes of a partition by their order: in each level sorted by parent and last unit.
private struct NgramLevels {
  private struct Level {
    var parents: [Int32] = []
    var lastUnits: [Int32] = []
    /// For each node its place in the order of texts: filled by `numbered`.
    var places: [Int32] = []
  }

  private var levels: [Level]

  init(units: Range<Int>) {
    levels = [Level(parents: [Int32](repeating: -1, count: units.count), lastUnits: units.map { Int32($0) })]
  }

  /// Adds the level of the sorted keys, and moves their positions to it.
  mutating func addLevel(_ items: inout NgramItems) {
    var level = Level()
    var previous: UInt64 = .max
    let order = UInt8(levels.count)
    for (key, item) in zip(items.keys, items.numbers) {
      if key != previous {
        level.parents.append(Int32(truncatingIfNeeded: key >> 32))
        level.lastUnits.append(Int32(truncatingIfNeeded: key & 0xFFFF_FFFF))
        previous = key
      }
      items.node[Int(item)] = Int32(level.parents.count - 1)
      items.level[Int(item)] = order
    }
    levels.append(level)
  }

  /// Numbers all nodes so that each comes before its children and they before its next sibling.
  mutating func numbered() -> (parents: [Int32], lastUnits: [Int32]) {
    var sizes = levels.map { [Int32](repeating: 1, count: $0.parents.count) }
    for order in levels.indices.dropFirst().reversed() {
      for (node, parent) in levels[order].parents.enumerated() { sizes[order - 1][Int(parent)] += sizes[order][node] }
    }
    let count = levels.reduce(0) { $0 + $1.parents.count }
    var parents = [Int32](repeating: -1, count: count)
    var lastUnits = [Int32](repeating: 0, count: count)
    for order in levels.indices {
      var next: Int32 = 0
      var previousParent: Int32 = -1
      var places: [Int32] = []
      places.reserveCapacity(sizes[order].count)
      for (node, parent) in levels[order].parents.enumerated() {
        if parent != previousParent {
          next = levels[order - 1].places[Int(parent)] + 1
          previousParent = parent
        }
        places.append(next)
        if parent >= 0 { parents[Int(next)] = levels[order - 1].places[Int(parent)] }
        lastUnits[Int(next)] = levels[order].lastUnits[node]
        next += sizes[order][node]
      }
      levels[order].places = places
    }
    return (parents, lastUnits)
  }

  /// The numbers of the positions' longest n-grams.
  func places(of items: NgramItems) -> [Int32] {
    zip(items.level, items.node).map { levels[Int($0)].places[Int($1)] }
  }
}
