internal import Reproducibility

extension Corpus {
  /// A column of a table in memory.
  public struct Column: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// Its cell in each row.
    public let values: [String]

    /// Names a column.
    public init(_ name: String, _ values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// The corpus that a table in memory makes: what reading it as the CSV file `name` gives, lines and digest included.
  ///
  /// - Parameter options: as for a file; its format is passed over.
  /// - Precondition: all columns have the same number of values.
  /// - Throws: `CorpusError`, as for a file.
  public init(columns: [Column], name: String = "table.csv", options: ReadingOptions = ReadingOptions()) throws {
    let rowCount = columns.first?.values.count ?? 0
    for column in columns {
      precondition(column.values.count == rowCount, "\(column.values.count) values in a table of \(rowCount) rows")
    }
    var writer = try CorpusWriter(format: .csv, columnNames: columns.map(\.name))
    for row in 0..<rowCount { writer.append(columns.map { .string($0.values[row]) }) }
    var options = options
    options.format = .csv
    let input = try CorpusInput(bytes: writer.takeBytes(), name: name, options: options)
    self = try CorpusReader.read(input, options: options)
  }
}
