internal import Reproducibility

/// Finds for each set a smaller or equal-sized one whose Jaccard similarity with it is at least 4/5.
///
/// With sizes a and b and overlap o, similarity ≥ 4/5 means 9 o ≥ 4 (a + b); all bounds are whole numbers, so that rounding
/// decides nothing.
struct SimilarityJoin: Sendable {
  /// A set that is similar.
  struct Partner: Sendable {
    let set: Int
    let similarity: Double
  }

  private let sets: TokenSets
  /// For each word, the sets that have it among their rarest, ascending and so in ascending size: those of word w are
  /// `postings[postingOffsets[w] ..< postingOffsets[w + 1]]`.
  private let postings: [Int32]
  private let postingOffsets: [Int]
  /// For each size, the first set that has it or a larger one.
  private let firstOfSize: [Int]
  /// For each posting, 64 bits that stand for its set, each of whose elements flips one: sets that differ in d elements
  /// differ in at most d bits, which tells most pairs apart without looking at them.
  private let signatures: [UInt64]

  /// Indexes `sets`. Complexity: O(elements).
  init(_ sets: TokenSets) {
    self.sets = sets
    var offsets = [Int](repeating: 0, count: sets.wordCount + 1)
    for set in 0..<sets.count {
      for element in sets.elements[Self.indexed(set, in: sets)] { offsets[Int(element) + 1] += 1 }
    }
    for word in 0..<sets.wordCount { offsets[word + 1] += offsets[word] }
    var postings = [Int32](repeating: 0, count: offsets[sets.wordCount])
    var signatures = [UInt64](repeating: 0, count: postings.count)
    var next = offsets
    for set in 0..<sets.count {
      let signature = Self.signature(of: set, in: sets)
      for element in sets.elements[Self.indexed(set, in: sets)] {
        postings[next[Int(element)]] = Int32(set)
        signatures[next[Int(element)]] = signature
        next[Int(element)] += 1
      }
    }
    self.postings = postings
    postingOffsets = offsets
    var firstOfSize: [Int] = []
    for set in 0..<sets.count { while firstOfSize.count <= sets.size(set) { firstOfSize.append(set) } }
    self.firstOfSize = firstOfSize
    self.signatures = signatures
  }

  private static func signature(of set: Int, in sets: TokenSets) -> UInt64 {
    sets.elements[sets.offsets[set]..<sets.offsets[set + 1]].reduce(0) { bits, element in
      bits ^ (1 << ((UInt64(truncatingIfNeeded: element) &* 0x9E37_79B9_7F4A_7C15) >> 58))
    }
  }

  /// The rarest elements of a set, one of which any similar set of its size or more must share: a - ⌈8/9 a⌉ + 1 of them,
  /// because such a pair has an overlap of 4/9 (a + a) or more.
  private static func indexed(_ set: Int, in sets: TokenSets) -> Range<Int> {
    let size = sets.size(set)
    let start = sets.offsets[set]
    return start..<(start + size - (8 * size + 8) / 9 + 1)
  }

  /// The partner of each set in `range`, or nil where it has none among the sets before it.
  func partners(of range: Range<Int>) -> [Partner?] { range.map(partner) }

  /// Looks under each of the set's rarest elements for sets that share it as the first of all that they share.
  ///
  /// Where that is element i (from 0), at most a - i are shared, so that 9 (a - i) ≥ 4 (a + b) bounds the other's size b.
  private func partner(of set: Int) -> Partner? {
    let size = sets.size(set)
    let first = firstOfSize[(4 * size + 4) / 5]
    let signature = Self.signature(of: set, in: sets)
    let signatures = signatures.span
    var position = 0
    while true {
      let largest = min(size, (5 * size - 9 * position) / 4)
      if 5 * largest < 4 * size { return nil }
      let end = largest == size ? set : firstOfSize[largest + 1]
      let word = Int(sets.elements[sets.offsets[set] + position])
      let range = posting(of: word, notBelow: first)..<posting(of: word, notBelow: end)
      for index in range where (signatures[index] ^ signature).nonzeroBitCount <= 2 * size / 9 {
        let other = Int(postings[index])
        if let similarity = similarity(set, other) { return Partner(set: other, similarity: similarity) }
      }
      position += 1
    }
  }

  /// Connects every two sets that are similar. Pairs that are connected already are not compared, so that thousands of nearly
  /// equal sets cost one look each.
  func joinAll(into components: inout DisjointSets) {
    for set in 0..<sets.count { join(set, into: &components) }
  }

  /// The search of `partner(of:)`, which does not end at the first that is found.
  private func join(_ set: Int, into components: inout DisjointSets) {
    let size = sets.size(set)
    let first = firstOfSize[(4 * size + 4) / 5]
    let signature = Self.signature(of: set, in: sets)
    let signatures = signatures.span
    var position = 0
    while true {
      let largest = min(size, (5 * size - 9 * position) / 4)
      if 5 * largest < 4 * size { return }
      let end = largest == size ? set : firstOfSize[largest + 1]
      let word = Int(sets.elements[sets.offsets[set] + position])
      let range = posting(of: word, notBelow: first)..<posting(of: word, notBelow: end)
      for index in range where (signatures[index] ^ signature).nonzeroBitCount <= 2 * size / 9 {
        let other = Int(postings[index])
        if components.root(of: other) == components.root(of: set) { continue }
        if similarity(set, other) != nil { components.join(other, set) }
      }
      position += 1
    }
  }

  /// The index of the first posting of `word` that is not below `set`.
  private func posting(of word: Int, notBelow set: Int) -> Int {
    var (low, high) = (postingOffsets[word], postingOffsets[word + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(postings[middle]) < set { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The similarity of two sets where it is at least 4/5.
  private func similarity(_ left: Int, _ right: Int) -> Double? {
    let total = sets.size(left) + sets.size(right)
    let needed = (4 * total + 8) / 9
    let elements = sets.elements.span
    var (i, j) = (sets.offsets[left], sets.offsets[right])
    let (endI, endJ) = (sets.offsets[left + 1], sets.offsets[right + 1])
    var overlap = 0
    while i < endI, j < endJ {
      if overlap + min(endI - i, endJ - j) < needed { return nil }
      let (a, b) = (elements[i], elements[j])
      if a == b { overlap += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return overlap >= needed ? Double(overlap) / Double(total - overlap) : nil
  }
}
