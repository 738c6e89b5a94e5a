/// Gives terms numbers by their bytes, and finds the numbers again.
///
/// An open-addressing table with linear probing over arrays; the numbers are those of `terms`, in order of first arrival, so
/// that nothing depends on the hash but speed.
struct TermTable: Sendable {
  /// The terms by their numbers.
  private(set) var terms: TermList
  private var slots: [Slot]
  private var mask: Int

  /// What is known of a term where it is looked for, so that the terms themselves are seldom asked.
  private struct Slot {
    static let free = Slot(first: 0, second: 0, tag: 0, place: 0)

    /// The first eight bytes.
    let first: UInt64
    /// The eight bytes after them.
    let second: UInt64
    /// The length, or 255 for longer terms, and above it 24 bits of the hash.
    let tag: UInt32
    /// The number plus 1; 0 where free.
    let place: UInt32
  }

  /// An empty table.
  init() {
    terms = TermList()
    slots = [Slot](repeating: .free, count: 1024)
    mask = slots.count - 1
  }

  /// A table over terms that are all different. Complexity: O(bytes).
  init(_ terms: TermList) {
    self.terms = terms
    var capacity = 1024
    while capacity < terms.count * 2 { capacity *= 2 }
    slots = [Slot](repeating: .free, count: capacity)
    mask = capacity - 1
    let bytes = terms.bytes.span
    for index in 0..<terms.count {
      let range = terms.range(at: index)
      insert(index, bytes, range, hash: TermHash.hash(bytes, range))
    }
  }

  /// The number of the term in `range` of `source`, whose hash is `hash`, or -1.
  @inline(__always)
  func find(_ source: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Int32 {
    let slots = slots.span
    let (words, tag) = (source.twoWords(of: range), TermTable.tag(range.count, hash: hash))
    var index = TermTable.index(for: hash) & mask
    while true {
      let slot = slots[index]
      if slot.place == 0 { return -1 }
      if slot.first == words.first, slot.second == words.second, slot.tag == tag {
        let number = Int(slot.place) - 1
        if range.count <= 16 || isTerm(number, equalTo: source, range) { return Int32(number) }
      }
      index = (index &+ 1) & mask
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
    if (index + 1) * 2 > slots.count { grow() } else { insert(index, source, range, hash: hash) }
    return Int32(index)
  }

  private mutating func grow() { self = TermTable(terms) }

  private mutating func insert(_ number: Int, _ source: Span<UInt8>, _ range: Range<Int>, hash: UInt64) {
    var index = TermTable.index(for: hash) & mask
    while slots[index].place != 0 { index = (index + 1) & mask }
    let words = source.twoWords(of: range)
    slots[index] = Slot(
      first: words.first, second: words.second, tag: TermTable.tag(range.count, hash: hash), place: UInt32(number + 1))
  }

  @inline(__always)
  private static func index(for hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF) }

  @inline(__always)
  private static func tag(_ length: Int, hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & 0xFFFF_FF00 | UInt32(truncatingIfNeeded: min(length, 255))
  }

  /// Whether a term of more than sixteen bytes, the first of which are the same, is that in `range` of `source`.
  @inline(__always)
  private func isTerm(_ number: Int, equalTo source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let stored = terms.range(at: number)
    guard stored.count == range.count else { return false }
    let rest = (stored.lowerBound &+ 16)..<stored.upperBound
    return terms.bytes.span.isSame(rest, as: (range.lowerBound &+ 16)..<range.upperBound, of: source)
  }
}
