internal import Reproducibility

/// In how many of some rows each n-gram is, and how often it is there in all.
enum DocumentFrequency {
  /// The number of rows that hold each node; a row given twice counts twice. Complexity: O(entries + nodes).
  static func documents(
    of counts: CountMatrix, rows: [Int], nodeCount: Int, on parallelism: Parallelism
  ) -> [Int32] {
    sum(rows, nodeCount: nodeCount, on: parallelism) { row, sums in
      let nodes = counts.nodes.span
      var sums = sums.mutableSpan
      for entry in counts.rowOffsets[row]..<counts.rowOffsets[row + 1] { sums[Int(nodes[entry])] += 1 }
    }
  }

  /// How often each node occurs in the rows. Complexity: O(entries + nodes).
  static func occurrences(
    of counts: CountMatrix, rows: [Int], nodeCount: Int, on parallelism: Parallelism
  ) -> [Int] {
    sum(rows, nodeCount: nodeCount, on: parallelism) { row, sums in
      for entry in counts.rowOffsets[row]..<counts.rowOffsets[row + 1] {
        sums[Int(counts.nodes[entry])] += Int(counts.count(at: entry))
      }
    }
  }

  /// The number of rows that hold each hashed column. Complexity: O(entries + columns x threads).
  static func documents(
    of counts: CountMatrix, rows: [Int], signedColumns: [Int32], columnCount: Int, on parallelism: Parallelism
  ) -> [Int32] {
    let cut = pieces(of: rows, on: parallelism)
    let parts = parallelism.map(count: cut.count) { piece in
      var sums = [Int32](repeating: 0, count: columnCount)
      var lastSeen = [Int32](repeating: -1, count: columnCount)
      for (place, row) in rows[cut[piece]].enumerated() {
        for entry in counts.rowOffsets[row]..<counts.rowOffsets[row + 1] {
          let column = Int(FeatureHash.column(signedColumns[Int(counts.nodes[entry])]))
          guard lastSeen[column] != Int32(place) else { continue }
          lastSeen[column] = Int32(place)
          sums[column] += 1
        }
      }
      return sums
    }
    return total(parts, count: columnCount)
  }

  /// A piece a thread: whole numbers add up to the same in any order.
  private static func pieces(of rows: [Int], on parallelism: Parallelism) -> Pieces {
    Pieces(itemCount: rows.count, targetLength: 4096, maximumCount: parallelism.threadCount)
  }

  private static func sum<Count: FixedWidthInteger & Sendable>(
    _ rows: [Int], nodeCount: Int, on parallelism: Parallelism, _ add: @Sendable (Int, inout [Count]) -> Void
  ) -> [Count] {
    let cut = pieces(of: rows, on: parallelism)
    let parts = parallelism.map(count: cut.count) { piece in
      var sums = [Count](repeating: 0, count: nodeCount)
      for row in rows[cut[piece]] { add(row, &sums) }
      return sums
    }
    return total(parts, count: nodeCount)
  }

  private static func total<Count: FixedWidthInteger>(_ parts: [[Count]], count: Int) -> [Count] {
    guard var total = parts.first else { return [Count](repeating: 0, count: count) }
    for part in parts.dropFirst() {
      for index in total.indices { total[index] += part[index] }
    }
    return total
  }
}
