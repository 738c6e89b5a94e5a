public import Corpora
internal import Reproducibility

/// Reads attributions from folders in brat's standoff format, single .ann files, and tables of attributions.
public enum AttributionReader {
  /// Reads what annotators marked and what a program found.
  ///
  /// Where one side has the articles' texts, the offsets of the other are held against them. A table of gold attributions has them
  /// where each article's .txt stands beside it.
  ///
  /// - Parameter filters: which rows or annotated articles of the gold to keep; those of a folder of .ann files are filtered by
  ///   its `index.csv`.
  /// - Throws: `FileError`, `CorpusError` with file, line and what was expected.
  public static func read(
    gold: String, predicted: String, keeping filters: [ColumnFilter] = []
  ) throws -> (gold: AttributionSet, predicted: AttributionSet) {
    if gold == "-", predicted == "-" {
      throw CorpusError(
        "both sides are the standard input (one of them was expected to be a file)", hint: "write one to a file first")
    }
    if isStandoff(gold) || !isStandoff(predicted) {
      let goldSet = try isStandoff(gold) ? read(gold, keeping: filters) : readRows(gold, keeping: filters, texts: nil)
      return (goldSet, try read(predicted, texts: goldSet.texts))
    }
    let predictedSet = try read(predicted)
    return (try read(gold, keeping: filters, texts: predictedSet.texts), predictedSet)
  }

  /// Reads the folder, the .ann file or the table at `path`, or a table from the standard input for "-".
  ///
  /// - Parameters:
  ///   - filters: which rows or annotated articles to keep.
  ///   - texts: texts of articles by name, against which the offsets of a table's rows are held.
  /// - Throws: `FileError`, `CorpusError`.
  /// - Complexity: O(bytes).
  public static func read(
    _ path: String, keeping filters: [ColumnFilter] = [], texts: [String: ArticleText] = [:]
  ) throws -> AttributionSet {
    if isStandoff(path) { return try StandoffFolder(path, filters: filters).attributionSet() }
    return try readRows(path, keeping: filters, texts: texts)
  }

  private static func isStandoff(_ path: String) -> Bool {
    path != "-" && (path.lowercased().hasSuffix(".ann") || InputFolder.isFolder(path))
  }

  /// - Parameter texts: the articles' texts as far as they are known; nil to look for them beside the table.
  private static func readRows(
    _ path: String, keeping filters: [ColumnFilter], texts: [String: ArticleText]?
  ) throws -> AttributionSet {
    let bytes = try InputFile.contents(of: path)
    var options = ReadingOptions(filters: filters)
    options.requiresTexts = false
    let lines = isTable(path) ? nil : JSONRows.lines(of: bytes)
    if lines != nil { options.format = .jsonl }
    let input = try CorpusInput(bytes: lines ?? bytes, name: path, options: options)
    guard input.format != .text, input.format != .libsvm else {
      throw CorpusError(
        "the file holds no attributions (a folder of .ann files, one of them, or .jsonl, .json or .csv was expected)",
        at: CorpusPlace(file: path))
    }
    let corpus = try CorpusReader.read(input, options: options)
    let texts = try texts ?? textsBeside(path, of: corpus)
    let rows = try AttributionRows(corpus, texts: texts)
    var notes: [String] = []
    if rows.soughtCount > 0 {
      notes.append(
        "statements of \(path) whose fragments were found by their words, because only their ends are given: \(rows.soughtCount)"
      )
    }
    let articles = rows.attributions.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
      MarkedArticle(name: name, text: texts[name], attributions: rows.attributions[name] ?? [])
    }
    return AttributionSet(
      source: AttributionSource(
        name: path, form: lines == nil ? .rows : .json, sha256: ContentDigest(of: bytes), bytes: bytes.count),
      articles: articles, filteredCount: corpus.filteredRows, notes: notes)
  }

  /// The texts of those articles whose .txt stands beside the table.
  private static func textsBeside(_ path: String, of corpus: Corpus) throws -> [String: ArticleText] {
    guard path != "-" else { return [:] }
    var texts: [String: ArticleText] = [:]
    for name in Set(try corpus.values(ofColumn: "article").map { MarkedArticle.name(of: $0) }).sorted()
    where !name.isEmpty {
      let file = InputFolder.path(of: "\(name).txt", in: InputFolder.parent(of: path))
      if InputFile.exists(file) { texts[name] = try ArticleText(InputFile.contents(of: file), path: file) }
    }
    return texts
  }

  /// Whether the name says that the file has one row a line, so that nothing else is looked for.
  private static func isTable(_ path: String) -> Bool { CorpusFormat(path: path) != nil }
}
