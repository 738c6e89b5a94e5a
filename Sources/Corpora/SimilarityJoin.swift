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
  /// For each word, the sets that have it among their rarest, ascending: those of word w are
  /// `postings[postingOffsets[w] ..< postingOffsets[w + 1]]`.
  private let postings: [Int32]
  private let postingOffsets: [Int]
  /// 64 bits for each set, each of its elements flipping one: sets that differ in d elements differ in at most d bits.
  private let signatures: [UInt64]

  /// Indexes `sets`. Complexity: O(elements).
  init(_ sets: TokenSets) {
    self.sets = sets
    var offsets = [Int](repeating: 0, count: sets.wordCount + 1)
    for set in 0..<sets.count {
      for element in sets.elements[Self.prefix(of: set, in: sets)] { offsets[Int(element) + 1] += 1 }
    }
    for word in 0..<sets.wordCount { offsets[word + 1] += offsets[word] }
    var postings = [Int32](repeating: 0, count: offsets[sets.wordCount])
    var next = offsets
    for set in 0..<sets.count {
      for element in sets.elements[Self.prefix(of: set, in: sets)] {
        postings[next[Int(element)]] = Int32(set)
        next[Int(element)] += 1
      }
    }
    self.postings = postings
    postingOffsets = offsets
    signatures = (0..<sets.count).map { set in
      sets.elements[sets.offsets[set]..<sets.offsets[set + 1]].reduce(0) { bits, element in
        bits ^ 1 << (UInt64(truncatingIfNeeded: element) &* 0x9E37_79B9_7F4A_7C15 >> 58)
      }
    }
  }

  /// The rarest elements of a set, one of which any similar set must share: |A| - ⌈4/5 |A|⌉ + 1 of them.
  private static func prefix(of set: Int, in sets: TokenSets) -> Range<Int> {
    let size = sets.size(set)
    let start = sets.offsets[set]
    return start..<(start + size - (4 * size + 4) / 5 + 1)
  }

  /// The partner of each set in `range`, or nil where it has none among the sets before it.
  func partners(of range: Range<Int>) -> [Partner?] {
    var seenBy = [Int32](repeating: -1, count: range.upperBound)
    return range.map { partner(of: $0, seenBy: &seenBy) }
  }

  /// - Parameter seenBy: for each set, the last one it was compared with.
  private func partner(of set: Int, seenBy: inout [Int32]) -> Partner? {
    let minimumSize = (4 * sets.size(set) + 4) / 5
    for element in sets.elements[Self.prefix(of: set, in: sets)] {
      var index = lastPosting(of: Int(element), before: set)
      while index >= postingOffsets[Int(element)] {
        let other = Int(postings[index])
        if sets.size(other) < minimumSize { break }
        index -= 1
        if seenBy[other] == Int32(set) { continue }
        seenBy[other] = Int32(set)
        if let similarity = similarity(set, other) { return Partner(set: other, similarity: similarity) }
      }
    }
    return nil
  }

  /// The index of the last posting of `word` that is below `set`, or one less than its first.
  private func lastPosting(of word: Int, before set: Int) -> Int {
    var (low, high) = (postingOffsets[word], postingOffsets[word + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(postings[middle]) < set { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The similarity of two sets where it is at least 4/5.
  private func similarity(_ left: Int, _ right: Int) -> Double? {
    let total = sets.size(left) + sets.size(right)
    let needed = (4 * total + 8) / 9
    if (signatures[left] ^ signatures[right]).nonzeroBitCount > total - 2 * needed { return nil }
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
