internal import Corpora
internal import Reproducibility

/// A dataset read a batch at a time, statements or numbers.
struct DatasetStream: ~Copyable {
  private var statements: CorpusStream?
  private var numbers: FeatureStream?
  private var rowCount = 0

  /// The columns of a table of statements; empty for numbers.
  let columnNames: [String]

  init(path: String, options: ReadingOptions, progress: ProgressHandler?) throws {
    let input = try CorpusInput(path: path, options: options)
    if input.format == .libsvm {
      statements = nil
      numbers = try FeatureStream(input, options: options, progress: progress)
      columnNames = []
    } else {
      let stream = try CorpusStream(input, options: options, progress: progress)
      columnNames = stream.columnNames
      statements = consume stream
      numbers = nil
    }
  }

  /// The next rows, at most `maximumRows`, and of statements no more once they have `maximumBytes`; nil at the end.
  mutating func next(maximumRows: Int, maximumBytes: Int) throws -> Dataset? {
    if let corpus = try statements?.next(maximumRows: maximumRows, maximumBytes: maximumBytes) {
      return Dataset(corpus)
    }
    guard let table = try numbers?.next(maximumRows: maximumRows) else { return nil }
    defer { rowCount += table.count }
    return Dataset(table, firstRow: rowCount + 1)
  }
}
