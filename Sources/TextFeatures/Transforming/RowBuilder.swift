internal import LinearAlgebra

/// Makes the rows of a sparse block one after another.
struct RowBuilder: Sendable {
  /// A column that is met in a row, and how often; negative where signs alternate.
  private struct Hit {
    let column: Int32
    let count: Int32
  }

  private let weighting: RowWeighting
  private var hits: [Hit] = []
  private var rowOffsets: [Int] = [0]
  private(set) var columns: [Int32] = []
  private(set) var values: [Double] = []

  init(_ weighting: RowWeighting) { self.weighting = weighting }

  /// Adds an entry to the row that `closeRow` will end; columns must ascend.
  @inline(__always)
  mutating func append(column: Int32, count: Int32) {
    columns.append(column)
    values.append(weighting.frequency(Int(count)))
  }

  /// Notes that a column is met; `signed` is the complement of a column whose sign is negative. Any order will do.
  @inline(__always)
  mutating func note(signed: Int32, count: Int32) {
    hits.append(signed < 0 ? Hit(column: ~signed, count: -count) : Hit(column: signed, count: count))
  }

  /// Makes entries of the columns noted, adding up those of the same column: also to zero, as scikit-learn keeps them.
  mutating func appendNoted() {
    sortHits()
    var index = 0
    while index < hits.count {
      let column = hits[index].column
      var count: Int32 = 0
      while index < hits.count, hits[index].column == column {
        count += hits[index].count
        index += 1
      }
      append(column: column, count: count)
    }
    hits.removeAll(keepingCapacity: true)
  }

  /// Makes entries of `found`, the columns met in the row as often as they were met, never falling.
  mutating func append(_ found: Span<Int32>) {
    let count = found.count
    let start = columns.count
    columns.append(addingCapacity: count) { columns in
      for place in 0..<count where place == 0 || found[place] != found[place &- 1] { columns.append(found[place]) }
    }
    let distinct = columns.count - start
    let once = weighting.frequency(1)
    values.append(addingCapacity: distinct) { values in
      guard distinct < count else {
        for _ in 0..<count { values.append(once) }
        return
      }
      var place = 0
      while place < count {
        let first = place
        repeat { place &+= 1 } while place < count && found[place] == found[first]
        values.append(place &- first == 1 ? once : weighting.frequency(place &- first))
      }
    }
  }

  /// Weighs the row and begins the next one.
  mutating func closeRow() {
    weighting.weigh(&values, columns: columns, from: rowOffsets[rowOffsets.count - 1])
    rowOffsets.append(columns.count)
  }

  private mutating func sortHits() {
    guard hits.count <= 48 else {
      hits.sort { $0.column < $1.column }
      return
    }
    for place in 1..<max(1, hits.count) {
      let hit = hits[place]
      var gap = place
      while gap > 0, hits[gap - 1].column > hit.column {
        hits[gap] = hits[gap - 1]
        gap -= 1
      }
      hits[gap] = hit
    }
  }

  /// The rows of all builders, one below the other; they are emptied one by one, so that memory holds rows only once.
  static func join(_ builders: inout [RowBuilder], columnCount: Int) -> SparseMatrix {
    if builders.count == 1 {
      let only = builders[0]
      return SparseMatrix(
        columnCount: columnCount, rowOffsets: only.rowOffsets, columnIndices: only.columns, values: only.values)
    }
    let stored = builders.reduce(0) { $0 + $1.values.count }
    var offsets: [Int] = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    offsets.reserveCapacity(1 + builders.reduce(0) { $0 + $1.rowOffsets.count - 1 })
    columns.reserveCapacity(stored)
    values.reserveCapacity(stored)
    for index in builders.indices {
      let base = values.count
      for offset in builders[index].rowOffsets.dropFirst() { offsets.append(base + offset) }
      columns += builders[index].columns
      values += builders[index].values
      builders[index] = RowBuilder(builders[index].weighting)
    }
    return SparseMatrix(columnCount: columnCount, rowOffsets: offsets, columnIndices: columns, values: values)
  }
}
