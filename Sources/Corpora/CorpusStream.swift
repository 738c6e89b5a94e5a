public import Reproducibility

/// Reads statements batch by batch, in memory that depends on the size of a batch and of the longest row alone.
///
/// The batches, put together, are the corpus that `CorpusReader.read` returns.
public struct CorpusStream: ~Copyable {
  private let format: CorpusFormat
  private var reader: RecordReader
  private var parser: StatementParser
  private var hasEnded: Bool
  /// Whether this is a part of a corpus, which may hold no row and leaves complaints to others.
  private let isPart: Bool
  /// Where in the bytes the header ends.
  let headerEnd: Int

  /// Opens the file at `path`, or the standard input for "-", and reads its header.
  ///
  /// - Throws: as `init(_:options:progress:)` does, and `FileError`.
  public init(path: String, options: ReadingOptions = ReadingOptions(), progress: ProgressHandler? = nil) throws {
    try self.init(CorpusInput(path: path, options: options), options: options, progress: progress)
  }

  /// Goes on with an opened corpus, and reads its header.
  ///
  /// - Throws: `CorpusError` where the format holds no statements, or the header lacks a column that was asked for.
  public init(_ input: consuming CorpusInput, options: ReadingOptions, progress: ProgressHandler? = nil) throws {
    try self.init(input, options: options, progress: progress, isPart: false)
  }

  init(
    _ input: consuming CorpusInput, options: ReadingOptions, progress: ProgressHandler?, isPart: Bool
  ) throws {
    let format = input.format
    if format == .libsvm { throw CorpusError.featuresForTexts(input.name) }
    let dialect: RecordSplitter.Dialect =
      switch format {
      case .csv: .csv
      case .tsv: .tsv
      case .jsonl, .text, .libsvm: .lines
      }
    var reader = RecordReader(input.bytes, dialect: dialect, progress: progress)
    var parser = StatementParser(format: format, options: options)
    try parser.readHeader(from: &reader)
    self.format = format
    self.reader = reader
    self.parser = parser
    hasEnded = false
    self.isPart = isPart
    headerEnd = self.reader.splitter.recordEnd
  }

  /// The columns of the file, kept or not: those of the header, or the keys that JSON lines had so far, the first at least.
  public var columnNames: [String] { parser.builder.columnNames }

  /// What was read so far.
  public var source: Corpus.Source {
    Corpus.Source(
      name: reader.source.name, format: format, byteCount: reader.source.byteCount, digest: reader.source.digest)
  }

  /// How many rows were left out by filters so far.
  public var filteredRows: Int { parser.builder.filteredRows }

  /// How many rows were left out so far because they could not be read.
  public var skippedRows: Int { parser.badRows.skippedRows }

  /// The next statements, at most `maximumRows` of them, and no more once their rows have `maximumBytes`; nil when all have
  /// been given out.
  ///
  /// Counts of rows left out are those so far.
  ///
  /// - Precondition: `maximumRows` is positive.
  /// - Throws: `CorpusError` where rows are bad and may not be skipped (the rest of the file is read first, to show more of
  ///   them), or where no statement is left at the end; `FileError`.
  public mutating func next(maximumRows: Int, maximumBytes: Int = .max) throws -> Corpus? {
    precondition(maximumRows > 0, "a batch of \(maximumRows) rows")
    var byteCount = 0
    while !hasEnded, parser.builder.rowCount < maximumRows, byteCount < maximumBytes || parser.builder.rowCount == 0 {
      if try reader.advance() {
        byteCount += reader.splitter.recordEnd - reader.splitter.recordStart
        parser.readRow(from: reader)
        if parser.builder.rowCount == 2000 { parser.builder.reserve(rowCount: min(maximumRows, expectedRowCount)) }
      } else {
        hasEnded = true
        if !isPart { try parser.checkEnd(fileName: reader.source.name) }
      }
    }
    if parser.builder.rowCount == 0 { return nil }
    return parser.builder.takeCorpus(source: source, skippedRows: parser.badRows.skippedRows)
  }

  /// How many rows there will be, judged by those so far; none where that cannot be judged.
  private var expectedRowCount: Int {
    guard let fraction = reader.fractionRead else { return 0 }
    return Int(Double(parser.builder.rowCount) / fraction * 1.02)
  }
}

/// What those who put parts together want to know of each, once it has been read to its end.
extension CorpusStream {
  /// The number of lines.
  var lineCount: Int { reader.splitter.line - 1 }
  /// Whether a row was bad.
  var hasBadRows: Bool { parser.badRows.count > 0 }
  /// Whether rows have identifiers of their own.
  var hasIdentifiers: Bool { parser.builder.hasIdentifierColumn }
}
