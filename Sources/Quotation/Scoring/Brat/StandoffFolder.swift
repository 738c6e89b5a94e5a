internal import Corpora
internal import Reproducibility

/// A folder of .ann files with their texts beside them, or one such file.
struct StandoffFolder {
  private let path: String
  /// The .ann files to read, as paths.
  private let files: [String]
  private let filteredCount: Int
  private var digester = Digester()
  private var byteCount = 0
  private var names: Set<String> = []
  private var contentless = 0
  private var repeated = 0
  private var entityCount = 0
  private var complaints = BadRowList(policy: .skip)

  /// Finds the files of the folder, or of the one file, at `path` that `filters` keep.
  ///
  /// - Throws: `FileError` where the folder cannot be read; `CorpusError` where it has no such file, or there is nothing to filter by.
  init(_ path: String, filters: [ColumnFilter]) throws {
    self.path = path
    let folder: String
    let names: [String]
    if InputFolder.isFolder(path) {
      folder = path
      names = try InputFolder.names(in: path).filter { $0.lowercased().hasSuffix(".ann") }
    } else {
      folder = InputFolder.parent(of: path)
      names = [String(path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? Substring(path))]
    }
    guard !names.isEmpty else {
      throw CorpusError(
        "the folder has no .ann file (annotations in brat's format were expected)", at: CorpusPlace(file: path),
        hint: "name the folder that holds the .ann files itself, or a .jsonl or .csv file of attributions")
    }
    let kept = try filters.isEmpty ? names : Self.filtered(names, in: folder, by: filters)
    files = kept.map { InputFolder.path(of: $0, in: folder) }
    filteredCount = names.count - kept.count
  }

  private static func filtered(_ names: [String], in folder: String, by filters: [ColumnFilter]) throws -> [String] {
    let index = InputFolder.path(of: "index.csv", in: folder)
    guard InputFile.exists(index) else {
      throw CorpusError(
        "there is no index.csv beside the .ann files (a table of article and \(filters[0].column) was expected)",
        at: CorpusPlace(file: folder), hint: "--where keeps the articles whose row in index.csv has the value")
    }
    var options = ReadingOptions(filters: filters)
    options.requiresTexts = false
    let articles = try CorpusReader.read(index, options: options).values(ofColumn: "article")
    let listed = Set(articles.map { MarkedArticle.name(of: $0) })
    let kept = names.filter { listed.contains(MarkedArticle.name(of: $0)) }
    guard !kept.isEmpty else {
      throw CorpusError(
        "none of the articles that \(filters.map(\.description).joined(separator: ", ")) keeps has an .ann file here "
          + "(articles listed: \(CorpusError.list(articles)))", at: CorpusPlace(file: index))
    }
    return kept
  }

  /// Reads all files.
  ///
  /// - Throws: `FileError`; `CorpusError` with everything that is wrong in any of the files.
  /// - Complexity: O(bytes).
  consuming func attributionSet() throws -> AttributionSet {
    var articles: [MarkedArticle] = []
    for file in files { if let article = try read(file) { articles.append(article) } }
    if complaints.count > 0 { throw complaints.error }
    if entityCount > 0, articles.allSatisfy({ $0.attributions.isEmpty }) {
      throw CorpusError(
        "stretches are marked, and nothing ties them together to attributions", at: CorpusPlace(file: path),
        hint:
          "events Attribution with Content, Source and Cue were expected, or relations between entities of these names")
    }
    var notes: [String] = []
    if contentless > 0 {
      notes.append("attributions of \(path) passed over, because they have no content: \(contentless)")
    }
    if repeated > 0 {
      notes.append("further annotations of articles that have one in \(path), passed over: \(repeated)")
    }
    articles.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return AttributionSet(
      source: AttributionSource(name: path, form: .brat, sha256: digester.finish(), bytes: byteCount),
      articles: articles, filteredCount: filteredCount, notes: notes)
  }

  private mutating func read(_ file: String) throws -> MarkedArticle? {
    let annotations = try InputFile.contents(of: file)
    guard let textFile = StandoffText.path(for: file) else {
      complaints.add(
        "there is no \(StandoffText.expectedPath(for: file)) beside it (the annotated text was expected)",
        at: CorpusPlace(file: file),
        hint:
          "offsets mean nothing without their text: put each article's .txt beside its .ann, or in a folder text beside theirs"
      )
      return nil
    }
    let name = MarkedArticle.name(of: textFile)
    guard names.insert(name).inserted else {
      repeated += 1
      return nil
    }
    take(annotations)
    let text: ArticleText
    do {
      let bytes = try InputFile.contents(of: textFile)
      take(bytes)
      text = try ArticleText(bytes, path: textFile)
    } catch let error as CorpusError {
      for complaint in error.complaints {
        complaints.add(complaint.problem, at: complaint.place ?? CorpusPlace(file: textFile), hint: complaint.hint)
      }
      return nil
    }
    let document = BratDocument(annotations, file: file, complaints: &complaints)
    let found = BratAttributions(document, text: text, file: file, complaints: &complaints)
    contentless += found.contentlessCount
    entityCount += document.entityNames.count
    return MarkedArticle(name: name, text: text, attributions: found.attributions)
  }

  private mutating func take(_ bytes: [UInt8]) {
    digester.update(bytes)
    byteCount += bytes.count
  }
}
