internal import Corpora
public import Reproducibility

/// Scores of rows as `predict` writes them: a table with the columns `id` and `probability`.
public struct ScoreFile: Sendable {
  /// The file.
  public let path: String
  /// The SHA-256 of its bytes.
  public let digest: ContentDigest
  private let probabilities: [String: Double]

  /// Reads the table at `path`, in any of the forms of a corpus.
  ///
  /// - Throws: `FileError`, `CorpusError`; `ConfigurationError` for a probability that is none or an id that comes twice.
  public init(path: String, on parallelism: Parallelism = .serial) throws {
    var options = ReadingOptions(columns: ColumnNames(id: "id"))
    options.requiresTexts = false
    let table = try CorpusReader.read(path, options: options, on: parallelism)
    var probabilities: [String: Double] = [:]
    for (row, text) in try table.values(ofColumn: "probability").enumerated() {
      guard let value = Double(text), value >= 0, value <= 1 else {
        throw ConfigurationError(
          "\(table.place(ofRow: row)): \"\(text)\" is no probability (0 to 1 was expected)",
          hint: "give a model, or the table that parlance predict writes")
      }
      guard probabilities.updateValue(value, forKey: table.ids[row]) == nil else {
        throw ConfigurationError(
          "\(table.place(ofRow: row)): the id \"\(table.ids[row])\" comes a second time (one score a row was expected)")
      }
    }
    self.path = path
    digest = table.source.digest
    self.probabilities = probabilities
  }

  /// The probability of the positive class in the rows called `ids`.
  ///
  /// - Throws: `ConfigurationError` with the count of rows that have no score.
  func scores(of ids: [String], in corpus: String) throws -> [Double] {
    let missing = ids.filter { probabilities[$0] == nil }
    if let first = missing.first {
      throw ConfigurationError(
        "\(path) has no score for \(missing.count) of the \(ids.count) rows of \(corpus), the first being \"\(first)\"",
        hint: "score the same corpus with parlance predict; rows are matched by their ids")
    }
    return ids.compactMap { probabilities[$0] }
  }
}
