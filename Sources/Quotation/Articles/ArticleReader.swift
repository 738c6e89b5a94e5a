internal import Corpora

/// Reads articles from plain texts and saved pages.
///
/// A plain text is kept as it is, byte for byte, so that offsets are those of the file: only bytes that are not UTF-8 give way to
/// U+FFFD, and UTF-16 with a byte order mark becomes UTF-8. Of a page the article's paragraphs become the text, in UTF-8, with
/// a blank line between two. Time is linear in the number of bytes, whatever they are.
public enum ArticleReader {
  /// Reads the file at `path`, which may be compressed by gzip, or the standard input for "-"; its name without folders and endings
  /// becomes the article's.
  ///
  /// - Parameter format: what the file is written in; nil has it told by its first bytes and its ending.
  /// - Throws: `FileError` where the file cannot be read, `CorpusError` where it cannot be decompressed. What is wrong with its
  ///   contents are findings.
  public static func read(path: String, format: ArticleFormat? = nil) throws -> ArticleReading {
    read(try StoredBytes.contents(of: path), name: name(ofPath: path), file: path, format: format)
  }

  /// Reads an article.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents, or those of a cell of a table.
  ///   - name: what the article is called in results.
  ///   - file: the file as the user named it, for findings.
  ///   - firstLine: the line of the file on which the bytes begin, from 1.
  ///   - format: what the bytes are written in; nil has it told by the first of them and the file's ending.
  public static func read(
    _ bytes: [UInt8], name: String, file: String, firstLine: Int = 1, format: ArticleFormat? = nil
  ) -> ArticleReading {
    let place = FilePlace(file: file, firstLine: firstLine)
    do throws(ArticleFinding) {
      if ByteText.isBlank(bytes) {
        throw ArticleFinding(
          kind: .emptyFile, severity: .error, message: "there is nothing in it (an article was expected)",
          place: place.start)
      }
      switch format ?? ArticleFormat.detected(in: bytes, path: StoredBytes.plainName(of: file)) {
      case .text: return try PlainTextArticle.read(bytes, name: name, place: place)
      case .html: return try PageArticle.read(bytes, name: name, place: place)
      }
    } catch {
      return ArticleReading(article: nil, findings: [error])
    }
  }

  /// The last part of a path without its ending, and without a further one for gzip; "stdin" for "-".
  public static func name(ofPath path: String) -> String {
    if path == "-" { return "stdin" }
    let last = StoredBytes.plainName(of: path.split(separator: "/").last.map(String.init) ?? path)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}
