/// In which column of the matrix of counts each n-gram of a tree is kept.
///
/// Columns are numbered by falling number of occurrences in the corpus, equally frequent ones in the order of their texts, so
/// that what is touched most often lies together.
struct StoredColumns: Sendable {
  /// The rank of each node: its column, or a number beyond for those that are in the tree but are not counted.
  let ranks: [Int32]
  /// The number of columns.
  let count: Int

  /// The column of each node, or -1.
  var columns: [Int32] { ranks.map { $0 < Int32(count) ? $0 : -1 } }

  /// Complexity: O(nodes).
  init(occurrences: [Int32], counted: [Bool]) {
    let most = occurrences.max() ?? 0
    let nodeBits = occurrences.count.bitsNeeded
    var records: [UInt64] = []
    records.reserveCapacity(occurrences.count)
    for node in occurrences.indices where counted[node] {
      records.append(UInt64(most - occurrences[node]) << UInt64(nodeBits) | UInt64(node))
    }
    count = records.count
    var spare = records
    RadixSort.sort(&records, by: nodeBits..<(nodeBits + Int(most).bitsNeeded), spare: &spare)
    var ranks = [Int32](repeating: -1, count: occurrences.count)
    for (rank, record) in records.enumerated() { ranks[Int(record & (1 << UInt64(nodeBits) - 1))] = Int32(rank) }
    var next = Int32(count)
    for node in ranks.indices where ranks[node] < 0 {
      ranks[node] = next
      next += 1
    }
    self.ranks = ranks
  }
}
