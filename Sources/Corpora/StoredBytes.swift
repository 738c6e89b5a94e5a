/// Whole files, or the standard input, decompressed where they are gzip.
public enum StoredBytes {
  /// All bytes of the file at `path`, or of the standard input for "-", as they were before they were compressed.
  ///
  /// Complexity: O(n), in memory as in time.
  ///
  /// - Throws: `FileError` where it cannot be read; `CorpusError` for gzip data that are damaged or cut off, and for a file that is
  ///   none though its name ends in `.gz`.
  public static func contents(of path: String) throws -> [UInt8] {
    var source = try ByteSource(path: path)
    var bytes = try source.next()
    guard !bytes.isEmpty else { return bytes }
    while true {
      let piece = try source.next()
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The name of a file without the ending that says it is compressed.
  public static func plainName(of path: String) -> String {
    CorpusFormat.namesGzip(path) ? String(decoding: path.utf8.dropLast(3), as: UTF8.self) : path
  }
}
