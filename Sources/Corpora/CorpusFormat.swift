/// The form in which a file holds statements or features.
///
/// Every form may be compressed by gzip besides; that is told by the file's first bytes, not by its format.
public enum CorpusFormat: String, Codable, CaseIterable, Sendable, Hashable {
  /// Comma-separated values with a header line, quoted as RFC 4180 says.
  case csv
  /// Tab-separated values with a header line, quoted as CSV is.
  case tsv
  /// JSON Lines: one object a line.
  case jsonl
  /// Plain text: one statement a line, with no other column.
  case text
  /// Numbered features, one row a line: `label index:value ...`.
  case libsvm

  /// The format that the ending of `path` names, or nil where it names none. A further ending `.gz` is looked through.
  public init?(path: String) {
    var name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
    if Self.namesGzip(name) { name.removeLast(3) }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch name[name.utf8.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    case "txt", "text": self = .text
    case "libsvm", "svmlight", "svm": self = .libsvm
    default: return nil
    }
  }

  /// Whether the ending of `path` says that the file is compressed by gzip.
  static func namesGzip(_ path: String) -> Bool { path.utf8.count > 3 && path.lowercased().hasSuffix(".gz") }

  /// The name that a user would give it.
  var title: String {
    switch self {
    case .csv: "CSV"
    case .tsv: "TSV"
    case .jsonl: "JSON Lines"
    case .text: "plain text"
    case .libsvm: "libsvm"
    }
  }
}
