/// How often each n-gram is in each text: compressed sparse rows with a byte a count.
struct CountMatrix: Sendable {
  /// Where each row begins, and at the end the number of entries.
  private(set) var rowOffsets: [Int] = [0]
  /// The node of each entry, ascending within its row.
  private(set) var nodes: [Int32] = []
  /// Each entry's count; 255 stands for one that `largeCounts` holds.
  private(set) var smallCounts: [UInt8] = []
  /// The entries whose count is 255 or more, ascending, and their counts.
  private var largeEntries: [Int] = []
  private var largeCounts: [Int32] = []

  /// The number of rows.
  var rowCount: Int { rowOffsets.count - 1 }

  /// The number of entries of a row.
  func entryCount(ofRow row: Int) -> Int { rowOffsets[row + 1] - rowOffsets[row] }

  /// The count of entry `entry`. Complexity: O(1), or O(log) for counts of 255 and more.
  @inline(__always)
  func count(at entry: Int) -> Int32 {
    let small = smallCounts[entry]
    return small < 255 ? Int32(small) : largeCount(at: entry)
  }

  @inline(never)
  private func largeCount(at entry: Int) -> Int32 {
    var (low, high) = (0, largeEntries.count)
    while low < high {
      let middle = (low + high) / 2
      if largeEntries[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return largeCounts[low]
  }

  /// Adds an entry to the row that `closeRow` will end.
  mutating func append(_ node: Int32, count: Int32) {
    if count >= 255 {
      largeEntries.append(nodes.count)
      largeCounts.append(count)
    }
    nodes.append(node)
    smallCounts.append(UInt8(min(count, 255)))
  }

  /// Ends a row.
  mutating func closeRow() { rowOffsets.append(nodes.count) }

  private mutating func append(_ piece: CountMatrix) {
    let base = nodes.count
    for offset in piece.rowOffsets.dropFirst() { rowOffsets.append(base + offset) }
    nodes += piece.nodes
    smallCounts += piece.smallCounts
    for entry in piece.largeEntries { largeEntries.append(base + entry) }
    largeCounts += piece.largeCounts
  }

  /// Puts matrices one below the other, emptying them one by one so that memory holds them only once.
  init(joining pieces: inout [CountMatrix]) {
    let entries = pieces.reduce(0) { $0 + $1.nodes.count }
    rowOffsets.reserveCapacity(1 + pieces.reduce(0) { $0 + $1.rowCount })
    nodes.reserveCapacity(entries)
    smallCounts.reserveCapacity(entries)
    for piece in pieces.indices {
      append(pieces[piece])
      pieces[piece] = CountMatrix()
    }
  }

  /// A matrix without rows.
  init() {}
}
