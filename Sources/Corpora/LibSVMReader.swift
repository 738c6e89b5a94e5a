public import Reproducibility

/// Reads libsvm's format: `label index:value ...`, one row a line.
///
/// Indices begin at 1 and ascend within a row; values are finite. Whatever follows `#` is a comment, lines without more
/// are passed over, and a `qid:` after the label is accepted and not used, because nothing here ranks.
/// The format is that of Chang and Lin's LIBSVM (2011) and Joachims's SVMlight.
public enum LibSVMReader {
  /// All rows of the file at `path`, or of the standard input for "-"; it is read as libsvm whatever its name.
  ///
  /// Complexity: O(bytes).
  ///
  /// - Throws: `FileError` where the file cannot be read; `CorpusError` with file, line and column where it cannot be
  ///   understood, or has no row.
  public static func read(
    _ path: String, options: ReadingOptions = ReadingOptions(), progress: ProgressHandler? = nil
  ) throws -> FeatureTable {
    var options = options
    options.format = .libsvm
    return try read(CorpusInput(path: path, options: options), options: options, progress: progress)
  }

  /// All rows of an opened file.
  ///
  /// - Throws: as `read(_:options:progress:)` of a path does.
  public static func read(
    _ input: consuming CorpusInput, options: ReadingOptions = ReadingOptions(), progress: ProgressHandler? = nil
  ) throws -> FeatureTable {
    let name = input.name
    var stream = try FeatureStream(input, options: options, progress: progress)
    guard let table = try stream.next(maximumRows: .max) else { throw CorpusError.empty(name) }
    return table
  }
}

/// Reads rows of numbered features batch by batch, in memory that depends on the size of a batch alone.
public struct FeatureStream: ~Copyable {
  private var reader: RecordReader
  private var parser: LibSVMParser
  private var badRows: BadRowList
  private var hasEnded: Bool
  private var rowNumber: Int

  /// Goes on with an opened file, which is read as libsvm.
  ///
  /// - Throws: `CorpusError` where the options ask for columns, which such files do not have.
  public init(_ input: consuming CorpusInput, options: ReadingOptions, progress: ProgressHandler? = nil) throws {
    if let filter = options.filters.first {
      throw CorpusError.noColumnsInLibSVM("filter by \(filter)", file: input.name)
    }
    reader = RecordReader(input.bytes, dialect: .lines, progress: progress)
    parser = LibSVMParser()
    badRows = BadRowList(policy: options.badRows)
    hasEnded = false
    rowNumber = 0
  }

  /// The next rows, at most `maximumRows` of them; nil when all have been given out.
  ///
  /// - Precondition: `maximumRows` is positive.
  /// - Throws: `CorpusError`, `FileError`.
  public mutating func next(maximumRows: Int) throws -> FeatureTable? {
    precondition(maximumRows > 0, "a batch of \(maximumRows) rows")
    while !hasEnded, parser.rowCount < maximumRows {
      if try reader.advance() {
        readRow()
      } else {
        hasEnded = true
        if badRows.isFailing || (badRows.count > 0 && badRows.count == rowNumber) { throw badRows.error }
        if rowNumber == 0 { throw CorpusError.headerOnly(reader.source.name, format: .libsvm) }
      }
    }
    if parser.rowCount == 0 { return nil }
    let source = Corpus.Source(
      name: reader.source.name, format: .libsvm, byteCount: reader.source.byteCount, digest: reader.source.digest)
    return parser.takeTable(source: source, skippedRows: badRows.skippedRows)
  }

  private mutating func readRow() {
    let splitter = reader.splitter
    if let fault = reader.fault {
      rowNumber += 1
      return badRows.add(fault.problem, at: reader.place(ofByte: fault.offset), hint: fault.hint)
    }
    let row = splitter.recordStart..<splitter.recordEnd
    let bytes = reader.bytes
    switch parser.append(bytes.span.extracting(row), line: splitter.line) {
    case .row: rowNumber += 1
    case .blank: break
    case .fault(let offset, let problem, let hint):
      rowNumber += 1
      badRows.add(problem, at: reader.place(ofByte: splitter.recordStart + offset), hint: hint)
    }
  }
}
