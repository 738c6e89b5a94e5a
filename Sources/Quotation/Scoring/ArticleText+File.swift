internal import Corpora
internal import Reproducibility

extension ArticleText {
  /// The text that `bytes`, read from `path`, hold.
  ///
  /// - Throws: `CorpusError` with its place for what is not UTF-8.
  init(_ bytes: [UInt8], path: String) throws {
    do {
      self.init(String(copying: try UTF8Span(validating: bytes.span)))
    } catch {
      throw CorpusError(
        "a byte that is not UTF-8 (UTF-8 was expected)",
        at: CorpusPlace(file: path, line: 1 + bytes[..<error.byteOffsets.lowerBound].count { $0 == 10 }),
        hint: "convert the file, as by iconv -t UTF-8, and its offsets with it")
    }
  }
}
