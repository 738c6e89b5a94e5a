/// The columns of hashed terms, as scikit-learn's `HashingVectorizer` computes them.
struct FeatureHash: Sendable {
  let columnCount: Int
  let alternatesSign: Bool

  init(_ hashing: BlockConfiguration.Hashing) {
    columnCount = hashing.columnCount
    alternatesSign = hashing.alternatesSign
  }

  /// The column of a term, and as its complement `~column` that of a term that is counted as negative.
  func signedColumn(of term: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let hash = Int32(bitPattern: FeatureHash.murmur3(term, range))
    let magnitude = hash == .min ? Int(Int32.max) - (columnCount - 1) : abs(Int(hash))
    let column = Int32(magnitude % columnCount)
    return alternatesSign && hash < 0 ? ~column : column
  }

  /// The column without its sign.
  @inline(__always)
  static func column(_ signed: Int32) -> Int32 { signed < 0 ? ~signed : signed }

  /// MurmurHash3_x86_32 with seed 0 of the bytes in `range` (Austin Appleby, public domain).
  static func murmur3(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 0
    var position = range.lowerBound
    while position + 4 <= range.upperBound {
      let block =
        UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
        | UInt32(bytes[position + 3]) << 24
      hash ^= scramble(block)
      hash = (hash << 13 | hash >> 19) &* 5 &+ 0xE654_6B64
      position += 4
    }
    var tail: UInt32 = 0
    for place in (position..<range.upperBound).reversed() { tail = tail << 8 | UInt32(bytes[place]) }
    if position < range.upperBound { hash ^= scramble(tail) }
    hash ^= UInt32(truncatingIfNeeded: range.count)
    hash = (hash ^ hash >> 16) &* 0x85EB_CA6B
    hash = (hash ^ hash >> 13) &* 0xC2B2_AE35
    return hash ^ hash >> 16
  }

  @inline(__always)
  private static func scramble(_ block: UInt32) -> UInt32 {
    let mixed = block &* 0xCC9E_2D51
    return (mixed << 15 | mixed >> 17) &* 0x1B87_3593
  }
}
