internal import Corpora
internal import Reproducibility
internal import Statistics

/// What a prior says of each term before the groups are looked at: a₀ words, shared out as a background has them.
struct KeywordPrior {
  /// What a term that a background lacks counts for there.
  static let smoothing = 0.5

  /// a for each term; they add up to `size`.
  let counts: [Double]
  /// a₀.
  let size: Double
  /// The background's name.
  let source: String

  /// - Throws: `FileError`, `CorpusError` for a background that cannot be read; `ConfigurationError` for one that has no term of the corpus.
  init(_ texts: KeywordTexts, of corpus: Corpus, request: KeywordRequest, on parallelism: Parallelism) throws {
    size = request.priorSize
    guard let path = request.priorPath else {
      source = corpus.source.name
      counts = Self.shared(texts.tally.totals.map(Double.init), size: size)
      return
    }
    source = path
    let background = try Self.background(path, texts: texts, on: parallelism)
    guard background.contains(where: { $0 > 0 }) else {
      throw ConfigurationError(
        "\(path) has none of the \(background.count) terms of \(corpus.source.name) (a background of the same language was "
          + "expected)",
        hint: "terms of a table are looked up as words are counted: in lower case, words of two letters at least")
    }
    counts = Self.shared(background.map { $0 + Self.smoothing }, size: size)
  }

  private static func shared(_ counts: [Double], size: Double) -> [Double] {
    let total = counts.reduce(0, +)
    return counts.map { size * $0 / total }
  }

  private static func background(
    _ path: String, texts: KeywordTexts, on parallelism: Parallelism
  ) throws -> [Double] {
    var options = ReadingOptions()
    options.requiresTexts = false
    let table = try CorpusReader.read(path, options: options, on: parallelism)
    guard table.columnNames.contains("term"), table.columnNames.contains("count") else {
      guard table.values(of: .text) != nil else {
        throw ConfigurationError(
          "\(path) is no background: it has neither the column text nor term and count "
            + "(columns: \(ClassSelection.list(table.columnNames)))",
          hint: "give a corpus, or a table of terms with their counts")
      }
      return texts.counts(in: table.texts, on: parallelism).map(Double.init)
    }
    return try counted(table, texts: texts)
  }

  private static func counted(_ table: Corpus, texts: KeywordTexts) throws -> [Double] {
    var faults = BadRowList(policy: .fail, canSkip: false)
    var countOfTerm: [[UInt8]: Double] = [:]
    let cells = try table.values(ofColumn: "count")
    for (row, term) in try table.values(ofColumn: "term").enumerated() {
      guard let count = Double(cells[row]), count >= 0, count.isFinite else {
        faults.add(
          "\(cells[row].quoted) in the column \"count\" (a number from 0 was expected)", at: table.place(ofRow: row))
        continue
      }
      countOfTerm[Array(term.utf8), default: 0] += count
    }
    guard faults.count == 0 else { throw faults.error }
    return (0..<texts.tally.termCount).map { countOfTerm[Array(texts.name(ofTerm: $0).utf8)] ?? 0 }
  }
}
