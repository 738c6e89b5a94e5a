/// A node of a tree of n-grams with its rank by frequency: one is what rows are sorted by, and the other where to look for
/// what is known of it, so that what is looked for most often lies together.
struct RankedNode: Sendable, Comparable {
  /// The node in the high half and its rank in the low one, or nothing but ones.
  let bits: UInt64

  /// No node.
  static let none = RankedNode(bits: .max)

  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(_ node: Int32, rank: Int32) { bits = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: rank)) }

  /// The node.
  @inline(__always) var node: Int { Int(truncatingIfNeeded: bits >> 32) }
  /// Its rank.
  @inline(__always) var rank: Int { Int(truncatingIfNeeded: bits & 0xFFFF_FFFF) }
  /// Whether this is a node.
  @inline(__always) var exists: Bool { bits != .max }

  /// Nodes are compared by their numbers, which differ.
  @inline(__always)
  static func < (left: RankedNode, right: RankedNode) -> Bool { left.bits < right.bits }
}
