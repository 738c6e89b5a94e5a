extension NgramTable {
  /// A table over ascending terms, or nil for so many bytes of them that nodes might not be numbered by 32 bits.
  ///
  /// Terms that no sequence of words can make, such as those with two spaces side by side, are never found, and neither are
  /// those of more than `longest` words. Complexity: O(bytes).
  init?(_ terms: TermList, longest: Int) {
    guard terms.bytes.count < Int(Int32.max) / 4, terms.count < Int(Int32.max) / 4 else { return nil }
    var builder = NgramTableBuilder(terms, longest: longest)
    builder.addTerms()
    self = builder.table
  }
}

/// Makes an `NgramTable`, one term after the other.
private struct NgramTableBuilder {
  private static let separator = UInt8(ascii: " ")

  private let terms: TermList
  private let longest: Int
  private var words = TermTable()
  private var roots: [Int32] = []
  private var edges: [NgramTable.Edge]
  private let mask: Int
  /// The number of the next node that is neither a term nor a root.
  private var nextNode: Int32
  /// Where the words of the term at hand are.
  private var parts: [Range<Int>] = []

  init(_ terms: TermList, longest: Int) {
    self.terms = terms
    self.longest = longest
    nextNode = Int32(2 * terms.count)
    var capacity = 16
    let edgeCount = Self.edgeCount(terms, longest: longest)
    while capacity < 2 * edgeCount { capacity *= 2 }
    mask = capacity - 1
    edges = [NgramTable.Edge](repeating: .free, count: capacity)
  }

  var table: NgramTable { NgramTable(words: words, roots: roots, edges: edges, termCount: terms.count) }

  mutating func addTerms() {
    let terms = terms
    let bytes = terms.bytes.span
    for term in 0..<terms.count where split(bytes, terms.range(at: term)) { add(Int32(term), bytes) }
  }

  /// How many edges there are at most: a damaged file may hold terms of nothing but spaces, and those make none.
  private static func edgeCount(_ terms: TermList, longest: Int) -> Int {
    let bytes = terms.bytes.span
    var edges = 0
    for term in 0..<terms.count {
      var separators = 0
      for position in terms.range(at: term) { separators += bytes[position] == separator ? 1 : 0 }
      if separators < longest { edges += separators }
    }
    return edges
  }

  /// Makes `parts` the words of a term; false where it is none that words can make.
  private mutating func split(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    parts.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for position in range where bytes[position] == Self.separator {
      guard position > start, parts.count + 1 < longest else { return false }
      parts.append(start..<position)
      start = position + 1
    }
    parts.append(start..<range.upperBound)
    return start < range.upperBound
  }

  private mutating func add(_ term: Int32, _ bytes: Span<UInt8>) {
    var node: Int32 = -1
    for place in parts.indices {
      let range = parts[place]
      let word = words.intern(bytes, range, hash: TermHash.hash(bytes, range))
      if Int(word) == roots.count { roots.append(-1) }
      let isTerm = place == parts.count - 1
      node = place == 0 ? root(word, term: term, isTerm: isTerm) : child(of: node, word, term: term, isTerm: isTerm)
    }
  }

  private mutating func root(_ word: Int32, term: Int32, isTerm: Bool) -> Int32 {
    if roots[Int(word)] < 0 { roots[Int(word)] = isTerm ? term : term + Int32(terms.count) }
    return roots[Int(word)]
  }

  private mutating func child(of node: Int32, _ word: Int32, term: Int32, isTerm: Bool) -> Int32 {
    let key = NgramTable.key(node, word)
    var slot = NgramTable.slot(of: key, mask: mask)
    while edges[slot].key != NgramTable.Edge.free.key {
      if edges[slot].key == key { return edges[slot].child }
      slot = (slot + 1) & mask
    }
    let child = isTerm ? term : nextNode
    if !isTerm { nextNode += 1 }
    edges[slot] = NgramTable.Edge(key: key, child: child)
    return child
  }
}
