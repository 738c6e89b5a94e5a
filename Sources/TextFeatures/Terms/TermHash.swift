/// The hash that terms are looked up by: FNV-1a over their UTF-8 bytes, which can be continued byte by byte.
enum TermHash {
  /// The hash of no bytes.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of some bytes and `byte` after them.
  @inline(__always)
  static func extended(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The hash of `bytes`.
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    for position in range { hash = extended(hash, by: bytes[position]) }
    return hash
  }
}
