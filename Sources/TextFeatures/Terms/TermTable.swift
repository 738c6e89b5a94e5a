/// Gives terms numbers by their bytes, and finds the numbers again.
///
/// An open-addressing table with linear probing over arrays; the numbers are those of `terms`, in order of first arrival, so
/// that nothing depends on the hash but speed.
struct TermTable: Sendable {
  /// The terms by their numbers.
  private(set) var terms: TermList
  /// Half of the hash in the high 32 bits and the number plus 1 in the low ones; 0 where free.
  private var slots: [UInt64]
  private var mask: Int

  private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

  /// An empty table.
  init() {
    terms = TermList()
    slots = [UInt64](repeating: 0, count: 1024)
    mask = slots.count - 1
  }

  /// A table over terms that are all different. Complexity: O(bytes).
  init(_ terms: TermList) {
    self.terms = terms
    var capacity = 1024
    while capacity < terms.count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
    let bytes = terms.bytes.span
    for index in 0..<terms.count {
      insert(index, hash: TermHash.hash(bytes, terms.range(at: index)))
    }
  }

  /// The number of the term in `range` of `source`, whose hash is `hash`, or -1.
  @inline(__always)
  func find(_ source: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int32 {
    let slots = slots.span
    let tag = hash & TermTable.tagMask
    var slot = TermTable.slot(for: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return -1 }
      if entry & TermTable.tagMask == tag {
        let index = Int(entry & 0xFFFF_FFFF) - 1
        if isTerm(index, equalTo: source, range) { return Int32(index) }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The number of the term in `range` of `source`, which is a new one where the term is.
  @inline(__always)
  mutating func intern(_ source: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int32 {
    let found = find(source, range, hash: hash)
    if found >= 0 { return found }
    return add(source, range, hash: hash)
  }

  /// The number of `term`, which is a new one where the term is.
  mutating func intern(_ term: [UInt8]) -> Int32 {
    let span = term.span
    return intern(span, 0..<term.count, hash: TermHash.hash(span, 0..<term.count))
  }

  @inline(never)
  private mutating func add(_ source: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int32 {
    let index = terms.count
    precondition(index < Int(Int32.max) - 1, "a table holds at most \(Int32.max - 1) terms")
    terms.append(source, range)
    if (index + 1) * 2 > slots.count { grow() } else { insert(index, hash: hash) }
    return Int32(index)
  }

  private mutating func grow() { self = TermTable(terms) }

  private mutating func insert(_ index: Int, hash: UInt64) {
    var slot = TermTable.slot(for: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & TermTable.tagMask | UInt64(index + 1)
  }

  @inline(__always)
  private static func slot(for hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  @inline(__always)
  private func isTerm(_ index: Int, equalTo source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let stored = terms.range(at: index)
    guard stored.count == range.count else { return false }
    let bytes = terms.bytes.span
    for step in 0..<range.count where bytes[stored.lowerBound + step] != source[range.lowerBound + step] {
      return false
    }
    return true
  }
}
