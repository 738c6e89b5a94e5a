/// How the step from an n-gram to one that is a word longer is packed into 64 bits, which keeps a table of them near the
/// processor: the node of the n-gram, the number of the word, and the number of the longer n-gram.
///
/// The node of a single word is the word's number, that of a longer n-gram its own number after those of all words. N-grams that
/// are terms have the terms' numbers, and those that only lead on to terms have higher ones.
struct EdgeLayout: Sendable {
  /// Where there is no edge.
  static let free = UInt64.max

  /// The number of different words.
  let wordCount: UInt64
  /// The number of terms.
  let termCount: Int
  let wordBits: UInt64
  let childBits: UInt64

  @inline(__always)
  func key(_ node: UInt64, _ word: Int32) -> UInt64 { node &<< wordBits | UInt64(UInt32(bitPattern: word)) }

  @inline(__always)
  func edge(_ key: UInt64, _ child: UInt64) -> UInt64 { key &<< childBits | child }

  /// The key of an edge; that of a free place is none that `key` gives, because the highest bit of those is never set.
  @inline(__always)
  func key(of edge: UInt64) -> UInt64 { edge &>> childBits }

  @inline(__always)
  func child(of edge: UInt64) -> UInt64 { edge & ((1 &<< childBits) &- 1) }

  /// The place in a table of `mask + 1` edges where a key is looked for first.
  @inline(__always)
  static func slot(of key: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: TermHash.mixed(key)) & mask }
}
