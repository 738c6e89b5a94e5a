internal import LinearAlgebra
internal import Reproducibility

extension FittedBlock {
  /// The rows of an analysis as values of this block's columns, their entries shared with it; nil where the analysis may have
  /// left out some of the columns.
  ///
  /// Complexity: O(entries of the rows + nodes).
  func transform(
    _ texts: AnalyzedBlock, rows: [Int], identity: AnalysisIdentity, on parallelism: Parallelism
  ) -> ScaledCountMatrix? {
    if let signedColumns = texts.signedColumns {
      let counts = HashedCounts.matrix(
        of: texts.counts, rows: rows, signedColumns: signedColumns, columnCount: columnCount, on: parallelism)
      return scaled(
        counts, rows: Array(0..<counts.rowCount), columns: (0..<columnCount).map { Int32($0) }, on: parallelism)
    }
    guard let columns = storedColumns(in: texts, identity: identity) else { return nil }
    return scaled(texts.counts, rows: rows, columns: columns, on: parallelism)
  }

  /// Rows of counts with the weights of this block's columns.
  ///
  /// - Parameters:
  ///   - columns: for each column of the block its column in `counts`, or -1.
  ///   - contributions: what `counts.repeats` contribute, where that is known.
  /// Complexity: O(entries of the rows).
  func scaled(
    _ counts: CountMatrix, rows: [Int], columns: [Int32], contributions: EntryStorage<Double>? = nil,
    on parallelism: Parallelism
  ) -> ScaledCountMatrix {
    let scales = idf.isEmpty ? [Double](repeating: 1, count: columns.count) : idf
    let measure = RowMeasure(counts, columns: columns, scales: scales, block: configuration)
    let cut = Pieces(itemCount: rows.count, targetLength: 1 << 13, maximumCount: 64)
    let parts = parallelism.map(count: cut.count) { measure.measured(rows[cut[$0]]) }
    var divisors: [Double] = []
    divisors.reserveCapacity(rows.count)
    for part in parts { divisors += part.divisors }
    return ScaledCountMatrix(
      counts: counts, rows: rows.map { Int32($0) }, columns: columns, frequency: configuration.frequency,
      columnScales: scales, rowDivisors: divisors, storedCount: parts.reduce(0) { $0 + $1.storedCount },
      contributions: contributions)
  }
}

/// Finds what rows of counts are divided by, and how many of their entries stand in chosen columns.
struct RowMeasure: Sendable {
  private let counts: CountMatrix
  private let block: BlockConfiguration
  /// For each column of the counts its scale, 0 for columns that are not chosen, which thus add nothing to a norm.
  private var scales: [Double]
  /// For each column whether it is chosen; nothing where all are.
  private var isChosen: [Bool] = []

  init(_ counts: CountMatrix, columns: [Int32], scales chosenScales: [Double], block: BlockConfiguration) {
    self.counts = counts
    self.block = block
    scales = [Double](repeating: 0, count: counts.columnCount)
    isChosen = [Bool](repeating: false, count: counts.columnCount)
    var chosen = 0
    for (column, stored) in columns.enumerated() where stored >= 0 {
      scales[Int(stored)] = chosenScales[column]
      isChosen[Int(stored)] = true
      chosen += 1
    }
    if chosen == counts.columnCount { isChosen = [] }
  }

  /// Complexity: O(entries of the rows).
  func measured(_ rows: ArraySlice<Int>) -> (divisors: [Double], storedCount: Int) {
    var divisors: [Double] = []
    divisors.reserveCapacity(rows.count)
    var stored = 0
    let weighting = RowWeighting(block, idf: [])
    counts.withEntries { columns, repeats in
      for row in rows {
        divisors.append(block.norm == .none ? 1 : divisor(ofRow: row, columns, repeats, weighting))
        stored += storedCount(ofRow: row, columns)
      }
    }
    return (divisors, stored)
  }

  private func divisor(
    ofRow row: Int, _ columns: Span<Int32>, _ repeats: Span<Int32>, _ weighting: RowWeighting
  ) -> Double {
    let scales = scales.span
    let (ones, others) = (counts.ones(ofRow: row), counts.others(ofRow: row))
    var divisor = RowDivisor(block.norm)
    for entry in ones { divisor.add(scales[Int(columns[entry])]) }
    var place = counts.repeatOffsets[row]
    for entry in others {
      divisor.add(weighting.frequency(Int(repeats[place])) * scales[Int(columns[entry])])
      place += 1
    }
    return divisor.value
  }

  @inline(__always)
  private func storedCount(ofRow row: Int, _ columns: Span<Int32>) -> Int {
    let entries = counts.rowOffsets[row]..<counts.rowOffsets[row + 1]
    guard !isChosen.isEmpty else { return entries.count }
    let isChosen = isChosen.span
    var stored = 0
    for entry in entries where isChosen[Int(columns[entry])] { stored += 1 }
    return stored
  }
}
