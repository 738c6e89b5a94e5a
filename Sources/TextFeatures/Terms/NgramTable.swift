/// Finds n-grams of words by the numbers of their words: each word is looked up once, and each n-gram by the n-gram before it
/// and its last word, without touching bytes again.
///
/// N-grams are nodes of a tree. A node that is a term has that term's number; those that only lead on to longer terms have
/// higher ones. Both tables are open-addressing ones over arrays, so that nothing depends on a hash but speed.
struct NgramTable: Sendable {
  /// The words of all terms.
  private let words: TermTable
  /// The node of the n-gram that each word is by itself, or -1.
  private var roots: [Int32]
  /// A node and the word after it, in the high and the low 32 bits; all bits set where free.
  private var keys: [UInt64]
  /// The node that each key leads to.
  private var children: [Int32]
  private let mask: Int
  /// The number of terms, below which nodes are terms.
  private let termCount: Int

  private static let free = UInt64.max
  private static let separator = UInt8(ascii: " ")

  /// A table over ascending terms, or nil for so many bytes of them that nodes might not be numbered by 32 bits.
  ///
  /// Terms that no sequence of words can make, such as those with two spaces side by side, are never found, and neither are
  /// those of more than `longest` words. Complexity: O(bytes).
  init?(_ terms: TermList, longest: Int) {
    guard terms.bytes.count < Int(Int32.max) / 2, terms.count < Int(Int32.max) / 2 else { return nil }
    var builder = Builder(terms, longest: longest)
    builder.build()
    self = builder.table
  }

  /// The number of a word, or -1 where no term holds it.
  @inline(__always)
  func word(_ source: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int32 {
    words.find(source, range, hash: hash)
  }

  /// Writes the numbers of those n-grams of a sequence of words that are terms, as often as they are there, and returns how
  /// many.
  ///
  /// - Parameters:
  ///   - sequence: the numbers of the words, -1 for those in no term.
  ///   - orders: the lengths of n-grams that count.
  ///   - found: has room for all n-grams there can be: `sequence.count * orders.maximum`.
  /// Complexity: O(words x greatest length).
  func find(_ sequence: Span<Int32>, orders: NgramRange, found: inout MutableSpan<Int32>) -> Int {
    let (roots, keys, children) = (roots.span, keys.span, children.span)
    var count = 0
    for first in 0..<sequence.count where sequence[first] >= 0 {
      var node = roots[Int(sequence[first])]
      guard node >= 0 else { continue }
      if orders.minimum == 1, Int(node) < termCount {
        found[count] = node
        count &+= 1
      }
      var last = first &+ 1
      let end = min(sequence.count, first &+ orders.maximum)
      while last < end, sequence[last] >= 0 {
        node = NgramTable.child(of: node, sequence[last], keys, children, mask)
        guard node >= 0 else { break }
        last &+= 1
        if last &- first >= orders.minimum, Int(node) < termCount {
          found[count] = node
          count &+= 1
        }
      }
    }
    return count
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  @inline(__always)
  private static func slot(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: TermHash.mixed(key)) & mask
  }

  @inline(__always)
  private static func child(
    of node: Int32, _ word: Int32, _ keys: Span<UInt64>, _ children: Span<Int32>, _ mask: Int
  ) -> Int32 {
    let key = key(node, word)
    var slot = slot(of: key, mask)
    while true {
      let here = keys[slot]
      if here == key { return children[slot] }
      if here == free { return -1 }
      slot = (slot &+ 1) & mask
    }
  }
}

extension NgramTable {
  private init(words: TermTable, roots: [Int32], keys: [UInt64], children: [Int32], mask: Int, termCount: Int) {
    self.words = words
    self.roots = roots
    self.keys = keys
    self.children = children
    self.mask = mask
    self.termCount = termCount
  }

  /// Adds terms one after the other.
  private struct Builder {
    private let terms: TermList
    private let longest: Int
    private var words = TermTable()
    private var roots: [Int32] = []
    private var keys: [UInt64]
    private var children: [Int32]
    private let mask: Int
    private var nodeCount: Int
    /// Where the words of the term at hand are.
    private var parts: [Range<Int>] = []

    init(_ terms: TermList, longest: Int) {
      self.terms = terms
      self.longest = longest
      nodeCount = terms.count
      let bytes = terms.bytes.span
      var separators = 0
      for position in bytes.indices { separators += bytes[position] == NgramTable.separator ? 1 : 0 }
      var capacity = 16
      while capacity < 2 * separators { capacity *= 2 }
      mask = capacity - 1
      keys = [UInt64](repeating: NgramTable.free, count: capacity)
      children = [Int32](repeating: -1, count: capacity)
    }

    var table: NgramTable {
      NgramTable(
        words: words, roots: roots, keys: keys, children: children, mask: mask, termCount: terms.count)
    }

    mutating func build() {
      let terms = terms
      let bytes = terms.bytes.span
      for term in 0..<terms.count where split(bytes, terms.range(at: term)) { add(Int32(term), bytes) }
    }

    /// Makes `parts` the words of a term; false where it is none that words can make.
    private mutating func split(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
      parts.removeAll(keepingCapacity: true)
      var start = range.lowerBound
      for position in range where bytes[position] == NgramTable.separator {
        parts.append(start..<position)
        start = position + 1
      }
      parts.append(start..<range.upperBound)
      return parts.count <= longest && !parts.contains { $0.isEmpty }
    }

    private mutating func add(_ term: Int32, _ bytes: Span<UInt8>) {
      var node: Int32 = -1
      for place in parts.indices {
        let range = parts[place]
        let word = words.intern(bytes, range, hash: TermHash.hash(bytes, range))
        if Int(word) == roots.count { roots.append(-1) }
        let isLast = place == parts.count - 1
        node = place == 0 ? root(word, term: isLast ? term : nil) : child(of: node, word, term: isLast ? term : nil)
      }
    }

    private mutating func root(_ word: Int32, term: Int32?) -> Int32 {
      if roots[Int(word)] < 0 { roots[Int(word)] = term ?? newNode() }
      return roots[Int(word)]
    }

    private mutating func child(of node: Int32, _ word: Int32, term: Int32?) -> Int32 {
      let key = NgramTable.key(node, word)
      var slot = NgramTable.slot(of: key, mask)
      while keys[slot] != NgramTable.free {
        if keys[slot] == key { return children[slot] }
        slot = (slot + 1) & mask
      }
      keys[slot] = key
      children[slot] = term ?? newNode()
      return children[slot]
    }

    private mutating func newNode() -> Int32 {
      defer { nodeCount += 1 }
      return Int32(nodeCount)
    }
  }
}
