public import Corpora

/// Pairs of short texts that differ in one respect, with what a model should make of it.
public struct ProbeSuite: Sendable, Hashable {
  /// What is expected of a pair.
  public enum Expectation: String, Codable, Sendable, Hashable, CaseIterable {
    /// The text under `high` has the greater log-odds.
    case higher
    /// Neither is expected to: over many pairs each should be the higher half of the time.
    case same
  }

  /// Two texts.
  public struct Pair: Sendable, Hashable {
    /// What names the pair.
    public let id: String
    /// What is varied.
    public let family: String
    /// The language, as written; empty where the file has no such column.
    public let language: String
    /// The text expected to score lower.
    public let low: String
    /// The text expected to score higher.
    public let high: String
    /// What is expected.
    public let expectation: Expectation
  }

  /// Where they came from.
  public let data: DataSource
  /// The pairs, in the order of the file.
  public let pairs: [Pair]

  /// Reads pairs from a table with the columns `family`, `low`, `high`, and where it has them `id`, `lang` and `expected`.
  ///
  /// - Parameters:
  ///   - path: the table; nil for the pairs that ship with the program.
  ///   - options: which rows to keep; its text column is passed over.
  /// - Throws: `CorpusError` with a place for a table that cannot be read, lacks a column, or has an empty text or an unknown
  ///   expectation.
  public init(path: String? = nil, options: ReadingOptions = ReadingOptions()) throws {
    var options = options
    options.columns.text = "low"
    let corpus = try Self.table(path, options: options)
    let (families, highs) = (try corpus.values(ofColumn: "family"), try corpus.values(ofColumn: "high"))
    let expectations = corpus.columnNames.contains("expected") ? try corpus.values(ofColumn: "expected") : nil
    pairs = try (0..<corpus.count).map { row in
      let expected = expectations?[row] ?? Expectation.higher.rawValue
      guard let expectation = Expectation(rawValue: expected) else {
        throw ConfigurationError(
          "\(corpus.place(ofRow: row)): expected is \"\(expected)\" (higher or same was expected)")
      }
      for (name, text) in [("low", corpus.texts[row]), ("high", highs[row]), ("family", families[row])]
      where text.isEmpty {
        throw ConfigurationError("\(corpus.place(ofRow: row)): \(name) is empty (a text was expected)")
      }
      return Pair(
        id: corpus.ids[row], family: families[row], language: corpus.languages?[row] ?? "", low: corpus.texts[row],
        high: highs[row], expectation: expectation)
    }
    guard !pairs.isEmpty else {
      throw ConfigurationError(
        "\(corpus.source.name): no pairs (one or more were expected)", hint: "look at what --where keeps")
    }
    data = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
  }

  private static func table(_ path: String?, options: ReadingOptions) throws -> Corpus {
    if let path { return try CorpusReader.read(path, options: options, progress: nil) }
    let shipped = try CorpusInput(bytes: PackageResources.probes_csv, name: "probes.csv", options: options)
    return try CorpusReader.read(shipped, options: options)
  }
}
