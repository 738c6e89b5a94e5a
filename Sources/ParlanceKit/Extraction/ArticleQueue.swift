internal import Corpora
internal import Quotation
internal import Reproducibility

/// Articles that are to be read together, and what is known of them before.
enum ArticleJob: Sendable {
  /// A file with one article in it.
  case file(String, remarks: [ArticleFinding])
  /// Rows of a table, each an article with its name.
  case rows(Corpus, names: [String], remarks: [Int: ArticleFinding])
  /// Nothing to read, but something to say.
  case findings([ArticleFinding], file: String)
}

/// Goes through files, folders and tables one after another, without keeping what has been given out.
struct ArticleQueue: ~Copyable {
  private static let rowsAtOnce = 64
  private static let bytesAtOnce = 1 << 20

  private var paths: ArraySlice<String>
  /// The files of the folder whose turn it is.
  private var files: ArraySlice<String> = []
  private var table: CorpusStream?
  private var tableName = ""
  private let reading: ReadingOptions?
  /// Hashes of the names there were: eight bytes an article are all that is kept of them.
  private var names: Set<UInt64> = []

  /// - Parameter reading: how tables are read; nil where the files are articles.
  init(_ paths: [String], reading: ReadingOptions?) {
    self.paths = paths[...]
    self.reading = reading
  }

  /// The next articles, or nil at the end. What cannot be read is said instead, and the rest goes on.
  mutating func next() throws -> ArticleJob? {
    while true {
      if let job = try nextRows() { return job }
      if let file = files.popFirst() {
        if let job = try open(file) { return job }
      } else if let path = paths.popFirst() {
        if let job = try path != "-" && InputFolder.isFolder(path) ? list(path) : open(path) { return job }
      } else {
        return nil
      }
    }
  }

  /// Lists a folder; what is to be said of it, if anything.
  private mutating func list(_ path: String) throws -> ArticleJob? {
    do {
      let folder = try ArticleFolder(path, isOfTables: reading != nil)
      files = folder.files[...]
      return folder.findings.isEmpty ? nil : .findings(folder.findings, file: path)
    } catch {
      return try Self.failure(error, file: path)
    }
  }

  /// A file as an article, or nil once it is opened as a table.
  private mutating func open(_ path: String) throws -> ArticleJob? {
    guard let reading else {
      if ArticleFolder.isTable(path) { return .findings([.table(path)], file: path) }
      let name = ArticleReader.name(ofPath: path)
      let isNew = names.insert(StableHash.fnv1a64(name.utf8)).inserted
      return .file(path, remarks: isNew ? [] : [.repeatedName(name, place: CorpusPlace(file: path))])
    }
    do {
      table = try CorpusStream(path: path, options: reading)
      tableName = path
      return nil
    } catch {
      return try Self.failure(error, file: path)
    }
  }

  private mutating func nextRows() throws -> ArticleJob? {
    do {
      guard let corpus = try table?.next(maximumRows: Self.rowsAtOnce, maximumBytes: Self.bytesAtOnce) else {
        return endTable()
      }
      return job(of: corpus)
    } catch {
      table = nil
      return try Self.failure(error, file: tableName)
    }
  }

  /// Closes the table, saying how many of its rows were skipped.
  private mutating func endTable() -> ArticleJob? {
    let skipped = table?.skippedRows ?? 0
    table = nil
    guard skipped > 0 else { return nil }
    return .findings(
      [
        ArticleFinding(
          kind: .unreadableFile, severity: .warning,
          message: "rows that could not be read and were skipped: \(skipped)",
          place: CorpusPlace(file: tableName))
      ], file: tableName)
  }

  private mutating func job(of corpus: Corpus) -> ArticleJob {
    let hasNames = corpus.namedColumns.contains { $0.meaning == .id }
    let stem = ArticleReader.name(ofPath: tableName)
    let rowNames = corpus.ids.map { hasNames ? $0 : "\(stem)-\($0)" }
    var remarks: [Int: ArticleFinding] = [:]
    for (row, name) in rowNames.enumerated() where !names.insert(StableHash.fnv1a64(name.utf8)).inserted {
      remarks[row] = .repeatedName(name, place: corpus.place(ofRow: row))
    }
    return .rows(corpus, names: rowNames, remarks: remarks)
  }

  private static func failure(_ error: any Error, file: String) throws -> ArticleJob {
    guard let error = error as? any UserFacingError else { throw error }
    return .findings(ArticleFinding.unreadable(error, file: file), file: file)
  }
}
