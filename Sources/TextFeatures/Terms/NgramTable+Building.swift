extension NgramTable {
  /// A table over ascending terms, or nil for so many that an edge does not fit into 64 bits: more than some eight million
  /// words and pairs, or two million n-grams of up to three words, over hundreds of thousands of different words.
  ///
  /// Terms that no sequence of words can make, such as those with two spaces side by side, are never found, and neither are
  /// those of more than `longest` words. Complexity: O(bytes).
  init?(_ terms: TermList, longest: Int) {
    var sequences = TermSequences(terms, longest: longest)
    guard let layout = EdgeLayout(sequences, termCount: terms.count, longest: longest) else { return nil }
    var builder = NgramTableBuilder(sequences, layout: layout)
    builder.addTerms()
    let (roots, edges) = (builder.roots, builder.edges)
    self.init(words: sequences.takeWords(), roots: roots, edges: edges, layout: layout)
  }
}

/// Terms as sequences of the numbers of their words.
private struct TermSequences {
  private(set) var words = TermTable()
  /// The words of all terms that words can make, one term after the other.
  private(set) var numbers: [Int32] = []
  /// Where the words of each term end in `numbers`; a term that words cannot make has none.
  private(set) var ends: [Int] = []
  /// How many steps there are from a word to the next one.
  private(set) var stepCount = 0
  /// How many n-grams of two words and more come before the last word of a longer one.
  private(set) var innerCount = 0

  private static let separator = UInt8(ascii: " ")

  init(_ terms: TermList, longest: Int) {
    let bytes = terms.bytes.span
    ends.reserveCapacity(terms.count)
    for term in 0..<terms.count {
      let start = numbers.count
      append(bytes, terms.range(at: term), longest: longest)
      stepCount += max(0, numbers.count - start - 1)
      innerCount += max(0, numbers.count - start - 2)
      ends.append(numbers.count)
    }
  }

  mutating func takeWords() -> TermTable {
    defer { words = TermTable() }
    return words
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, longest: Int) {
    let first = numbers.count
    var start = range.lowerBound
    for position in range.lowerBound...range.upperBound {
      guard position == range.upperBound || bytes[position] == Self.separator else { continue }
      guard position > start, numbers.count - first < longest else {
        numbers.removeSubrange(first...)
        return
      }
      numbers.append(words.intern(bytes, start..<position, hash: TermHash.hash(bytes, start..<position)))
      start = position + 1
    }
  }
}

extension EdgeLayout {
  fileprivate init?(_ sequences: TermSequences, termCount: Int, longest: Int) {
    wordCount = UInt64(sequences.words.terms.count)
    self.termCount = termCount
    let childCount = UInt64(termCount + sequences.innerCount)
    let nodeCount = longest > 2 ? wordCount + childCount : wordCount
    wordBits = EdgeLayout.bits(for: wordCount)
    childBits = EdgeLayout.bits(for: childCount)
    let fitsNumbers = childCount + UInt64(termCount) < UInt64(Int32.max)
    guard fitsNumbers, EdgeLayout.bits(for: nodeCount) + wordBits + childBits < 64 else { return nil }
  }

  private static func bits(for count: UInt64) -> UInt64 { UInt64(UInt64.bitWidth - count.leadingZeroBitCount) }
}

/// Makes the roots and edges of an `NgramTable`, one term after the other.
private struct NgramTableBuilder {
  private(set) var roots: [Int32]
  private(set) var edges: [UInt64]

  private let sequences: TermSequences
  private let layout: EdgeLayout
  private let mask: Int
  /// The number of the next n-gram that is no term.
  private var nextChild: UInt64

  init(_ sequences: TermSequences, layout: EdgeLayout) {
    self.sequences = sequences
    self.layout = layout
    nextChild = UInt64(layout.termCount)
    roots = [Int32](repeating: -1, count: Int(layout.wordCount))
    var capacity = 16
    while capacity < 2 * sequences.stepCount { capacity *= 2 }
    mask = capacity - 1
    edges = [UInt64](repeating: EdgeLayout.free, count: capacity)
  }

  mutating func addTerms() {
    var start = 0
    for (term, end) in sequences.ends.enumerated() {
      if end > start { add(term, start..<end) }
      start = end
    }
  }

  private mutating func add(_ term: Int, _ places: Range<Int>) {
    let first = sequences.numbers[places.lowerBound]
    if roots[Int(first)] < 0 { roots[Int(first)] = Int32(places.count == 1 ? term : term + layout.termCount) }
    var node = UInt64(first)
    for place in places.dropFirst() {
      let key = layout.key(node, sequences.numbers[place])
      node = layout.wordCount + child(key, term: place == places.upperBound - 1 ? UInt64(term) : nil)
    }
  }

  private mutating func child(_ key: UInt64, term: UInt64?) -> UInt64 {
    var slot = EdgeLayout.slot(of: key, mask: mask)
    while edges[slot] != EdgeLayout.free {
      if layout.key(of: edges[slot]) == key { return layout.child(of: edges[slot]) }
      slot = (slot + 1) & mask
    }
    let child = term ?? nextChild
    if term == nil { nextChild += 1 }
    edges[slot] = layout.edge(key, child)
    return child
  }
}
