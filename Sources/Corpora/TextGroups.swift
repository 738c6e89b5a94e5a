internal import Reproducibility

/// Puts equal texts together, told apart byte for byte.
struct TextGroups {
  /// For each text, the first that equals it; itself where none came before.
  let first: [Int]
  /// How many texts equal one that came before.
  let repeatCount: Int

  /// Groups `texts`. Complexity: O(bytes).
  init(_ texts: [String]) {
    var capacity = 16
    while capacity < 2 * texts.count { capacity *= 2 }
    var table = [Int32](repeating: -1, count: capacity)
    var hashes: [UInt64] = []
    var first: [Int] = []
    hashes.reserveCapacity(texts.count)
    first.reserveCapacity(texts.count)
    var repeats = 0
    for index in texts.indices {
      let hash = StableHash.mix(StableHash.fnv1a64(texts[index].utf8))
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while table[slot] >= 0 {
        let other = Int(table[slot])
        if hashes[other] == hash, texts[index].utf8Span.span.equalsStored(texts[other]) { break }
        slot = (slot + 1) & (capacity - 1)
      }
      hashes.append(hash)
      if table[slot] >= 0 {
        first.append(Int(table[slot]))
        repeats += 1
      } else {
        table[slot] = Int32(index)
        first.append(index)
      }
    }
    self.first = first
    repeatCount = repeats
  }
}
