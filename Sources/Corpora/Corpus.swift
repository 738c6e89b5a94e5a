public import Reproducibility

/// Statements with what is known about each, by columns: a value that has been read and does not change.
///
/// Row r of every array belongs to one statement. All columns have `count` elements.
public struct Corpus: Sendable, Equatable {
  /// Where a corpus came from.
  public struct Source: Sendable, Hashable, Codable {
    /// The file's name as the user wrote it; "-" is the standard input.
    public let name: String
    /// The format it was read as.
    public let format: CorpusFormat
    /// How many bytes were read of it, as stored: compressed ones where it is compressed.
    public let byteCount: Int
    /// The SHA-256 of those bytes; of the whole file once a corpus is read to its end.
    public let digest: ContentDigest

    /// Describes a source.
    public init(name: String, format: CorpusFormat, byteCount: Int, digest: ContentDigest) {
      self.name = name
      self.format = format
      self.byteCount = byteCount
      self.digest = digest
    }
  }

  /// Where the statements came from.
  public let source: Source
  /// The names of the columns that were kept, in the order of the file.
  public let columnNames: [String]
  /// The line, from 1, on which each statement's row begins.
  public let lines: [Int]
  /// What names each statement: the column of identifiers, or the number of the row in the file, from 1.
  public let ids: [String]
  /// How much each statement counts, at least 0 and finite, or nil where the file has no such column.
  public let weights: [Double]?
  /// How many rows were left out because they could not be read.
  public let skippedRows: Int
  /// How many rows were left out by filters.
  public let filteredRows: Int

  let columns: [[String]]
  let roles: [CorpusColumn: Int]

  /// How many statements there are.
  public var count: Int { lines.count }
  /// The statements, as written in the file: nothing is trimmed.
  public var texts: [String] { values(of: .text) ?? [] }
  /// The class of each statement, as written, or nil where the file has no such column.
  public var labels: [String]? { values(of: .label) }
  /// Who said each statement, or nil where the file has no such column.
  public var actors: [String]? { values(of: .actor) }
  /// Whom each statement is about, or nil where the file has no such column.
  public var targets: [String]? { values(of: .target) }
  /// When each was said, as written: see `StatementDate`; nil where the file has no such column.
  public var dates: [String]? { values(of: .date) }
  /// The language of each, as written, or nil where the file has no such column.
  public var languages: [String]? { values(of: .lang) }

  /// The cells of the column that means `column`, or nil where the file has none. Complexity: O(1).
  public func values(of column: CorpusColumn) -> [String]? {
    column == .id ? ids : roles[column].map { columns[$0] }
  }

  /// The cells of the column called `name`, an empty text where a JSON line had no such key.
  ///
  /// - Throws: `CorpusError` with the names there are, where none of the columns kept is called so.
  public func values(ofColumn name: String) throws -> [String] {
    let exact = columnNames.firstIndex { $0.hasSameBytes(as: name) }
    guard let index = exact ?? columnNames.firstIndex(of: name) else {
      throw CorpusError.unknownColumn(name, columns: columnNames)
    }
    return columns[index]
  }

  /// Every column kept, in the order of the file: its name, what it means to the program if anything, and its cells.
  public var namedColumns: [(name: String, meaning: CorpusColumn?, values: [String])] {
    columnNames.indices.map { index in
      (columnNames[index], CorpusColumn.allCases.first { roles[$0] == index }, columns[index])
    }
  }

  /// The place of row `row` in the source.
  ///
  /// - Precondition: `row` is one of `0 ..< count`.
  public func place(ofRow row: Int) -> CorpusPlace {
    precondition(row >= 0 && row < count, "row \(row) of a corpus with \(count)")
    return CorpusPlace(file: source.name, line: lines[row])
  }

  /// The corpus of these rows, in this order; a row may be taken more than once.
  ///
  /// Complexity: O(rows x columns).
  ///
  /// - Precondition: each is one of `0 ..< count`.
  public func selecting(rows: [Int]) -> Corpus {
    for row in rows { precondition(row >= 0 && row < count, "row \(row) of a corpus with \(count)") }
    return Corpus(
      source: source, columnNames: columnNames, columns: columns.map { column in rows.map { column[$0] } },
      roles: roles,
      ids: rows.map { ids[$0] }, weights: weights.map { weights in rows.map { weights[$0] } },
      lines: rows.map { lines[$0] }, skippedRows: skippedRows, filteredRows: filteredRows)
  }

  init(
    source: Source, columnNames: [String], columns: [[String]], roles: [CorpusColumn: Int], ids: [String],
    weights: [Double]?, lines: [Int], skippedRows: Int, filteredRows: Int
  ) {
    self.source = source
    self.columnNames = columnNames
    self.columns = columns
    self.roles = roles
    self.ids = ids
    self.weights = weights
    self.lines = lines
    self.skippedRows = skippedRows
    self.filteredRows = filteredRows
  }
}
