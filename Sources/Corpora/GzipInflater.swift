internal import CZlib

/// Undoes gzip compression, piece by piece: the owner of zlib's stream, and the one file that calls zlib.
///
/// Members that follow one another are read as one text, as gzip itself does; zero bytes after the last are padding.
@safe
struct GzipInflater: ~Copyable {
  /// Why the compressed bytes cannot be read.
  enum Failure: Error {
    /// They are not what the compressor wrote; `offset` counts compressed bytes.
    case damaged(offset: Int, reason: String)
  }

  /// How many bytes a piece of the result has at most.
  static let pieceLength = 1 << 20

  private let stream: UnsafeMutablePointer<z_stream>
  private var pending: [UInt8] = []
  private var consumed = 0
  private var offset = 0
  private var memberHasEnded = false

  /// An inflater at the beginning of the compressed bytes.
  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let code = unsafe inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib cannot start (code \(code)): there is no memory left, or it is another version")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Whether the bytes supplied so far end where a member ends.
  var isComplete: Bool { memberHasEnded && consumed == pending.count }

  /// Takes the next compressed bytes, once `next` has returned nothing for those before.
  mutating func supply(_ piece: [UInt8]) {
    precondition(consumed == pending.count, "\(pending.count - consumed) bytes are not inflated yet")
    pending = piece
    consumed = 0
  }

  /// The next bytes of the text, empty where more compressed bytes are needed.
  mutating func next() throws(Failure) -> [UInt8] {
    while true {
      if memberHasEnded, !(try beginNextMember()) { return [] }
      let output = try inflatePiece()
      if !output.isEmpty { return output }
      if consumed == pending.count, !memberHasEnded { return [] }
    }
  }

  /// Skips padding; whether another member begins in the bytes at hand.
  private mutating func beginNextMember() throws(Failure) -> Bool {
    while consumed < pending.count, pending[consumed] == 0 {
      consumed += 1
      offset += 1
    }
    guard consumed < pending.count else { return false }
    guard pending[consumed] == 0x1F else {
      throw .damaged(offset: offset, reason: "something other than gzip data follows the end of the data")
    }
    unsafe inflateReset(stream)
    memberHasEnded = false
    return true
  }

  private mutating func inflatePiece() throws(Failure) -> [UInt8] {
    var code = Z_OK
    var taken = 0
    let available = pending.count - consumed
    let start = consumed
    let stream = unsafe stream
    let output = unsafe pending.withUnsafeMutableBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceLength) { buffer, count in
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = UInt32(Self.pieceLength)
        code = unsafe inflate(stream, Z_NO_FLUSH)
        count = Self.pieceLength - Int(unsafe stream.pointee.avail_out)
        taken = available - Int(unsafe stream.pointee.avail_in)
      }
    }
    consumed += taken
    offset += taken
    switch code {
    case Z_STREAM_END: memberHasEnded = true
    case Z_OK, Z_BUF_ERROR: break
    default:
      let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      throw .damaged(offset: offset, reason: reason ?? "zlib's code \(code)")
    }
    return output
  }
}
