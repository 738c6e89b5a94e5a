/// An opened corpus whose format is known: what a caller looks at who takes statements and features alike.
public struct CorpusInput: ~Copyable {
  /// The file's name as the user wrote it; "-" is the standard input.
  public let name: String
  /// Its format: as the options say, else as its name ends, else as its first line shows.
  public let format: CorpusFormat
  var bytes: ByteSource

  /// Opens the file at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError` where it cannot be read; `CorpusError` where it is empty, not gzip though named so, or of a format
  ///   that cannot be told.
  public init(path: String, options: ReadingOptions = ReadingOptions()) throws {
    try self.init(ByteSource(path: path), options: options)
  }

  /// Takes a corpus in memory, as if it were a file called `name`.
  ///
  /// - Parameter pieceLength: how many bytes are read at a time; the result does not depend on it.
  /// - Precondition: `pieceLength` is positive.
  /// - Throws: `CorpusError`, as for a file.
  public init(
    bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions(), pieceLength: Int = 1 << 20
  ) throws {
    precondition(pieceLength > 0, "pieces of \(pieceLength) bytes")
    let pieces = stride(from: 0, to: bytes.count, by: pieceLength).map { start in
      Array(bytes[start..<min(start + pieceLength, bytes.count)])
    }
    try self.init(ByteSource(pieces: pieces, name: name), options: options)
  }

  /// Bytes whose format is known.
  init(_ bytes: consuming ByteSource, format: CorpusFormat) {
    name = bytes.name
    self.format = format
    self.bytes = bytes
  }

  // Everything that can fail is done before `self` is touched: the compiler (Swift 6.3) destroys a noncopyable `self` that is
  // half initialised wrongly in optimised builds.
  private init(_ source: consuming ByteSource, options: ReadingOptions) throws {
    let name = source.name
    let head = try source.peek(limit: 1 << 16)
    if head.isEmpty { throw CorpusError.empty(name) }
    let format = try options.format ?? CorpusFormat(path: name) ?? Self.detect(head, options: options, name: name)
    self.name = name
    self.format = format
    bytes = source
  }

  private static func detect(_ head: [UInt8], options: ReadingOptions, name: String) throws -> CorpusFormat {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw CorpusError.utf16(name) }
    var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < head.count, [9, 10, 13, 32].contains(head[start]) { start += 1 }
    let end = head[start...].firstIndex { $0 == 10 || $0 == 13 } ?? head.count
    let line = head.span.extracting(start..<end)
    let textColumn = options.columns.name(of: .text)
    guard let format = CorpusFormat.detected(inFirstLine: line, textColumn: textColumn) else {
      throw CorpusError.unknownFormat(name)
    }
    return format
  }
}
