public import Reproducibility

/// Makes a matrix of counts whose entries are on the disk, from matrices that are put below one another.
///
/// Memory holds sixteen bytes for each row. An entry takes four bytes on the disk, and twelve more where it is not counted once:
/// its count, and what the count contributes, which thus need not be computed on each visit.
public struct CountMatrixWriter: Sendable {
  private let columnCount: Int
  private let frequency: ScaledCountMatrix.Frequency
  private let columns: ScratchFile<Int32>
  private let repeats: ScratchFile<Int32>
  private let contributions: ScratchFile<Double>
  private var rowOffsets = [0]
  private var repeatOffsets = [0]

  /// A matrix without rows.
  ///
  /// - Parameter frequency: what counts will contribute.
  /// - Throws: `FileError` where no file can be made at `place`.
  public init(columnCount: Int, frequency: ScaledCountMatrix.Frequency, at place: ScratchPlace) throws {
    self.columnCount = columnCount
    self.frequency = frequency
    columns = try ScratchFile(at: place)
    repeats = try ScratchFile(at: place)
    contributions = try ScratchFile(at: place)
  }

  /// Puts the rows of `matrix` below the others.
  ///
  /// - Precondition: it has the same number of columns.
  /// - Throws: `FileError`, as when the disk is full.
  public mutating func append(_ matrix: CountMatrix) throws {
    precondition(matrix.columnCount == columnCount, "rows of \(matrix.columnCount) columns below \(columnCount)")
    try matrix.columns.withSpan { try columns.append($0) }
    try matrix.repeats.withSpan { try repeats.append($0) }
    try frequency.contributions(of: matrix.repeats).withSpan { try contributions.append($0) }
    let (base, repeatBase) = (rowOffsets[rowOffsets.count - 1], repeatOffsets[repeatOffsets.count - 1])
    for offset in matrix.rowOffsets.dropFirst() { rowOffsets.append(base + offset) }
    for offset in matrix.repeatOffsets.dropFirst() { repeatOffsets.append(repeatBase + offset) }
  }

  /// The matrix of all rows, and what its repeats contribute.
  ///
  /// - Throws: `FileError` where the system will not map the entries.
  public func finish() throws -> (counts: CountMatrix, contributions: EntryStorage<Double>) {
    let repeatCount = repeatOffsets[repeatOffsets.count - 1]
    let counts = CountMatrix(
      columnCount: columnCount, rowOffsets: rowOffsets,
      columns: .mapped(try columns.mapped(count: rowOffsets[rowOffsets.count - 1])), repeatOffsets: repeatOffsets,
      repeats: .mapped(try repeats.mapped(count: repeatCount)))
    return (counts, .mapped(try contributions.mapped(count: repeatCount)))
  }
}
