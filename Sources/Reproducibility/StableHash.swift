/// Hash functions whose values never change between runs, machines or versions, unlike `Hasher`'s.
public enum StableHash {
  /// The 64-bit FNV-1a hash of a sequence of bytes: for naming random streams and keying tables, not for integrity.
  ///
  /// Complexity: O(n).
  @inlinable
  public static func fnv1a64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Scrambles a 64-bit key so that its low bits can index a table (the finaliser of MurmurHash3).
  @inlinable
  public static func mix(_ key: UInt64) -> UInt64 {
    var value = key
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
