/// Finds the fragments of a statement of which only the words and the ends are known.
struct FragmentSearch {
  /// The fragments, each from a word to a word; nil where the words do not stand within the ends in this order.
  let fragments: [Range<Int>]?

  /// Looks for `words` in `hull`: as many as possible right from its beginning, then as many as possible up to its end, those
  /// between as early as possible. That is right for two fragments wherever the words leave one way to cut them.
  ///
  /// Complexity: O(n) in the words of the hull.
  init(_ words: [String], in hull: MarkedSpan) {
    let there = hull.words
    guard !words.isEmpty, words.count <= there.count else {
      fragments = nil
      return
    }
    var head = 0
    while head < words.count, words[head] == there[head] { head += 1 }
    var tail = 0
    while tail < words.count - head, words[words.count - 1 - tail] == there[there.count - 1 - tail] { tail += 1 }
    var found = Array(0..<head)
    var next = head
    for word in words[head..<(words.count - tail)] {
      while next < there.count - tail, there[next] != word { next += 1 }
      guard next < there.count - tail else {
        fragments = nil
        return
      }
      found.append(next)
      next += 1
    }
    found += (there.count - tail)..<there.count
    var runs: [Range<Int>] = []
    var last = -2
    for word in found {
      let place = hull.units[word]
      if word == last + 1, let run = runs.last {
        runs[runs.count - 1] = run.lowerBound..<place.upperBound
      } else {
        runs.append(place)
      }
      last = word
    }
    fragments = runs
  }
}
