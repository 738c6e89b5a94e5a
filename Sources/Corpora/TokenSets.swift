internal import Reproducibility

/// The different words of each text, as ascending lists of numbers that begin with the rarest words.
///
/// Sets that are equal are kept once, in ascending size, which is what a set-similarity join needs.
struct TokenSets {
  /// The elements of all sets, one after the other.
  private(set) var elements: [Int32] = []
  /// Where each set begins in `elements`, and after the last their number.
  private(set) var offsets = [0]
  /// The texts that have set s are `rows[rowOffsets[s] ..< rowOffsets[s + 1]]`.
  private var rows: [Int32] = []
  private var rowOffsets = [0]
  /// How many different words there are.
  private(set) var wordCount = 0

  /// How many sets there are.
  var count: Int { offsets.count - 1 }

  /// How many elements set `index` has.
  func size(_ index: Int) -> Int { offsets[index + 1] - offsets[index] }

  /// The texts that have set `index`, ascending; at least one.
  func members(of index: Int) -> [Int32] { Array(rows[rowOffsets[index]..<rowOffsets[index + 1]]) }

  /// The sets of `texts` at `chosen` that have at least `minimumSize` words.
  ///
  /// Complexity: O(bytes) and a sort of the sets.
  init(_ texts: [String], at chosen: [Int], minimumSize: Int) {
    var table = WordTable()
    var raw = RawSets()
    for row in chosen { raw.append(texts[row], row: row, table: &table, minimumSize: minimumSize) }
    let ranks = raw.ranks(wordCount: table.count)
    wordCount = table.count
    raw.renumber(by: ranks)
    keepDifferent(raw)
  }

  private mutating func keepDifferent(_ raw: RawSets) {
    let order = raw.rows.indices.sorted { raw.precedes($0, $1) }
    elements.reserveCapacity(raw.elements.count)
    for (position, set) in order.enumerated() {
      if position == 0 || !raw.areEqual(order[position - 1], set) {
        if position > 0 { rowOffsets.append(rows.count) }
        elements += raw.elements[raw.offsets[set]..<raw.offsets[set + 1]]
        offsets.append(elements.count)
      }
      rows.append(raw.rows[set])
    }
    if !order.isEmpty { rowOffsets.append(rows.count) }
  }
}

/// The sets as they come, before equal ones are put together.
private struct RawSets {
  var elements: [Int32] = []
  var offsets = [0]
  var rows: [Int32] = []
  private var words: [Int32] = []

  mutating func append(_ text: String, row: Int, table: inout WordTable, minimumSize: Int) {
    words.removeAll(keepingCapacity: true)
    table.appendWords(of: text, to: &words)
    guard words.count >= minimumSize else { return }
    words.sort()
    let start = elements.count
    for word in words where elements.count == start || elements[elements.count - 1] != word { elements.append(word) }
    if elements.count - start < minimumSize {
      elements.removeSubrange(start...)
    } else {
      offsets.append(elements.count)
      rows.append(Int32(row))
    }
  }

  /// The place of each word when they are sorted by how many sets hold them, and those of equal number as they came.
  func ranks(wordCount: Int) -> [Int32] {
    var frequencies = [Int](repeating: 0, count: wordCount)
    for word in elements { frequencies[Int(word)] += 1 }
    let order = frequencies.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    var ranks = [Int32](repeating: 0, count: wordCount)
    for (rank, word) in order.enumerated() { ranks[word] = Int32(rank) }
    return ranks
  }

  mutating func renumber(by ranks: [Int32]) {
    for index in elements.indices { elements[index] = ranks[Int(elements[index])] }
    for set in rows.indices { elements[offsets[set]..<offsets[set + 1]].sort() }
  }

  /// The order of the join: by size, then by elements, then by row.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let (leftSize, rightSize) = (offsets[left + 1] - offsets[left], offsets[right + 1] - offsets[right])
    if leftSize != rightSize { return leftSize < rightSize }
    for index in 0..<leftSize {
      let (a, b) = (elements[offsets[left] + index], elements[offsets[right] + index])
      if a != b { return a < b }
    }
    return rows[left] < rows[right]
  }

  func areEqual(_ left: Int, _ right: Int) -> Bool {
    elements[offsets[left]..<offsets[left + 1]].elementsEqual(elements[offsets[right]..<offsets[right + 1]])
  }
}
