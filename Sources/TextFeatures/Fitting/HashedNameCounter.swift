/// Finds the terms that name hashed columns while texts come batch by batch, in memory that does not grow with them.
///
/// The texts that hold a term are counted for the first million of different terms, which are all there are in most corpora; their
/// columns get the names that `HashedNames` would give them. In larger ones terms that are met later name no column: they are
/// seldom among the frequent ones, and names change no score.
struct HashedNameCounter: Sendable {
  /// How many terms, and bytes of them, are counted.
  static let room = (terms: 1 << 20, bytes: 1 << 25)

  private let perColumn: Int
  private let room: (terms: Int, bytes: Int)
  private var table = TermTable()
  private var columns: [Int32] = []
  private var documents: [Int32] = []

  /// - Parameter perColumn: how many terms a column is named by at most.
  init(perColumn: Int, room: (terms: Int, bytes: Int) = HashedNameCounter.room) {
    self.perColumn = perColumn
    self.room = room
  }

  /// Counts the terms of some texts. Complexity: O(bytes of the terms).
  mutating func append(_ texts: HashedTexts.Block) {
    let bytes = texts.terms.bytes.span
    for term in 0..<texts.terms.count {
      let range = texts.terms.range(at: term)
      let hash = TermHash.hash(bytes, range)
      let hasRoom = columns.count < room.terms && table.terms.bytes.count + range.count <= room.bytes
      let number = Int(hasRoom ? table.intern(bytes, range, hash: hash) : table.find(bytes, range, hash: hash))
      guard number >= 0 else { continue }
      if number == columns.count {
        columns.append(texts.columns[term])
        documents.append(0)
      }
      documents[number] += texts.documents[term]
    }
  }

  /// The terms remembered, in the order of `HashedNames.remembered`. Complexity: O(n log n) in the terms counted.
  func remembered() -> (terms: TermList, columns: [Int32]) {
    let counted = table.terms
    let sorted = columns.indices.sorted { left, right in
      if columns[left] != columns[right] { return columns[left] < columns[right] }
      if documents[left] != documents[right] { return documents[left] > documents[right] }
      return counted.precedes(left, right)
    }
    var (terms, chosen) = (TermList(), [Int32]())
    var taken = 0
    for term in sorted {
      taken = chosen.last == columns[term] ? taken + 1 : 1
      guard taken <= perColumn else { continue }
      terms.append(counted[term])
      chosen.append(columns[term])
    }
    return (terms, chosen)
  }
}
