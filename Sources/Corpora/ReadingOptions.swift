/// What to do with a row that cannot be read.
public enum BadRowPolicy: String, Codable, CaseIterable, Sendable, Hashable {
  /// Read on to the end, then throw with the first 20 such rows and the count of all.
  case fail
  /// Leave it out and count it.
  case skip
}

/// Which columns of a file a corpus keeps.
public enum KeptColumns: Codable, Sendable, Hashable {
  /// Every column.
  case all
  /// Those that mean something here (`CorpusColumn`), and these; naming one that the file does not have is an error.
  case named([String])
}

/// How a corpus is to be read. The defaults read any corpus that has texts.
public struct ReadingOptions: Codable, Sendable, Hashable {
  /// The file's format, or nil to tell it from the file's name, else from its first line.
  public var format: CorpusFormat?
  /// What the columns are called.
  public var columns: ColumnNames
  /// Which rows to keep.
  public var filters: [ColumnFilter]
  /// What to do with rows that cannot be read.
  public var badRows: BadRowPolicy
  /// Columns that the file must have, with a value in every row, besides the text.
  public var requiredColumns: [CorpusColumn]
  /// Which columns to keep in memory.
  public var keptColumns: KeptColumns
  /// Whether there must be a column of statements; false for tables about statements, such as labels or scores.
  public var requiresTexts = true

  /// Sets out how to read.
  public init(
    format: CorpusFormat? = nil, columns: ColumnNames = ColumnNames(), filters: [ColumnFilter] = [],
    badRows: BadRowPolicy = .fail, requiring requiredColumns: [CorpusColumn] = [],
    keeping keptColumns: KeptColumns = .all
  ) {
    self.format = format
    self.columns = columns
    self.filters = filters
    self.badRows = badRows
    self.requiredColumns = requiredColumns
    self.keptColumns = keptColumns
  }
}
