internal import LinearAlgebra
internal import Reproducibility

/// Rows of counts one after another, as `CountMatrix` keeps them.
struct CountedRows: Sendable {
  /// Where each row begins in `columns`, and at the end their number; the same for `repeats`.
  private(set) var rowOffsets: [Int] = [0]
  private(set) var repeatOffsets: [Int] = [0]
  /// The column of each entry, in each row those that are counted once first.
  private(set) var columns: [Int32] = []
  /// The counts of the others.
  private(set) var repeats: [Int32] = []

  /// Makes room for so many rows and entries in all.
  mutating func reserve(rows: Int, entries: Int) {
    rowOffsets.reserveCapacity(rows + 1)
    repeatOffsets.reserveCapacity(rows + 1)
    columns.reserveCapacity(entries)
  }

  /// Adds a row.
  mutating func append(_ entries: RowEntries) {
    let (start, repeatStart) = (columns.count, repeats.count)
    columns.append(contentsOf: repeatElement(0, count: entries.count))
    repeats.append(contentsOf: repeatElement(0, count: entries.count - entries.ones))
    CountedRows.write(entries, to: &columns, from: start, &repeats, from: repeatStart)
    rowOffsets.append(columns.count)
    repeatOffsets.append(repeats.count)
  }

  private static func write(
    _ entries: RowEntries, to columns: inout [Int32], from start: Int, _ repeats: inout [Int32],
    from repeatStart: Int
  ) {
    let (source, counts) = (entries.columns.span, entries.counts.span)
    var columns = columns.mutableSpan
    var repeats = repeats.mutableSpan
    var (one, other, repeated) = (start, start + entries.ones, repeatStart)
    for entry in 0..<entries.count {
      if counts[entry] == 1 {
        columns[one] = source[entry]
        one &+= 1
      } else {
        columns[other] = source[entry]
        repeats[repeated] = counts[entry]
        other &+= 1
        repeated &+= 1
      }
    }
  }

  /// Puts rows below the others.
  mutating func append(_ more: CountedRows) {
    let (base, repeatBase) = (columns.count, repeats.count)
    for offset in more.rowOffsets.dropFirst() { rowOffsets.append(base + offset) }
    for offset in more.repeatOffsets.dropFirst() { repeatOffsets.append(repeatBase + offset) }
    columns += more.columns
    repeats += more.repeats
  }

  /// The matrix of these rows.
  consuming func matrix(columnCount: Int) -> CountMatrix {
    CountMatrix(
      columnCount: columnCount, rowOffsets: rowOffsets, columns: columns, repeatOffsets: repeatOffsets,
      repeats: repeats)
  }
}

extension CountMatrix {
  /// Of how many units the memory is given back at a time.
  private static let unitsWorthGivingBack = 1 << 21

  /// The counts of the n-grams of `stream`, whose chunks and directories are given up one by one as their rows are
  /// made.
  ///
  /// Complexity: O(entries).
  init(
    of index: inout NgramIndex, _ stream: inout UnitStream, longest: Int, columns: StoredColumns,
    on parallelism: Parallelism
  ) {
    let counter = RowCounter(parents: index.parents, columns: columns, longest: longest)
    var rows = CountedRows()
    let (rowCount, unitCount) = (stream.rowCount, stream.unitCount)
    var (done, freed) = (0, 0)
    parallelism.inWindows(of: stream.chunks.count) { window in
      let made = parallelism.map(count: window.count) { [index, stream] place in
        let number = window.lowerBound + place
        return counter.rows(of: stream.chunks[number], number: number, index)
      }
      for (number, counted) in zip(window, made) {
        rows.append(counted)
        done += stream.chunks[number].units.count
        freed += stream.chunks[number].units.count
        stream.chunks[number] = UnitStream.Chunk()
        index.dropDirectory(number)
      }
      if freed > CountMatrix.unitsWorthGivingBack {
        FreedMemory.giveBack()
        freed = 0
      }
      if window.lowerBound == 0 {
        // What the first texts hold tells about how much room all need: no growing, which would hold entries twice.
        let share = Double(unitCount) / Double(max(1, done)) * 1.05
        rows.reserve(rows: rowCount, entries: Int(Double(rows.columns.count) * share))
      }
    }
    self = rows.matrix(columnCount: columns.count)
  }
}
