/// The kept n-grams of a corpus up to some length, as a tree: a node for each different one, its parent the n-gram without the
/// last unit, which is kept where it is.
///
/// Nodes are numbered in the order of their texts' UTF-8 bytes, a parent before its children, which is scikit-learn's order of
/// columns. (Units of words are joined by a space, which stands before every byte of a word, so that comparing texts is
/// comparing units one after the other.)
struct NgramTree: Sendable {
  /// The node of the n-gram without its last unit, or -1 for single units.
  let parents: [Int32]
  /// The last unit, its place in the vocabulary.
  let lastUnits: [Int32]
  /// The units' texts.
  let vocabulary: TermList
  /// What stands between units: a space between words, nothing between characters.
  let separator: [UInt8]

  /// The number of different n-grams.
  var count: Int { parents.count }

  /// The texts of n-grams. Complexity: O(bytes of the texts).
  func terms(of nodes: [Int32]) -> TermList {
    var list = TermList()
    list.reserve(terms: nodes.count, bytes: nodes.count * 12)
    var chain = InlineArray<16, Int32>(repeating: 0)
    for node in nodes {
      var start = NgramRange.longest
      var current = node
      while current >= 0 {
        start -= 1
        chain[start] = lastUnits[Int(current)]
        current = parents[Int(current)]
      }
      for place in start..<NgramRange.longest {
        if place > start { list.appendBytes(separator[...]) }
        list.appendBytes(vocabulary[Int(chain[place])])
      }
      list.closeTerm()
    }
    return list
  }

  /// Calls `body` with each node and the bytes of its text, in the order of nodes.
  ///
  /// Complexity: O(bytes of all texts).
  func forEachTerm(_ body: (_ node: Int, _ term: Span<UInt8>) -> Void) {
    var bytes: [UInt8] = []
    var path: [(node: Int32, length: Int)] = []
    for node in 0..<count {
      while let last = path.last, last.node != parents[node] { path.removeLast() }
      bytes.removeSubrange((path.last?.length ?? 0)...)
      if !path.isEmpty { bytes += separator }
      bytes += vocabulary[Int(lastUnits[node])]
      path.append((Int32(node), bytes.count))
      body(node, bytes.span)
    }
  }

  /// For each node the number of its text in `table`, or -1.
  func numbers(in table: TermTable) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: count)
    forEachTerm { node, term in
      let range = 0..<term.count
      numbers[node] = table.find(term, range, hash: TermHash.hash(term, range))
    }
    return numbers
  }
}
