public import Reproducibility

/// How often each of many things occurs in each of many rows: whole numbers, nearly all of them zero and most others one.
///
/// Row i's entries are `columns[k]` for k in `rowOffsets[i] ..< rowOffsets[i + 1]`. The entries counted once come first; the last
/// r = `repeatOffsets[i + 1] - repeatOffsets[i]` entries have the counts `repeats[repeatOffsets[i] ...]`. An entry that is
/// counted once thus takes four bytes, and adding it up neither a load nor a multiplication.
/// `columns` and `repeats` may be kept in a file; see `CountMatrixWriter`.
///
/// Whoever makes the matrix numbers columns by falling frequency, so that what is touched most often stays in a core's cache.
public struct CountMatrix: Sendable, Hashable {
  /// The number of columns.
  public let columnCount: Int
  /// Where each row begins in `columns`, and at the end their number: one more entry than there are rows.
  public let rowOffsets: [Int]
  /// The column of each entry.
  public let columns: EntryStorage<Int32>
  /// Where the counts of each row begin in `repeats`, and at the end their number: one more entry than there are rows.
  public let repeatOffsets: [Int]
  /// The counts of the entries that are not counted once. They may be zero or negative where signs alternate.
  public let repeats: EntryStorage<Int32>

  /// The number of rows.
  public var rowCount: Int { rowOffsets.count - 1 }
  /// The number of entries.
  public var storedCount: Int { columns.count }

  /// A matrix from its parts.
  ///
  /// - Precondition: offsets start at 0, never fall, and end at the number of entries and of repeats; no row has more repeats
  ///   than entries; columns lie below `columnCount` and differ within a row. What concerns single entries is checked in
  ///   debug builds only. Complexity: O(rows).
  public init(columnCount: Int, rowOffsets: [Int], columns: [Int32], repeatOffsets: [Int], repeats: [Int32]) {
    self.init(
      columnCount: columnCount, rowOffsets: rowOffsets, columns: .array(columns), repeatOffsets: repeatOffsets,
      repeats: .array(repeats))
  }

  /// The same from entries kept anywhere.
  init(
    columnCount: Int, rowOffsets: [Int], columns: EntryStorage<Int32>, repeatOffsets: [Int],
    repeats: EntryStorage<Int32>
  ) {
    precondition(
      rowOffsets.first == 0 && rowOffsets.last == columns.count,
      "row offsets run from \(rowOffsets.first ?? -1) to \(rowOffsets.last ?? -1), not from 0 to \(columns.count)")
    precondition(
      repeatOffsets.first == 0 && repeatOffsets.last == repeats.count && repeatOffsets.count == rowOffsets.count,
      "\(repeatOffsets.count) offsets of \(repeats.count) repeats for \(rowOffsets.count) of rows")
    self.columnCount = columnCount
    self.rowOffsets = rowOffsets
    self.columns = columns
    self.repeatOffsets = repeatOffsets
    self.repeats = repeats
    assert(invariantHolds(), "the entries of a row must lie below \(columnCount) and differ")
  }

  /// The entries of a row that are counted once.
  @inline(__always)
  public func ones(ofRow row: Int) -> Range<Int> {
    rowOffsets[row]..<(rowOffsets[row + 1] - (repeatOffsets[row + 1] - repeatOffsets[row]))
  }

  /// The entries of a row that have another count; the first one's stands at `repeatOffsets[row]`.
  @inline(__always)
  public func others(ofRow row: Int) -> Range<Int> {
    (rowOffsets[row + 1] - (repeatOffsets[row + 1] - repeatOffsets[row]))..<rowOffsets[row + 1]
  }

  /// The columns of all entries, and the counts of those that are not counted once, for as long as `body` runs.
  @inline(__always)
  public func withEntries<Result>(
    _ body: (_ columns: Span<Int32>, _ repeats: Span<Int32>) throws -> Result
  ) rethrows -> Result {
    try columns.withSpan { columns in try repeats.withSpan { repeats in try body(columns, repeats) } }
  }

  private func invariantHolds() -> Bool {
    columns.withSpan { columns in
      (0..<rowCount).allSatisfy { invariantHolds(inRow: $0, columns) }
    }
  }

  private func invariantHolds(inRow row: Int, _ columns: Span<Int32>) -> Bool {
    guard rowOffsets[row] <= rowOffsets[row + 1], repeatOffsets[row] <= repeatOffsets[row + 1],
      repeatOffsets[row + 1] - repeatOffsets[row] <= rowOffsets[row + 1] - rowOffsets[row]
    else { return false }
    let entries = (rowOffsets[row]..<rowOffsets[row + 1]).map { columns[$0] }
    return Set(entries).count == entries.count && entries.allSatisfy { $0 >= 0 && $0 < Int32(columnCount) }
  }
}

/// Matrices of counts below one another, made row by row.
public struct CountMatrixBuilder: Sendable {
  private var rowOffsets = [0]
  private var columns: [Int32] = []
  private var repeatOffsets = [0]
  private var repeats: [Int32] = []
  private var open: (columns: [Int32], counts: [Int32]) = ([], [])

  /// A matrix without rows.
  public init() {}

  /// Adds an entry to the row that `closeRow` will end.
  @inline(__always)
  public mutating func append(_ column: Int32, count: Int32) {
    if count == 1 {
      columns.append(column)
    } else {
      open.columns.append(column)
      open.counts.append(count)
    }
  }

  /// Ends a row.
  public mutating func closeRow() {
    if !open.columns.isEmpty {
      columns += open.columns
      repeats += open.counts
      open.columns.removeAll(keepingCapacity: true)
      open.counts.removeAll(keepingCapacity: true)
    }
    rowOffsets.append(columns.count)
    repeatOffsets.append(repeats.count)
  }

  /// Makes room for so many rows and entries in all.
  private mutating func reserve(rows: Int, entries: Int) {
    rowOffsets.reserveCapacity(rows + 1)
    repeatOffsets.reserveCapacity(rows + 1)
    columns.reserveCapacity(entries)
  }

  /// The rows of all builders, one below the other; they are emptied one by one, so that memory holds rows only once.
  public static func join(_ builders: inout [CountMatrixBuilder], columnCount: Int) -> CountMatrix {
    var whole = CountMatrixBuilder()
    whole.reserve(
      rows: builders.reduce(0) { $0 + $1.rowOffsets.count - 1 }, entries: builders.reduce(0) { $0 + $1.columns.count })
    for index in builders.indices {
      let (base, repeatBase) = (whole.columns.count, whole.repeats.count)
      for offset in builders[index].rowOffsets.dropFirst() { whole.rowOffsets.append(base + offset) }
      for offset in builders[index].repeatOffsets.dropFirst() { whole.repeatOffsets.append(repeatBase + offset) }
      whole.columns += builders[index].columns
      whole.repeats += builders[index].repeats
      builders[index] = CountMatrixBuilder()
    }
    return CountMatrix(
      columnCount: columnCount, rowOffsets: whole.rowOffsets, columns: whole.columns,
      repeatOffsets: whole.repeatOffsets, repeats: whole.repeats)
  }
}
