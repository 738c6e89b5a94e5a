/// How often terms occur in the rows of a corpus, term by term: what two groups of rows are compared by.
public struct TermTally: Sendable, Hashable {
  /// One row that has a term.
  struct Entry: Sendable, Hashable {
    let row: Int32
    let count: Int32
  }

  /// The entries of each term begin here; one more than there are terms.
  let offsets: [Int]
  let entries: [Entry]
  /// The number of terms in each row, repeats counted.
  public let rowTotals: [Int]

  /// The number of different terms.
  public var termCount: Int { offsets.count - 1 }

  /// Sorts the counts of rows by terms.
  ///
  /// - Parameters:
  ///   - rowOffsets: where the entries of each row begin; one more than there are rows.
  ///   - terms: the term of each entry, below `termCount`.
  ///   - counts: how often it occurs there, whole numbers.
  /// - Complexity: O(entries + terms).
  public init(termCount: Int, rowOffsets: [Int], terms: [Int32], counts: [Double]) {
    precondition(terms.count == counts.count && rowOffsets.last == terms.count, "\(terms.count) entries do not fit")
    var offsets = [Int](repeating: 0, count: termCount + 1)
    for term in terms { offsets[Int(term) + 1] += 1 }
    for term in 0..<termCount { offsets[term + 1] += offsets[term] }
    var next = offsets
    var entries = [Entry](repeating: Entry(row: 0, count: 0), count: terms.count)
    var rowTotals = [Int](repeating: 0, count: rowOffsets.count - 1)
    for row in rowTotals.indices {
      for place in rowOffsets[row]..<rowOffsets[row + 1] {
        let term = Int(terms[place])
        entries[next[term]] = Entry(row: Int32(row), count: Int32(counts[place]))
        next[term] += 1
        rowTotals[row] += Int(counts[place])
      }
    }
    self.offsets = offsets
    self.entries = entries
    self.rowTotals = rowTotals
  }

  /// How often each term occurs in all rows. Complexity: O(entries).
  public var totals: [Int] {
    (0..<termCount).map { term in entries[offsets[term]..<offsets[term + 1]].reduce(0) { $0 + Int($1.count) } }
  }

  /// The first rows that have a term, at most `limit`, of those that `isWanted`.
  public func rows(having term: Int, limit: Int, where isWanted: (Int) -> Bool) -> [Int] {
    var rows: [Int] = []
    for entry in entries[offsets[term]..<offsets[term + 1]] where isWanted(Int(entry.row)) {
      if rows.count == limit { break }
      rows.append(Int(entry.row))
    }
    return rows
  }
}
