internal import LinearAlgebra
internal import Reproducibility

/// In how many of some rows each column is, and how often it is counted there in all.
enum DocumentFrequency {
  /// The number of rows that hold each column; a row given twice counts twice. Complexity: O(entries + columns x threads).
  static func documents(of counts: CountMatrix, rows: [Int], on parallelism: Parallelism) -> [Int32] {
    sum(rows, columnCount: counts.columnCount, on: parallelism) { rows, sums in
      counts.columns.withSpan { columns in
        let offsets = counts.rowOffsets.span
        var sums = sums.mutableSpan
        for row in rows {
          for entry in offsets[row]..<offsets[row + 1] { sums[Int(columns[entry])] += 1 }
        }
      }
    }
  }

  /// How often each column is counted in the rows. Complexity: O(entries + columns x threads).
  static func occurrences(of counts: CountMatrix, rows: [Int], on parallelism: Parallelism) -> [Int] {
    sum(rows, columnCount: counts.columnCount, on: parallelism) { rows, sums in
      counts.withEntries { columns, repeats in
        for row in rows {
          for entry in counts.ones(ofRow: row) { sums[Int(columns[entry])] += 1 }
          var place = counts.repeatOffsets[row]
          for entry in counts.others(ofRow: row) {
            sums[Int(columns[entry])] += Int(repeats[place])
            place += 1
          }
        }
      }
    }
  }

  /// A piece a thread: whole numbers add up to the same in any order.
  private static func sum<Count: FixedWidthInteger & Sendable>(
    _ rows: [Int], columnCount: Int, on parallelism: Parallelism,
    _ add: @Sendable (ArraySlice<Int>, inout [Count]) -> Void
  ) -> [Count] {
    let cut = Pieces(itemCount: rows.count, targetLength: 4096, maximumCount: parallelism.threadCount)
    let parts = parallelism.map(count: cut.count) { piece in
      var sums = [Count](repeating: 0, count: columnCount)
      add(rows[cut[piece]], &sums)
      return sums
    }
    guard var total = parts.first else { return [Count](repeating: 0, count: columnCount) }
    for part in parts.dropFirst() {
      for index in total.indices { total[index] += part[index] }
    }
    return total
  }
}
