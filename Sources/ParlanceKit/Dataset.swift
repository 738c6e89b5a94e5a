public import Corpora
public import LinearAlgebra
public import Reproducibility

/// What a model is trained on or applied to: statements, or a table of numbers that somebody else made.
///
/// Both come with ids, labels where there are any, and sample weights; the commands treat them alike.
public struct Dataset: Sendable {
  /// What the rows hold.
  public enum Content: Sendable {
    /// Statements, with the columns of their table.
    case statements(Corpus)
    /// Rows of numbers, as in a libsvm file.
    case numbers(SparseMatrix)
  }

  /// The rows' content.
  public let content: Content
  /// Where it came from.
  public let source: DataSource
  /// A name for each row.
  public let ids: [String]
  /// The label of each row, or nil where there are none.
  public let labels: [String]?
  /// The weight of each row, or nil where all weigh the same.
  public let weights: [Double]?

  /// The number of rows.
  public var count: Int { ids.count }

  /// Reads the file at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError`, `CorpusError`.
  public init(
    path: String, options: ReadingOptions, on parallelism: Parallelism = .serial, progress: ProgressHandler? = nil
  ) throws {
    switch try CorpusReader.readContent(path, options: options, on: parallelism, progress: progress) {
    case .statements(let corpus): self.init(corpus)
    case .features(let table): self.init(table, firstRow: 1)
    }
  }

  /// The statements of `corpus`.
  public init(_ corpus: Corpus) {
    content = .statements(corpus)
    source = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
    ids = corpus.ids
    labels = corpus.labels
    weights = corpus.weights
  }

  /// The rows of a libsvm file, the first of which has the number `firstRow`.
  public init(_ table: FeatureTable, firstRow: Int) {
    content = .numbers(
      SparseMatrix(
        columnCount: table.columnCount, rowOffsets: table.rowOffsets, columnIndices: table.columnIndices,
        values: table.values))
    source = DataSource(table.source, rows: table.count, skipped: table.skippedRows, filtered: 0)
    ids = (0..<table.count).map { String(firstRow + $0) }
    labels = table.labels
    weights = nil
  }

  private init(content: Content, source: DataSource, ids: [String], labels: [String]?, weights: [Double]?) {
    self.content = content
    self.source = source
    self.ids = ids
    self.labels = labels
    self.weights = weights
  }

  /// The values of a column of the table the statements came from.
  ///
  /// - Throws: `CorpusError` that lists the columns there are; `ConfigurationError` for a table of numbers.
  public func values(ofColumn name: String) throws -> [String] {
    guard case .statements(let corpus) = content else {
      throw ConfigurationError(
        "\(source.name) has no column \"\(name)\" (libsvm files have labels and numbers only)")
    }
    return try corpus.values(ofColumn: name)
  }

  /// The rows at `rows`, in that order.
  public func selecting(rows: [Int]) -> Dataset {
    switch content {
    case .statements(let corpus): Dataset(corpus.selecting(rows: rows))
    case .numbers(let matrix):
      Dataset(
        content: .numbers(matrix.selecting(rows: rows)), source: source.selecting(rowCount: rows.count),
        ids: rows.map { ids[$0] }, labels: labels.map { labels in rows.map { labels[$0] } },
        weights: weights.map { weights in rows.map { weights[$0] } })
    }
  }
}
