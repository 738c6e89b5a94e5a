import Corpora

/// The English statements of three crises of the bundled corpus: enough to learn from, and quick.
enum BundledStatements {
  static let filters = ["lang=en", "crisis=border", "crisis=gas", "crisis=dam"]
  /// `--where` for each filter.
  static let chosen = filters.flatMap { ["--where", $0] }
  /// The filters, and the two classes.
  static let twoClasses = chosen + ["--classes", "escalatory,deescalatory"]

  /// The labels of the statements that `filters` keep.
  static func labels(_ filters: [String] = filters) throws -> [String] {
    let options = ReadingOptions(filters: try filters.map { try ColumnFilter(parsing: $0) }, requiring: [.label])
    return try CorpusReader.read(Workplace.bundledCorpus, options: options, progress: nil).labels ?? []
  }

  /// How many statements `twoClasses` keeps.
  static func count() throws -> Int { try labels().count { $0 != "neutral" } }
}
