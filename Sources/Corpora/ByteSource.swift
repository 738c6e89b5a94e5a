internal import Reproducibility

/// The bytes of a corpus in pieces: from a file, the standard input or memory, decompressed where they are gzip, and their
/// digest as they were stored.
struct ByteSource: ~Copyable {
  let name: String
  private var file: InputFile?
  private var pieces: [[UInt8]]
  private var nextPiece = 0
  private var head: [UInt8] = []
  private var inflater: GzipInflater?
  /// nil for parts of a file whose digest is somebody else's concern.
  private var digester: Digester? = Digester()
  private var hasBegun = false

  /// How many bytes were read so far, as they were stored.
  private(set) var byteCount = 0
  /// Whether the bytes are those of a file that can be read again.
  let isRepeatable: Bool
  /// The size as stored, where it is known beforehand.
  let totalByteCount: Int?

  /// The bytes of the file at `path`, or of the standard input for "-".
  init(path: String) throws {
    let file = try InputFile(path: path)
    self.init(file: file)
  }

  private init(file: consuming InputFile) {
    name = file.path
    totalByteCount = file.byteCount
    // A standard input has a size where a file was redirected to it, and yet opening it again goes on where it stands.
    isRepeatable = file.byteCount != nil && file.path != "-"
    self.file = consume file
    pieces = []
  }

  /// Bytes in memory, given out in these very pieces.
  init(pieces: [[UInt8]], name: String) {
    self.name = name
    self.pieces = pieces
    totalByteCount = pieces.reduce(0) { $0 + $1.count }
    file = nil
    isRepeatable = false
  }

  /// Plain bytes in memory that are a part of the file `name`.
  init(partOf name: String, pieces: [[UInt8]]) {
    self.init(pieces: pieces, name: name)
    digester = nil
    hasBegun = true
  }

  /// The digest of the bytes read so far, as they were stored.
  var digest: ContentDigest { (digester ?? Digester()).finish() }

  /// Whether the bytes are compressed; known once some have been read.
  var isCompressed: Bool { inflater != nil }

  /// The next bytes of the text, empty at the end.
  mutating func next() throws -> [UInt8] {
    if !hasBegun { try begin() }
    if head.isEmpty { return try nextDecompressed() }
    let bytes = head
    head = []
    return bytes
  }

  /// The first bytes of the text, which `next` will give out again: up to the end of the first line that is not blank, or
  /// `limit` bytes or a little more, or all.
  mutating func peek(limit: Int) throws -> [UInt8] {
    if !hasBegun { try begin() }
    while head.count < limit, !Self.hasLine(head) {
      let piece = try nextDecompressed()
      if piece.isEmpty { break }
      head += piece
    }
    return head
  }

  /// Whether a line that is not blank ends in `bytes`; a byte order mark counts as blank.
  private static func hasLine(_ bytes: [UInt8]) -> Bool {
    let blank: [UInt8] = [9, 10, 13, 32, 0xEF, 0xBB, 0xBF]
    guard let first = bytes.firstIndex(where: { !blank.contains($0) }) else { return false }
    return bytes[first...].contains { $0 == 10 || $0 == 13 }
  }

  /// Finds out from the first two stored bytes whether the rest is compressed.
  private mutating func begin() throws {
    hasBegun = true
    var start = try nextStored()
    while start.count < 2 {
      let piece = try nextStored()
      if piece.isEmpty { break }
      start += piece
    }
    if start.count >= 2, start[0] == 0x1F, start[1] == 0x8B {
      inflater = GzipInflater()
      inflater?.supply(start)
    } else if let archive = ForeignArchive(firstBytes: start) {
      throw CorpusError(
        "the file is \(archive.title) (a table or text was expected, as it is or compressed by gzip)",
        at: CorpusPlace(file: name), hint: archive.remedy)
    } else if CorpusFormat.namesGzip(name), !start.isEmpty {
      throw CorpusError(
        "the file is not compressed by gzip (its name ends in .gz)", at: CorpusPlace(file: name),
        hint: "give it a name that says what it is")
    } else {
      head = start
    }
  }

  private mutating func nextDecompressed() throws -> [UInt8] {
    guard inflater != nil else { return try nextStored() }
    while true {
      if let bytes = try inflate(), !bytes.isEmpty { return bytes }
      let piece = try nextStored()
      if piece.isEmpty {
        if inflater?.isComplete == true { return [] }
        throw CorpusError(
          "the gzip data end after \(byteCount) bytes, before they are complete", at: CorpusPlace(file: name),
          hint: "the file was cut off, as by an interrupted download: fetch it again")
      }
      inflater?.supply(piece)
    }
  }

  private mutating func inflate() throws -> [UInt8]? {
    do {
      return try inflater?.next()
    } catch GzipInflater.Failure.damaged(let offset, let reason) {
      throw CorpusError(
        "the gzip data are damaged near byte \(offset) (\(reason))", at: CorpusPlace(file: name),
        hint: "fetch or make the file again; gzip -t tests it")
    }
  }

  private mutating func nextStored() throws -> [UInt8] {
    let bytes: [UInt8]
    if let piece = try file?.next() {
      bytes = piece
    } else {
      while nextPiece < pieces.count, pieces[nextPiece].isEmpty { nextPiece += 1 }
      guard nextPiece < pieces.count else { return [] }
      bytes = pieces[nextPiece]
      nextPiece += 1
    }
    byteCount += bytes.count
    digester?.update(bytes)
    return bytes
  }
}
