internal import Corpora
internal import Quotation
internal import Reproducibility

/// The files of a folder that are to be read, and what is to be said of the others.
struct ArticleFolder {
  /// The paths of the files, in the order of their names' UTF-8 bytes.
  let files: [String]
  /// What was passed over, or that nothing is left.
  let findings: [ArticleFinding]

  private static let articleEndings = ["txt", "text", "html", "htm", "xhtml", "shtml"]

  /// Looks through the folder at `path`, but not through folders in it.
  ///
  /// Of a page and a text of the same name only the text is taken: it is what somebody made of the page.
  ///
  /// - Parameter isOfTables: whether tables are looked for rather than articles.
  /// - Throws: `FileError`.
  init(_ path: String, isOfTables: Bool) throws {
    let names = try InputFolder.names(in: path)
    var wanted: [String] = []
    var passedOver: [String: Int] = [:]
    for name in names {
      let ending = Self.ending(of: name)
      if InputFolder.isFolder(InputFolder.path(of: name, in: path)) {
        passedOver["folder", default: 0] += 1
      } else if isOfTables ? Self.isTable(name) : Self.articleEndings.contains(ending) {
        wanted.append(name)
      } else {
        passedOver[ending.isEmpty ? "without ending" : ".\(ending)", default: 0] += 1
      }
    }
    let texts = Set(wanted.filter { !Self.isPage($0) }.map { ArticleReader.name(ofPath: $0) })
    let kept = wanted.filter { !Self.isPage($0) || !texts.contains(ArticleReader.name(ofPath: $0)) }
    files = kept.map { InputFolder.path(of: $0, in: path) }
    findings = Self.findings(
      on: path, expected: isOfTables ? "tables" : "articles", passedOver: passedOver,
      doubled: wanted.count - kept.count, isEmpty: kept.isEmpty)
  }

  /// Whether a name is that of a table, as the column of articles of which might be named.
  static func isTable(_ name: String) -> Bool {
    switch CorpusFormat(path: name) {
    case .csv, .tsv, .jsonl: true
    case .text, .libsvm, nil: false
    }
  }

  private static func isPage(_ name: String) -> Bool { ending(of: name).hasSuffix("html") || ending(of: name) == "htm" }

  /// The ending of a name in lower case, one for gzip aside.
  private static func ending(of name: String) -> String {
    let plain = StoredBytes.plainName(of: name)
    let stem = ArticleReader.name(ofPath: plain)
    return String(decoding: plain.utf8.dropFirst(stem.utf8.count + 1), as: UTF8.self).lowercased()
  }

  private static func findings(
    on path: String, expected: String, passedOver: [String: Int], doubled: Int, isEmpty: Bool
  ) -> [ArticleFinding] {
    var findings: [ArticleFinding] = []
    func add(_ kind: ArticleFinding.Kind, _ severity: CorpusFinding.Severity, _ message: String) {
      findings.append(
        ArticleFinding(kind: kind, severity: severity, message: message, place: CorpusPlace(file: path)))
    }
    let kinds = passedOver.keys.sorted().map { "\(passedOver[$0] ?? 0) \($0)" }.joined(separator: ", ")
    if !kinds.isEmpty { add(.passedOver, .info, "what is no file of \(expected) was passed over: \(kinds)") }
    if doubled > 0 {
      add(.passedOver, .info, "\(doubled) of the pages were passed over, because their texts stand beside them")
    }
    if isEmpty { add(.noArticle, .error, "there are no \(expected) in this folder") }
    return findings
  }
}
