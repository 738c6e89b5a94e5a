/// Which of the n-grams of a tree are counted.
struct CountedOrders: Sendable {
  /// The fewest units of an n-gram.
  let shortest: Int
  /// The unit that is a space where words shorter than `shortest` are counted once as a whole, as `char_wb` does; else -1.
  let wordStart: Int32

  init(_ block: BlockConfiguration, vocabulary: TermList) {
    shortest = block.ngrams.minimum
    var space: Int32 = -1
    if block.analyzer == .charWithinWords {
      for unit in 0..<vocabulary.count where vocabulary[unit].elementsEqual([0x20]) { space = Int32(unit) }
    }
    wordStart = space
  }

  /// Whether an n-gram is counted although it is shorter than asked for: a whole word between its two spaces.
  @inline(__always)
  func isShortWord(order: Int, firstUnit: Int32, lastUnit: Int32) -> Bool {
    order < shortest && order > 1 && firstUnit == wordStart && lastUnit == wordStart
  }

  /// For each node whether it is counted. Complexity: O(nodes).
  func counted(_ parents: [Int32], lastUnits: [Int32]) -> [Bool] {
    guard shortest > 1 else { return [Bool](repeating: true, count: parents.count) }
    var orders = [UInt8](repeating: 1, count: parents.count)
    var firstUnits = lastUnits
    return parents.indices.map { node in
      if parents[node] >= 0 {
        orders[node] = orders[Int(parents[node])] + 1
        firstUnits[node] = firstUnits[Int(parents[node])]
      }
      let order = Int(orders[node])
      return order >= shortest || isShortWord(order: order, firstUnit: firstUnits[node], lastUnit: lastUnits[node])
    }
  }
}
