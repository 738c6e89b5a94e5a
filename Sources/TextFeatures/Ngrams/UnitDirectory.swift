/// The positions of a chunk by the unit that stands there: what partitions of n-grams take their positions from.
struct UnitDirectory: Sendable {
  /// The different units of the chunk, ascending.
  private(set) var units: [Int32] = []
  /// Where each unit's items begin, and at the end their number.
  private(set) var starts: [Int32] = []
  /// For each position, by units and then ascending: 1 + the unit that follows, or 0 at the end of a segment. The partitions
  /// put in its place the node of the longest kept n-gram that begins there, or -1.
  var items: [Int32] = []
  /// The positions, in the same order; only where n-grams of three and more units are asked for.
  private(set) var positions: [Int32] = []

  /// A directory of no positions.
  init() {}

  /// Sorts the positions of `chunk`. Complexity: O(positions + units of the vocabulary).
  init(_ chunk: UnitStream.Chunk, unitCount: Int, withPositions: Bool) {
    var places = UnitDirectory.countUnits(of: chunk, unitCount: unitCount)
    var next: Int32 = 0
    for unit in 0..<unitCount where places[unit] > 0 {
      units.append(Int32(unit))
      starts.append(next)
      (places[unit], next) = (next, next + places[unit])
    }
    starts.append(next)
    items = [Int32](repeating: 0, count: Int(next))
    if withPositions {
      positions = items
      UnitDirectory.deal(chunk.units.span, &places, &positions) { position in Int32(position) }
      for (unit, start) in zip(units, starts) { places[Int(unit)] = start }
    }
    let source = chunk.units.span
    UnitDirectory.deal(source, &places, &items) { $0 + 1 < source.count ? source[$0 + 1] : 0 }
  }

  /// Writes something of each position to the place of its item.
  @inline(__always)
  private static func deal(
    _ units: Span<Int32>, _ places: inout [Int32], _ target: inout [Int32], _ value: (Int) -> Int32
  ) {
    var cursors = places.mutableSpan
    var target = target.mutableSpan
    for position in 0..<units.count where units[position] > 0 {
      let unit = Int(units[position]) - 1
      target[Int(cursors[unit])] = value(position)
      cursors[unit] &+= 1
    }
  }

  private static func countUnits(of chunk: UnitStream.Chunk, unitCount: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: unitCount)
    var target = counts.mutableSpan
    let source = chunk.units.span
    for position in 0..<source.count where source[position] > 0 { target[Int(source[position]) - 1] += 1 }
    return counts
  }

  /// Where the first unit from `unit` on stands in `units`. Complexity: O(log units).
  func place(of unit: Int) -> Int {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(units[middle]) < unit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The items of the units at `places`.
  func items(at places: Range<Int>) -> Range<Int> { Int(starts[places.lowerBound])..<Int(starts[places.upperBound]) }

  /// Puts `nodes` in the place of the items from `start` on.
  mutating func replaceItems(from start: Int, with nodes: ArraySlice<Int32>, base: Int32) {
    var target = items.mutableSpan
    let nodes = nodes.span
    for item in 0..<nodes.count { target[start + item] = nodes[item] < 0 ? -1 : base + nodes[item] }
  }

  /// For each unit of the vocabulary where its items begin; of no meaning for units that the chunk does not hold.
  func cursors(unitCount: Int) -> [Int32] {
    var cursors = [Int32](repeating: 0, count: unitCount)
    for (unit, start) in zip(units, starts) { cursors[Int(unit)] = start }
    return cursors
  }
}
