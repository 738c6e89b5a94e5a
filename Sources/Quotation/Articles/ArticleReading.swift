/// What reading a file gave: an article, or findings that say why there is none; or an article and what is doubtful about it.
public struct ArticleReading: Sendable, Hashable {
  /// The article, or nil where a finding of severity `error` says why there is none.
  public let article: Article?
  /// What is wrong, in the order of the file.
  public let findings: [ArticleFinding]

  /// Joins an article, or none, with what is wrong.
  public init(article: Article?, findings: [ArticleFinding]) {
    self.article = article
    self.findings = findings
  }
}

/// What a file with an article in it is written in.
public enum ArticleFormat: String, Codable, CaseIterable, Sendable, Hashable {
  /// Plain text.
  case text
  /// A saved page.
  case html

  /// The format that the first bytes show, or else the ending of the file's name.
  ///
  /// A document type, or a tag that opens a page, means HTML under any name. A tag that may open a fragment of a page, or a
  /// comment, means HTML unless the name ends in `.txt`.
  public static func detected(in bytes: [UInt8], path: String) -> ArticleFormat {
    let name = path.utf8.map(ByteText.lowercased)
    if [".html", ".htm", ".xhtml", ".shtml"].contains(where: { ByteText.hasSuffix(name, $0) }) { return .html }
    let head = beginning(of: bytes)
    if ["<!doctype html", "<html", "<head", "<body"].contains(where: { head.starts(with: $0.utf8) }) { return .html }
    if ["<?xml", "<!--", "<!doctype"].contains(where: { head.starts(with: $0.utf8) }),
      ByteText.find("<html", in: head) != nil
    {
      return .html
    }
    let opensFragment = ["<article", "<main", "<div", "<section", "<p>", "<h1"].contains { head.starts(with: $0.utf8) }
    return opensFragment && !ByteText.hasSuffix(name, ".txt") ? .html : .text
  }

  /// The first bytes that are neither a byte order mark nor white space, nor the zeros of UTF-16, in lower case.
  private static func beginning(of bytes: [UInt8]) -> [UInt8] {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 9, 10, 12, 13, 32]
    let start = bytes.prefix(4096).firstIndex { !marks.contains($0) } ?? 0
    return bytes[start...].prefix(1024).filter { $0 != 0 }.map(ByteText.lowercased)
  }
}
