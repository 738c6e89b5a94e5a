internal import LinearAlgebra
internal import Reproducibility

/// Counts of n-grams brought to hashed columns, where several n-grams may meet.
enum HashedCounts {
  /// The number of rows that hold each hashed column. Complexity: O(entries + columns x threads).
  static func documents(
    of counts: CountMatrix, rows: [Int], signedColumns: [Int32], columnCount: Int, on parallelism: Parallelism
  ) -> [Int32] {
    let cut = Pieces(itemCount: rows.count, targetLength: 4096, maximumCount: parallelism.threadCount)
    let parts = parallelism.map(count: cut.count) { piece in
      var sums = [Int32](repeating: 0, count: columnCount)
      var lastSeen = [Int32](repeating: -1, count: columnCount)
      counts.columns.withSpan { columns in
        for (place, row) in rows[cut[piece]].enumerated() {
          for entry in counts.rowOffsets[row]..<counts.rowOffsets[row + 1] {
            let column = Int(FeatureHash.column(signedColumns[Int(columns[entry])]))
            guard lastSeen[column] != Int32(place) else { continue }
            lastSeen[column] = Int32(place)
            sums[column] += 1
          }
        }
      }
      return sums
    }
    guard var total = parts.first else { return [Int32](repeating: 0, count: columnCount) }
    for part in parts.dropFirst() {
      for index in total.indices { total[index] += part[index] }
    }
    return total
  }

  /// The rows given, by hashed columns in ascending order; counts that cancel out are kept as zeros, as scikit-learn does.
  ///
  /// Complexity: O(n log n) in the entries of each row.
  static func matrix(
    of counts: CountMatrix, rows: [Int], signedColumns: [Int32], columnCount: Int, on parallelism: Parallelism
  ) -> CountMatrix {
    let cut = Pieces(itemCount: rows.count, targetLength: 1 << 13, maximumCount: 64)
    var builders = parallelism.map(count: cut.count) { piece in
      var builder = CountMatrixBuilder()
      var met: [Met] = []
      counts.withEntries { columns, repeats in
        for row in rows[cut[piece]] {
          met.removeAll(keepingCapacity: true)
          for entry in counts.ones(ofRow: row) { met.append(Met(signedColumns[Int(columns[entry])], count: 1)) }
          var place = counts.repeatOffsets[row]
          for entry in counts.others(ofRow: row) {
            met.append(Met(signedColumns[Int(columns[entry])], count: repeats[place]))
            place += 1
          }
          met.sort { $0.column < $1.column }
          append(met, to: &builder)
        }
      }
      return builder
    }
    return CountMatrixBuilder.join(&builders, columnCount: columnCount)
  }

  /// A column that is met in a row, and how often; negative where signs alternate.
  private struct Met {
    let column: Int32
    let count: Int32

    init(_ signed: Int32, count: Int32) {
      column = FeatureHash.column(signed)
      self.count = signed < 0 ? -count : count
    }
  }

  private static func append(_ met: [Met], to builder: inout CountMatrixBuilder) {
    var index = 0
    while index < met.count {
      let column = met[index].column
      var count: Int32 = 0
      while index < met.count, met[index].column == column {
        count += met[index].count
        index += 1
      }
      builder.append(column, count: count)
    }
    builder.closeRow()
  }
}
