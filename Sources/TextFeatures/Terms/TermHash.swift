/// The hash that terms are looked up by: eight bytes at a time, so that most words take two multiplications.
///
/// Nothing but speed depends on it: it is never stored, and numbers are given in order of arrival.
enum TermHash {
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of the bytes in `range`. Complexity: O(bytes).
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
    if range.count <= 16 {
      let words = bytes.twoWords(of: range)
      return mixed(mixed(hash ^ words.first) ^ words.second)
    }
    var start = range.lowerBound
    while start < range.upperBound {
      hash = mixed(hash ^ bytes.word(of: start..<range.upperBound))
      start &+= 8
    }
    return hash
  }

  /// A number each of whose bits depends on all of `value`.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
