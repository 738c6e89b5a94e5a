/// A file, or the standard input, read from its start in pieces of bounded size.
public struct InputFile: ~Copyable {
  /// The file as the user named it; "-" is the standard input.
  public let path: String
  private let descriptor: Int32
  /// How many bytes the file holds, or nil for what has no size, such as a pipe.
  public let byteCount: Int?

  /// How many bytes a piece has at most.
  public static let pieceLength = 1 << 20

  /// How many bytes are asked for at once at most: a file may claim any size.
  private static let largestWholeRead = 1 << 28

  /// Opens the file at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError` where there is no such file, it is a directory, or it may not be read.
  public init(path: String) throws {
    let descriptor = try SystemCall.openForReading(path)
    self.path = path
    self.descriptor = descriptor
    byteCount = SystemCall.size(descriptor)
  }

  deinit {
    if path != "-" { SystemCall.shut(descriptor) }
  }

  /// The next piece, empty at the end.
  ///
  /// - Throws: `FileError` where the system cannot read on.
  public mutating func next() throws -> [UInt8] {
    try SystemCall.read(descriptor, count: Self.pieceLength, path: path)
  }

  /// All of a file whose size is known and not out of the ordinary, so that its bytes need not move as they grow; else a
  /// piece.
  private mutating func first() throws -> [UInt8] {
    let count = min(byteCount ?? 0, Self.largestWholeRead)
    return try SystemCall.read(descriptor, count: max(count, Self.pieceLength), path: path)
  }

  /// All bytes of the file at `path`, or of the standard input for "-".
  ///
  /// - Throws: `FileError`.
  public static func contents(of path: String) throws -> [UInt8] {
    var file = try InputFile(path: path)
    var bytes = try file.first()
    guard !bytes.isEmpty else { return bytes }
    while true {
      let piece = try file.next()
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The SHA-256 of the file at `path`, read a piece at a time.
  ///
  /// - Throws: `FileError`.
  public static func digest(of path: String) throws -> ContentDigest {
    var file = try InputFile(path: path)
    var digester = Digester()
    while true {
      let piece = try file.next()
      if piece.isEmpty { return digester.finish() }
      digester.update(piece)
    }
  }

  /// Whether something of that name is there.
  public static func exists(_ path: String) -> Bool { SystemCall.exists(path) }

  /// Whether two names are, or will be, of the same file.
  public static func isSame(_ left: String, as right: String) -> Bool {
    left == right || SystemCall.isSameFile(left, right)
  }
}
